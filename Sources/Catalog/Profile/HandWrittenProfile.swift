import Nomenclature
import Wording

/// A structure that is in no list, as a person describes it in a small file (`docs/opportunities.md`).
public struct HandWrittenProfile: Sendable {
    /// The structure, made as those of the lists are; one for each convention where it has several.
    public let suppliers: [Supplier]
    /// What the file says and nothing could be made of.
    public let remarks: [Problem]

    /// The keys, English and French.
    private enum Key: String, CaseIterable {
        case name, siret, kinds, description, sectors, naf, cpv, commune, perimeter, employees, turnover
        case insertionShare = "insertion_share"
        case legalCategory = "legal_category"
        case esus

        var french: String {
            switch self {
            case .name: "nom"
            case .siret: "siret"
            case .kinds: "types"
            case .description: "description"
            case .sectors: "secteurs"
            case .naf: "naf"
            case .cpv: "cpv"
            case .commune: "commune"
            case .perimeter: "perimetre"
            case .employees: "effectif"
            case .turnover: "chiffre_affaires"
            case .insertionShare: "part_insertion"
            case .legalCategory: "categorie_juridique"
            case .esus: "esus"
            }
        }

        init?(_ text: String) {
            guard let key = Self.allCases.first(where: { $0.rawValue == text || $0.french == text }) else { return nil }
            self = key
        }
    }

    /// Longest file read, in bytes.
    public static let longest = 1 << 20

    /// - Parameter file: the name that problems give.
    /// - Throws: `Problem` for the first thing that cannot be taken as it is.
    public init(_ text: String, file: String) throws {
        var record = SupplierRecord(source: SupplierSource.csv.id, place: Place(file: file))
        var remarks: [Problem] = []
        for entry in try ProfileText(text, file: file).entries {
            guard let key = Key(entry.key) else {
                let known = Key.allCases.map(\.french).joined(separator: ", ")
                throw Problem(
                    "profile.key", at: entry.place,
                    Phrase(
                        "renseignement inconnu ; connus\u{A0}: \(known)",
                        "unknown key; known: \(Key.allCases.map(\.rawValue).joined(separator: ", "))"))
            }
            try Self.read(key, entry, into: &record, &remarks)
        }
        guard !record.name.isEmpty else {
            throw Problem(
                "profile.name", at: Place(file: file),
                Phrase("il manque le nom de la structure (nom = \"…\")", "the name is missing (name = \"…\")"))
        }
        guard
            !record.description.isEmpty || !record.sectors.isEmpty || !record.cpv.isEmpty || record.naf != nil
        else {
            throw Problem(
                "profile.trade", at: Place(file: file),
                Phrase(
                    "rien ne dit le métier\u{A0}: donnez description, secteurs, cpv ou naf",
                    "nothing says the trade: give description, sectors, cpv or naf"))
        }
        if record.siret == nil { record.otherIdentifier = "profil:" + record.name }
        suppliers = Merger.suppliers(of: [record])
        self.remarks = remarks
    }

    // MARK: Values

    private static func read(
        _ key: Key, _ entry: ProfileText.Entry, into record: inout SupplierRecord, _ remarks: inout [Problem]
    ) throws {
        switch key {
        case .name: record.name = try single(entry)
        case .description: record.description = try single(entry)
        case .siret:
            let text = try single(entry)
            do {
                record.siret = try Siret(text)
            } catch {
                throw Problem("profile.siret", at: entry.place, error.phrase("SIRET", raw: text))
            }
        case .kinds: record.kinds = try entry.values.map { KindClaim(try kind($0, entry.place)) }
        case .sectors:
            record.sectors = entry.values
            for name in entry.values where Sector.named(name) == nil {
                remarks.append(
                    Problem(
                        "profile.sector", at: entry.place,
                        Phrase(
                            "« \(name) » n’est pas un secteur du Marché de l’inclusion ; seuls ses mots sont lus",
                            "“\(name)” is no sector of the Marché de l’inclusion; only its words are read")))
            }
        case .naf:
            let text = try single(entry)
            guard let naf = NAF(text) else { throw unreadable("88.10C", text, entry.place) }
            record.naf = naf
        case .cpv:
            for text in entry.values {
                if let code = CPV(text), CPVTable.shared.contains(code) {
                    record.cpv.append(code)
                } else {
                    remarks.append(
                        Problem(
                            "profile.cpv", at: entry.place,
                            Phrase(
                                "code CPV « \(text) » inconnu, laissé de côté", "CPV code “\(text)” unknown, left out"))
                    )
                }
            }
        case .commune: try place(try single(entry), entry.place, &record)
        case .perimeter:
            let text = try single(entry)
            guard let perimeter = Perimeter(text) else {
                throw unreadable("km:30, dep:40,64, reg:75, france", text, entry.place)
            }
            record.perimeter = perimeter
        case .employees:
            let text = try single(entry)
            guard let count = Int(text), count >= 0 else { throw unreadable("12", text, entry.place) }
            record.employees = count
        case .turnover:
            let text = try single(entry)
            guard let turnover = Amount(text), turnover > .zero else { throw unreadable("350000", text, entry.place) }
            record.turnover = turnover
        case .insertionShare:
            let text = try single(entry)
            guard let share = share(text) else { throw unreadable("55 %", text, entry.place) }
            record.insertionShare = share
        case .legalCategory: record.legalCategory = try single(entry)
        case .esus:
            let text = try single(entry)
            switch text.lowercased() {
            case "oui", "yes", "true": record.esus = Approval()
            case "non", "no", "false": record.esus = nil
            default: throw unreadable("oui", text, entry.place)
            }
        }
    }

    private static func single(_ entry: ProfileText.Entry) throws -> String {
        guard entry.values.count == 1, let value = entry.values.first, !value.isEmpty else {
            throw Problem(
                "profile.single", at: entry.place,
                Phrase("il faut une seule valeur, qui ne soit pas vide", "a single value is needed that is not empty"))
        }
        return value
    }

    private static func kind(_ text: String, _ place: Place) throws -> StructureKind {
        guard let kind = StructureKind(source: text) else {
            let known = StructureKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                "profile.kind", at: place,
                Phrase(
                    "type de structure « \(text) » inconnu ; connus\u{A0}: \(known)",
                    "kind of structure “\(text)” unknown; known: \(known)"))
        }
        return kind
    }

    private static func place(_ text: String, _ place: Place, _ record: inout SupplierRecord) throws {
        let postcode = String(text.prefix(while: \.isNumber))
        let city = text.dropFirst(postcode.count).drop(while: \.isWhitespace)
        guard let found = Geography.shared.place(postcode: postcode, city: String(city)) else {
            throw Problem(
                "profile.commune", at: place,
                Phrase(
                    "commune « \(text) » introuvable, ou plusieurs de ce nom ; écrivez le code postal et le nom",
                    "town “\(text)” not found, or several of that name; write the postcode and the name"))
        }
        record.postcode = postcode.isEmpty ? found.commune.postcodes.first ?? "" : postcode
        record.city = found.commune.name
        record.communeCode = found.commune.code
    }

    /// `55 %`, `55%`, `0,55`, `0.55`, as 0–1.
    private static func share(_ text: String) -> Double? {
        let isPercent = text.contains("%")
        let digits = text.filter { !$0.isWhitespace && $0 != "%" }.replacing(",", with: ".")
        guard let number = Double(digits) else { return nil }
        let share = isPercent || number > 1 ? number / 100 : number
        return (0...1).contains(share) ? share : nil
    }

    private static func unreadable(_ example: String, _ text: String, _ place: Place) -> Problem {
        Problem(
            "profile.value", at: place,
            Phrase(
                "« \(text) » illisible ; par exemple\u{A0}: \(example)", "“\(text)” unreadable; for example: \(example)"
            ))
    }
}
