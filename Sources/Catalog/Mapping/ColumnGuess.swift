import Bytes
import Wording

/// What the columns of a user's own file seem to hold, by their names and first values: a proposal for a mapping.
public struct ColumnGuess: Sendable {
    /// What is proposed for one column.
    public struct Column: Sendable {
        /// As the mapping file calls it.
        public let label: String
        public let field: MappedField
        /// 0–1; 0 for a column of which nothing is known.
        public let confidence: Double
        public let reason: Phrase
        /// A few values; none of a column that may hold persons.
        public let examples: [String]
        /// The sign between the elements of a list; empty for the usual one.
        public let separator: String
        /// Filled cells among the rows looked at.
        public let filled: Int
    }

    /// In the order of the file.
    public let columns: [Column]
    /// Rows looked at.
    public let rows: Int
    /// What to check before the file is imported.
    public let warnings: [Phrase]

    /// Rows whose values are looked at.
    public static let mostRows = 500
    /// Below, nothing is proposed.
    static let leastConfidence = 0.4
    /// Below, the proposal is to be checked.
    public static let sureConfidence = 0.65

    private struct Enough: Error {}

    /// - Throws: `Problem` when the file is no table, or has no row.
    public init(_ input: Input, limits: Limits = .standard) throws {
        var profiles: [ColumnProfile] = []
        var rows = 0
        do {
            try TableReader(limits: limits).read(
                input,
                onHeader: { header in
                    if ColumnLabels.isData(header) { throw TableFault.noHeader(input) }
                    profiles = ColumnLabels.labels(of: header).map { ColumnProfile(label: $0) }
                }
            ) { row in
                for index in profiles.indices { profiles[index].add(row[index].string) }
                rows += 1
                if rows == Self.mostRows { throw Enough() }
            }
        } catch is Enough {}
        guard rows > 0 else {
            throw TableFault.noRow(input)
        }
        let choice = ColumnChoice(profiles)
        columns = profiles.indices.map { choice.column($0) }
        self.rows = rows
        warnings = choice.warnings
    }

    /// The proposal as a mapping, columns of which nothing is known included, so that the user can say what they are.
    public var mapping: ColumnMapping {
        ColumnMapping(
            columns.map { column in
                ColumnMapping.Line(
                    column: column.label, field: column.field, separator: column.separator,
                    examples: column.examples.joined(separator: " | "), remark: column.remark(.french))
            })
    }
}

extension ColumnGuess.Column {
    /// How sure the proposal is, and why.
    public func remark(_ language: Language) -> String {
        guard field != .ignored else { return reason[language] }
        let sure = confidence >= ColumnGuess.sureConfidence
        let words = sure ? Phrase("sûr", "sure") : Phrase("à vérifier", "to be checked")
        return words[language] + (language == .french ? " : " : ": ") + reason[language]
    }
}
