import Nomenclature
import Wording

// Places, numbers and perimeters.
extension FieldRule {
    /// Five digits; lost zeros and decimal tails are repaired with a trace.
    ///
    /// - Parameter unpadded: whether the source as a whole writes postcodes as numbers: their zeros are then given back
    ///   without a trace on each of a million records.
    static func postcode(_ columns: String..., unpadded: Bool = false) -> FieldRule {
        FieldRule(columns) { cell, draft in draft.take(postcode: cell, traced: !unpadded) }
    }

    /// INSEE code of the commune, five characters.
    static func communeCode(_ columns: String...) -> FieldRule {
        // As many as there are communes.
        FieldRule(repeating: columns, limit: 40_000) { cell in
            let code = cell.prefix { $0 != "." }.uppercased()
            let full = code.utf8.count == 4 ? "0" + code : code
            let isKnown = Geography.shared.commune(code: full) != nil
            return { draft in
                if full != cell { draft.trace(Phrase("code commune", "commune code"), from: cell, to: full) }
                draft.record.communeCode = full
                if !isKnown { draft.remarkCommune(cell) }
            }
        }
    }

    /// Postcode and city in one cell, « 40100 DAX CEDEX ».
    static func postalLine(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let words = cell.split(maxSplits: 1, whereSeparator: \.isWhitespace)
            guard let first = words.first, first.utf8.count == 5, first.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
            else {
                draft.record.city = cell
                return
            }
            draft.record.postcode = String(first)
            if words.count > 1 { draft.record.city = String(words[1]) }
        }
    }

    /// A whole address in one cell, « 12 rue des Pins 40100 Dax ».
    static func address(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let parts = PostalAddress(cell)
            draft.record.addToStreet(parts.street)
            draft.record.postcode = parts.postcode
            draft.record.city = parts.city
        }
    }

    /// Degrees north. Stands before the rule of the longitude.
    static func latitude(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            draft.latitude = Double(cell.replacing(",", with: ".")).flatMap { abs($0) <= 90 ? $0 : nil }
            if draft.latitude == nil { draft.remarkCoordinates(cell, "43.7102") }
        }
    }

    /// Degrees east. Without a latitude it says nothing.
    static func longitude(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let longitude = Double(cell.replacing(",", with: ".")), abs(longitude) <= 180 else {
                return draft.remarkCoordinates(cell, "-1.0573")
            }
            guard let latitude = draft.latitude, latitude != 0 || longitude != 0 else { return }
            draft.record.coordinates = Coordinates(latitude: latitude, longitude: longitude)
        }
    }

    /// `SRID=4326;POINT (lon lat)`, the form in which PostGIS writes a point. `POINT (0 0)` is nowhere in France.
    static func point(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let numbers = cell.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
                .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
            guard numbers.count == 2, abs(numbers[0]) <= 180, abs(numbers[1]) <= 90, numbers != [0, 0] else {
                return draft.remarkCoordinates(cell, "POINT (-1.0573 43.7102)")
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
    static func cpvCodes(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            for element in cell.split(whereSeparator: { $0 == "|" || $0 == ";" || $0 == "," }) {
                guard let code = CPV(element), CPVTable.shared.contains(code) else {
                    draft.remark(
                        "cpv.unknown",
                        Phrase(
                            "code CPV « \(element) » inconnu, non retenu ; attendu : huit chiffres, par exemple 77310000",
                            "CPV code “\(element)” unknown, left out; expected: eight digits, for instance 77310000"))
                    continue
                }
                if !draft.record.cpv.contains(code) { draft.record.cpv.append(code) }
            }
        }
    }

    /// The range as the Marché de l'inclusion names it: `COUNTRY`, `REGION`, `DEPARTMENT`; `CUSTOM` goes with a distance,
    /// see ``rangeDistance(_:)``. Those of the own place need the département, which must come in a column before.
    static func rangeKind(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let geography = Geography.shared
            let commune = draft.record.communeCode.flatMap { geography.commune(code: $0) }
            switch cell.uppercased() {
            case "COUNTRY": draft.record.perimeter = .france
            case "REGION":
                guard let commune else { return }
                draft.record.perimeter = .zones(departements: [], regions: [commune.region])
            case "DEPARTMENT":
                guard let commune else { return }
                draft.record.perimeter = .zones(departements: [commune.departement], regions: [])
            default: break
            }
        }
    }

    /// The distance of a range `CUSTOM`, km.
    static func rangeDistance(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard draft.record.perimeter == nil, let distance = Double(cell), distance > 0, distance.isFinite else {
                return
            }
            draft.record.perimeter = .radius(distance)
        }
    }

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
}

extension Draft {
    /// Sets the postcode; what cannot be one is left out with a remark.
    fileprivate mutating func take(postcode cell: String, traced: Bool) {
        let bytes = cell.utf8
        if bytes.count == 5, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            record.postcode = cell
            return
        }
        let postcode = Geography.postcode(cell)
        guard postcode.count == 5 else {
            return remark(
                "postcode.malformed",
                Phrase(
                    "code postal « \(cell) » illisible, non retenu ; attendu : cinq chiffres",
                    "postcode “\(cell)” unreadable, left out; expected: five digits"))
        }
        if traced, postcode != cell { trace(Phrase("code postal", "postcode"), from: cell, to: postcode) }
        record.postcode = postcode
    }

    /// Remarks that `cell` leads to no commune.
    mutating func remarkCommune(_ cell: String) {
        remark(
            "commune.unknown",
            Phrase(
                "code commune « \(cell) » inconnu du code officiel géographique ; la commune est cherchée par le code postal et la ville",
                "commune code “\(cell)” unknown to the official geographic code; the commune is looked up by postcode and city"
            ))
    }

    fileprivate mutating func remarkCoordinates(_ cell: String, _ example: String) {
        remark(
            "coordinates.malformed",
            Phrase(
                "coordonnées « \(cell) » illisibles, non retenues ; attendu : \(example)",
                "coordinates “\(cell)” unreadable, left out; expected: \(example)"))
    }

    fileprivate mutating func remarkNumber(_ cell: String, _ example: String) {
        remark(
            "number.malformed",
            Phrase(
                "nombre « \(cell) » illisible, non retenu ; attendu : \(example)",
                "number “\(cell)” unreadable, left out; expected: \(example)"))
    }
}
