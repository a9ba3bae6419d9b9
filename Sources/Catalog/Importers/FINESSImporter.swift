import Bytes
import Nomenclature
import Wording

/// The establishments of FINESS: the old extract (`etalab-cs1100502`, `-07`), without header, and the
/// `etablissements.csv` that replaces it. Of a hundred thousand establishments, ESAT and entreprises adaptées are kept.
struct FINESSImporter: SourceImporter {
    let table = FieldTable(
        source: .finess,
        rules: [
            .rowType("type"),
            .category("categetab"),
            .siret("siret", optional: true),
            .finess("nofinesset"),
            .name("rslongue", "rs"),
            .street("numvoie"),
            .street("typvoie"),
            .street("voie"),
            .street("compvoie"),
            .street("lieuditbp"),
            .departement("departement"),
            .endOfCommuneCode("commune"),
            .postalLine("ligneacheminement"),
            .naf("codeape"),
            .createdOn("dateouv"),
            .seen("datemaj"),
        ])

    /// The columns of the old extract, in their order (notice of the data set cs1100502).
    private static let oldColumns = [
        "type", "nofinesset", "nofinessej", "rs", "rslongue", "complrs", "compldistrib", "numvoie", "typvoie", "voie",
        "compvoie", "lieuditbp", "commune", "departement", "libdepartement", "ligneacheminement", "telephone",
        "telecopie", "categetab", "libcategetab", "categagretab", "libcategagretab", "siret", "codeape", "codemft",
        "libmft", "codesph", "libsph", "dateouv", "dateautor", "datemaj", "numuai",
    ]

    func recognises(_ shape: DocumentShape) -> Bool {
        Self.isOld(shape) || shape.has(columns: "nofinesset", "categetab")
    }

    /// The old extract begins with `finess;etalab;111;2026-05-12`; without it, with its first row.
    private static func isOld(_ shape: DocumentShape) -> Bool {
        guard case .csv(let first) = shape else { return false }
        return first.starts(with: ["finess", "etalab"]) || first.first == "structureet"
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        let shape = DocumentShape(input, limits: limits)
        guard Self.isOld(shape), case .csv(let first) = shape else {
            return try table.readCSV(input, limits: limits, seen: seen, to: sink)
        }
        let day = first.count > 3 ? Day(iso: first[3]) : nil
        let points = try FINESSPoints(input, limits: limits)
        try table.readCSV(input, limits: limits, seen: day ?? seen, columns: Self.oldColumns, to: sink) { draft in
            draft.record.coordinates = draft.record.otherIdentifier.flatMap { points[$0] }
        }
    }
}

extension FieldRule {
    /// The type of a row, in files that mix several.
    fileprivate static func rowType(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in { draft in if cell != "structureet" { draft.passOver() } } }
    }

    /// The category of the establishment, which decides whether it is for the catalogue.
    fileprivate static func category(_ columns: String...) -> FieldRule {
        FieldRule(columns, required: true) { cell, draft in
            guard let kind = FINESSCategory.kinds[cell] else { return draft.leaveAside() }
            draft.record.kinds = [KindClaim(kind)]
        }
    }

    /// The département, `9A`–`9J` overseas. Stands before the rule of the commune.
    fileprivate static func departement(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in draft.departement = cell }
    }

    /// The last three digits of the INSEE code of the commune. Overseas they hold the third digit of the département:
    /// `9D`, `411` is Saint-Denis, 97411; `9J`, `613` is Uvea, 98613.
    fileprivate static func endOfCommuneCode(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if draft.departement.isEmpty { return }
            let end = String(repeating: "0", count: max(0, 3 - cell.utf8.count)) + cell
            let isOverseas = draft.departement.first == "9" && draft.departement.last?.isLetter == true
            let starts = isOverseas ? ["97", "98"] : [Geography.departementCode(draft.departement)]
            let codes = starts.map { $0 + end }
            let known = codes.first { Geography.shared.commune(code: $0) != nil }
            draft.record.communeCode = known ?? codes[0]
            if known == nil { draft.remarkCommune("\(draft.departement) \(cell)") }
        }
    }
}
