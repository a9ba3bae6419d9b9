import Nomenclature
import Wording

/// The weights that rank, as they are shown.
public struct WeightsReport: Sendable {
    public struct Line: Sendable {
        public var weight: WeightRow
        /// The value in force.
        public var value: Double
        /// Line of the file that gives it; `nil` for the value of the program.
        public var line: Int?

        public init(weight: WeightRow, value: Double, line: Int?) {
            self.weight = weight
            self.value = value
            self.line = line
        }
    }

    public var lines: [Line]
    /// The file that changes some of them; `nil` when there is none.
    public var file: String?

    public init(lines: [Line], file: String?) {
        self.lines = lines
        self.file = file
    }

    private static let decimals = 6

    public func table(_ language: Language) -> ReportTable {
        ReportTable(
            title: Phrase("Poids du classement", "Weights of the ranking"),
            columns: [
                .init("name", Phrase("Nom", "Name")), .init("value", Phrase("Valeur", "Value"), .number),
                .init("standard", Phrase("Programme", "Program"), .number),
                .init("least", Phrase("Min.", "Least"), .number), .init("most", Phrase("Max.", "Most"), .number),
                .init("origin", Phrase("Origine", "Origin")),
                .init("meaning", Phrase("Sens", "Meaning"), .longText),
            ], rows: lines.map { row($0, language) })
    }

    /// What fits 80 columns: what is changed stands behind a mark.
    public func short(_ language: Language) -> ReportTable {
        ReportTable(
            title: Phrase("Poids du classement", "Weights of the ranking"),
            columns: [
                .init("name", Phrase("Nom", "Name")), .init("value", Phrase("Valeur", "Value")),
                .init("meaning", Phrase("Sens", "Meaning"), .longText),
            ],
            rows: lines.map { line in
                let value = Self.number(line.value, language)
                let standard = Self.number(line.weight.value, language)
                return [
                    .text(line.weight.name), .text(line.line == nil ? value : "≠ \(value) (\(standard))"),
                    .phrase(line.weight.meaning),
                ]
            })
    }

    private func row(_ line: Line, _ language: Language) -> [ReportTable.Cell] {
        [
            .text(line.weight.name), .number(line.value, decimals: Self.decimals),
            .number(line.weight.value, decimals: Self.decimals),
            .number(line.weight.bounds.lowerBound, decimals: Self.decimals),
            .number(line.weight.bounds.upperBound, decimals: Self.decimals), .text(origin(line, language)),
            .phrase(line.weight.meaning),
        ]
    }

    private func origin(_ line: Line, _ language: Language) -> String {
        guard let file, let number = line.line else { return Phrase("programme", "program")[language] }
        return file + Phrase(", ligne ", ", line ")[language] + String(number)
    }

    /// What stands under the table: which file changes how many of them.
    public func note(_ language: Language) -> String {
        guard let file else {
            return Phrase("Tous ces poids sont ceux du programme.", "All these weights are those of the program.")[
                language]
        }
        let changed = lines.count { $0.line != nil }
        return Phrase(
            "≠ : changé par \(file) (\(changed) sur \(lines.count)) ; entre parenthèses, le poids du programme.",
            "≠: changed by \(file) (\(changed) of \(lines.count)); in brackets, the weight of the program.")[language]
    }

    /// In the stable form of `docs/json.md`.
    public func json(_ language: Language) -> JSONValue {
        .object([
            .init("file", .string(file)),
            .init(
                "weights",
                .array(
                    lines.map { line in
                        .object([
                            .init("name", .string(line.weight.name)), .init("value", .number(line.value)),
                            .init("standard", .number(line.weight.value)),
                            .init("least", .number(line.weight.bounds.lowerBound)),
                            .init("most", .number(line.weight.bounds.upperBound)), .init("line", .integer(line.line)),
                            .init("meaning", .string(line.weight.meaning[language])),
                        ])
                    })),
        ])
    }

    /// In the form of the file of weights of a workspace.
    public func tsv(_ language: Language) -> String {
        lines.map { $0.weight.name + "\t" + Self.number($0.value, language) + "\n" }.joined()
    }

    private static func number(_ value: Double, _ language: Language) -> String {
        let text = PlainNumber.text(value, decimals: decimals, language)
        return text.hasSuffix(".0") || text.hasSuffix(",0") ? String(text.dropLast(2)) : text
    }
}
