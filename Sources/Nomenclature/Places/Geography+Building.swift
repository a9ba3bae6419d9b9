// What the map is built from.
extension Geography {
    static func readDepartements() -> [Departement] {
        Table("departements", columns: "dep", "dep_name", "reg", "reg_name", "nuts3", "nuts2", "nuts1").map { row in
            Departement(
                code: row[0], name: row[1], region: row[2], regionName: row[3], nuts3: row[4], nuts2: row[5],
                nuts1: row[6])
        }
    }

    /// The île des Faisans, shared with Spain, is in none.
    static let noDepartement = UInt8.max

    /// For each commune, the place of its département; communes of one département follow each other.
    static func departements(of communes: Table, _ places: [String: Int]) -> [UInt8] {
        var hundred: (code: [UInt8], place: UInt8)?
        return (0..<communes.count).map { row in
            // The first three characters of the code change seldom, and the département never without them.
            let code = communes[row].cell(Commune.Column.code).prefix(3)
            if let hundred, hundred.code.elementsEqual(code) { return hundred.place }
            let place = places[communes[row][Commune.Column.departement]].map { UInt8($0) } ?? noDepartement
            hundred = (Array(code), place)
            return place
        }
    }

    static func rows(ofDepartements count: Int, _ departementOfRow: [UInt8]) -> [Range<Int>] {
        var rows = [Range<Int>](repeating: 0..<0, count: count)
        for (row, place) in departementOfRow.enumerated() where place != noDepartement {
            let known = rows[Int(place)]
            rows[Int(place)] = (known.isEmpty ? row : known.lowerBound)..<row + 1
        }
        return rows
    }

    static func regions(of departements: [Departement]) -> [Region] {
        Dictionary(grouping: departements, by: \.region).map { code, members in
            Region(
                code: code, name: members[0].regionName, departements: members.map(\.code),
                isRegion: members.contains(where: \.isDepartement))
        }
        .sorted { $0.code < $1.code }
    }

    /// NUTS code → codes of départements, for present and former NUTS codes.
    static func departementsByNUTS(_ departements: [Departement]) -> [String: [String]] {
        var covered: [String: [String]] = [:]
        for departement in departements where departement.isDepartement {
            for code in Set([departement.nuts3, departement.nuts2, departement.nuts1]) {
                covered[code, default: []].append(departement.code)
            }
        }
        let former = NUTS.all.filter(\.isFormer)
        for nuts in former { covered[nuts.code] = nuts.present.flatMap { covered[$0] } }
        // The former level 1 (« Sud-Ouest ») was divided otherwise: what its parts covered.
        for nuts in former where nuts.present == nil {
            let parts = former.filter { $0.level == 2 && $0.code.hasPrefix(nuts.code) }
            covered[nuts.code] = parts.flatMap { covered[$0.code] ?? [] }.sorted()
        }
        return covered
    }
}
