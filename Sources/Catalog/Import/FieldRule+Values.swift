import Nomenclature
import Wording

// Places, numbers, dates and perimeters.
extension FieldRule {
    /// Five digits; lost zeros and decimal tails are repaired with a trace.
    static func postcode(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let postcode = Geography.postcode(cell)
            guard postcode.count == 5 else {
                draft.remark(
                    "postcode.malformed",
                    Phrase(
                        "code postal « \(cell) » illisible, non retenu ; attendu : cinq chiffres",
                        "postcode “\(cell)” unreadable, left out; expected: five digits"))
                return
            }
            if postcode != cell { draft.trace(Phrase("code postal", "postcode"), from: cell, to: postcode) }
            draft.record.postcode = postcode
        }
    }

    /// INSEE code of the commune, five characters.
    static func communeCode(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let code = cell.prefix { $0 != "." }.uppercased()
            let full = code.count == 4 ? "0" + code : code
            if full != cell { draft.trace(Phrase("code commune", "commune code"), from: cell, to: full) }
            draft.record.communeCode = full
            if Geography.shared.commune(code: full) == nil {
                draft.remark(
                    "commune.unknown",
                    Phrase(
                        "code commune « \(cell) » inconnu du code officiel géographique ; la commune est cherchée par le code postal et la ville",
                        "commune code “\(cell)” unknown to the official geographic code; the commune is looked up by postcode and city"
                    ))
            }
        }
    }

    /// `SRID=4326;POINT (lon lat)`, the form in which PostGIS writes a point. `POINT (0 0)` is nowhere in France.
    static func point(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let numbers = cell.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
                .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
            guard numbers.count == 2, abs(numbers[0]) <= 180, abs(numbers[1]) <= 90, numbers != [0, 0] else {
                draft.remark(
                    "coordinates.malformed",
                    Phrase(
                        "coordonnées « \(cell) » illisibles, non retenues ; attendu : POINT (longitude latitude)",
                        "coordinates “\(cell)” unreadable, left out; expected: POINT (longitude latitude)"))
                return
            }
            draft.record.coordinates = Coordinates(latitude: numbers[1], longitude: numbers[0])
        }
    }

    /// A whole number that is not negative.
    static func count(_ columns: String..., into field: Field<Int?>) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let amount = Amount(cell), amount >= .zero else { return draft.remarkNumber(cell, "34") }
            draft.record[keyPath: field] = Int(amount.euros.rounded(.down))
        }
    }

    /// A share, `0.65` or `65 %`: what is over 1 is read as a percentage, with a trace.
    static func share(_ columns: String..., into field: Field<Double?>) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let number = Amount(cell.filter { $0 != "%" })?.euros, (0...100).contains(number) else {
                return draft.remarkNumber(cell, "0,65")
            }
            let isPercentage = number > 1 || cell.contains("%")
            if isPercentage { draft.trace(Phrase("part", "share"), from: cell, to: "\(number / 100)") }
            draft.record[keyPath: field] = isPercentage ? number / 100 : number
        }
    }

    /// Euros before tax. Over a thousand million the figure is kept and flagged: no structure of these lists sells as much.
    static func euros(_ columns: String..., into field: Field<Amount?>) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let amount = Amount(cell.replacing("€", with: "").replacing("EUR", with: "").trimmed) else {
                return draft.remarkNumber(cell, "980000")
            }
            if amount > Amount(euros: 1_000_000_000) {
                draft.remark(
                    "turnover.implausible",
                    Phrase(
                        "chiffre d’affaires « \(cell) » invraisemblable, gardé tel quel ; vérifiez le nombre de zéros",
                        "turnover “\(cell)” implausible, kept as it is; check the number of zeros"))
            }
            draft.record[keyPath: field] = amount
        }
    }

    /// `km:NN | dep:40,64 | reg:75 | france`.
    static func perimeter(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let perimeter = Perimeter(cell) else {
                draft.remark(
                    "perimeter.malformed",
                    Phrase(
                        "périmètre « \(cell) » illisible, non retenu ; attendu : km:30, dep:40,64, reg:75 ou france",
                        "perimeter “\(cell)” unreadable, left out; expected: km:30, dep:40,64, reg:75 or france"))
                return
            }
            draft.record.perimeter = perimeter
        }
    }

    /// Whether the structure holds an ESUS approval: `1`, `oui`, `true` … or `0`, `non`, `false`.
    static func esus(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            switch cell.lowercased() {
            case "1", "oui", "true", "vrai", "yes", "o", "x": draft.record.esus = draft.record.esus ?? Approval()
            case "0", "non", "false", "faux", "no", "n": break
            default:
                draft.remark(
                    "esus.malformed",
                    Phrase(
                        "agrément ESUS « \(cell) » illisible, non retenu ; attendu : 1 ou 0",
                        "ESUS approval “\(cell)” unreadable, left out; expected: 1 or 0"))
            }
        }
    }

    /// Last day of the ESUS approval, `2028-03-31` or `31/03/2028`.
    static func esusEnd(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let day = Day(french: cell) ?? Day(iso: cell) else {
                draft.remark(
                    "date.malformed",
                    Phrase(
                        "date « \(cell) » illisible, non retenue ; attendu : 2028-03-31 ou 31/03/2028",
                        "date “\(cell)” unreadable, left out; expected: 2028-03-31 or 31/03/2028"))
                return
            }
            draft.record.esus = Approval(validTo: day)
        }
    }

    /// The day of the information, from an ISO 8601 date or date-time; the import's day stays when there is none.
    static func seen(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if let day = Day(iso: cell) { draft.record.seen = day }
        }
    }
}

extension Draft {
    fileprivate mutating func remarkNumber(_ cell: String, _ example: String) {
        remark(
            "number.malformed",
            Phrase(
                "nombre « \(cell) » illisible, non retenu ; attendu : \(example)",
                "number “\(cell)” unreadable, left out; expected: \(example)"))
    }
}

extension Day {
    /// Reads `31/03/2028`.
    fileprivate init?(french text: String) {
        let parts = text.split(separator: "/").map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
