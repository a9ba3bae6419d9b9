import Wording

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

    /// The band in words, by its ends.
    public var phrase: Phrase {
        switch (minimum, maximum) {
        case (let low?, let high?) where low == high: Phrase("\(low) salarié", "\(low) employees")
        case (let low?, let high?):
            Phrase(
                "\(NumberFormat.integer(low, .french)) à \(NumberFormat.integer(high, .french)) salariés",
                "\(NumberFormat.integer(low, .english)) to \(NumberFormat.integer(high, .english)) employees")
        case (let low?, nil):
            Phrase(
                "\(NumberFormat.integer(low, .french)) salariés et plus",
                "\(NumberFormat.integer(low, .english)) employees and more")
        case (nil, _): Phrase(label, "not an employer, or presumed not to be")
        }
    }
}
