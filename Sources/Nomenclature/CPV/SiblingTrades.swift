/// Trades of one family of which each is a speciality of its own (`Catalog/Nomenclatures/sibling-trades.tsv`): who does
/// one does not do the others, although the CPV may give them the same code.
public struct SiblingTrades: Sendable, Hashable {
    /// The family: `waste`.
    public let name: String
    /// Concept of the lexicon → its speciality; ``every`` for one that takes in all specialities.
    public let specialities: [String: String]

    /// The speciality of those who do all of the family.
    public static let every = "*"

    public static let families: [SiblingTrades] = {
        var families: [(name: String, specialities: [String: String])] = []
        Table("sibling-trades", columns: "family", "speciality", "concept").forEachRow { row in
            if families.last?.name != row[0] { families.append((row[0], [:])) }
            families[families.count - 1].specialities[row[2]] = row[1]
        }
        return families.map { SiblingTrades(name: $0.name, specialities: $0.specialities) }
    }()
}
