import Wording

/// One weight of the ranking: a row of `Catalog/Nomenclatures/weights.tsv`.
public struct WeightRow: Sendable, Hashable {
    /// How the weight is called in files and on the command line: `least-trade`.
    public let name: String
    public let value: Double
    /// What a workspace may put in its place.
    public let bounds: ClosedRange<Double>
    public let meaning: Phrase
}

/// The weights of the ranking, in the order of their table: the one place of their values.
public enum WeightTable {
    public static let rows: [WeightRow] = Table(
        "weights", columns: "name", "value", "least", "most", "meaning_fr", "meaning_en"
    ).map { row in
        guard let value = row.cell(1).decimal, let least = row.cell(2).decimal, let most = row.cell(3).decimal,
            least <= value, value <= most
        else { preconditionFailure("weight \(row[0]) is no number within its bounds") }
        return WeightRow(name: row[0], value: value, bounds: least...most, meaning: Phrase(row[4], row[5]))
    }
}
