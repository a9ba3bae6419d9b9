// Intercommunalities.
extension Geography {
    /// The intercommunality with this SIREN.
    public func epci(_ siren: String) -> EPCI? { IntercommunalityTable.shared.place[siren].map { epcis[$0] } }

    /// Every intercommunality, in the order of their SIREN.
    public var epcis: [EPCI] { IntercommunalityTable.shared.all }

    /// The communes of an intercommunality, in the order of their codes; empty for an unknown SIREN.
    public func communes(inEPCI siren: String) -> [Commune] {
        IntercommunalityTable.shared.place[siren].map { IntercommunalityTable.shared.members[$0] } ?? []
    }
}

/// The intercommunalities and their communes, read when they are first asked for.
private struct IntercommunalityTable: Sendable {
    static let shared = IntercommunalityTable()

    let all: [EPCI]
    /// SIREN → place in ``all``.
    let place: [String: Int]
    /// Communes of each of ``all``.
    let members: [[Commune]]

    private init() {
        let all = Table("epci", columns: "siren", "name", "type", "population").map { row in
            guard let kind = EPCI.Kind(rawValue: row[2]) else { preconditionFailure("table epci: type \(row[2])") }
            return EPCI(siren: row[0], name: row[1], kind: kind, population: row.cell(3).number)
        }
        let place = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.siren, $0) })
        var members = [[Commune]](repeating: [], count: all.count)
        for row in 0..<Commune.table.count {
            if let place = place[Commune.table[row][Commune.Column.epci]] { members[place].append(Commune(row: row)) }
        }
        self.all = all
        self.place = place
        self.members = members
    }
}
