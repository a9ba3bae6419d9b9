/// A workforce band of SIRENE (tranche d'effectifs).
public struct WorkforceBand: Sendable, Hashable {
    public let code: String
    public let label: String
    /// Fewest employees, where the band says.
    public let minimum: Int?
    public let maximum: Int?

    private static let table = Dictionary(
        uniqueKeysWithValues: Table("workforce-bands", columns: "code", "label", "min", "max").map { row in
            (row[0], WorkforceBand(code: row[0], label: row[1], minimum: Int(row[2]), maximum: Int(row[3])))
        })

    public static func of(_ code: String) -> WorkforceBand? { table[code] }
}
