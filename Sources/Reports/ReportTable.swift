import Nomenclature
import Wording

/// A table of a report, made once and rendered as CSV, XLSX, text or HTML.
public struct ReportTable: Sendable {
    public var title: Phrase
    public var columns: [Column]
    public var rows: [[Cell]]

    public init(title: Phrase, columns: [Column], rows: [[Cell]] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }

    public struct Column: Sendable {
        /// Stable name for machines.
        public var key: String
        public var title: Phrase
        public var kind: Kind

        public init(_ key: String, _ title: Phrase, _ kind: Kind = .text) {
            self.key = key
            self.title = title
            self.kind = kind
        }
    }

    public enum Kind: Sendable {
        case text
        /// Long text, wrapped where there is room for it.
        case longText
        case number
        /// EUR HT.
        case amount
        /// 0–1, shown in per cent.
        case percent
        case date

        var isNumeric: Bool {
            switch self {
            case .number, .amount, .percent: true
            case .text, .longText, .date: false
            }
        }
    }

    public enum Cell: Sendable, Hashable {
        case empty
        case text(String)
        case phrase(Phrase)
        case count(Int)
        /// A number with so many decimals.
        case number(Double, decimals: Int)
        case amount(Amount)
        case percent(Double)
        case date(Day)

        public static func percent(_ value: Double?) -> Cell { value.map { .percent($0) } ?? .empty }
        public static func amount(_ value: Amount?) -> Cell { value.map { .amount($0) } ?? .empty }
        public static func date(_ value: Day?) -> Cell { value.map { .date($0) } ?? .empty }
        public static func number(_ value: Double?, decimals: Int) -> Cell {
            value.map { .number($0, decimals: decimals) } ?? .empty
        }

        /// As people read it.
        public func text(_ language: Language) -> String {
            switch self {
            case .empty: ""
            case .text(let text): text
            case .phrase(let phrase): phrase[language]
            case .count(let value): NumberFormat.integer(value, language)
            case .number(let value, let decimals): NumberFormat.decimal(value, decimals: decimals, language)
            case .amount(let amount): amount.text(language)
            case .percent(let value): NumberFormat.percent(value, language)
            case .date(let day): day.text(language)
            }
        }
    }
}
