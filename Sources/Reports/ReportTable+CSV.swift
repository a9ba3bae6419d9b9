import Nomenclature
import Wording

extension ReportTable {
    /// CSV as spreadsheets in France open it: UTF-8 with byte-order mark, semicolons, CRLF. Decimals have a comma in
    /// French and a point in English, no thousands separator; amounts are in EUR HT, shares are 0–1, days ISO 8601.
    ///
    /// Texts that a spreadsheet would take for a formula get an apostrophe in front.
    public func csv(_ language: Language) -> String {
        var text = "\u{FEFF}"
        text += line(columns.map { Self.field($0.title[language]) })
        return text + csvRows(language)
    }

    /// The rows alone, to go on with a file that begins with ``csv(_:)`` of the same columns.
    public func csvRows(_ language: Language) -> String {
        var text = ""
        for row in rows { text += line(row.map { Self.csv($0, language) }) }
        return text
    }

    private func line(_ fields: [String]) -> String { fields.joined(separator: ";") + "\r\n" }

    private static func csv(_ cell: Cell, _ language: Language) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): field(text)
        case .phrase(let phrase): field(phrase[language])
        case .count(let value): String(value)
        case .number(let value, let decimals): PlainNumber.text(value, decimals: decimals, language)
        case .amount(let amount): language == .french ? PlainNumber.comma(amount.decimal) : amount.decimal
        case .percent(let value): PlainNumber.text(value, decimals: 6, language)
        case .date(let day): day.iso
        }
    }

    private static func field(_ text: String) -> String {
        var text = text
        // A lone carriage return or tab in front hides the sign from the reader but not from the spreadsheet.
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
        let special: Set<Unicode.Scalar> = [";", "\"", "\n", "\r"]
        guard text.unicodeScalars.contains(where: { special.contains($0) }) else { return text }
        // By scalars: a quote followed by a combining mark is no quote among Characters.
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}

/// Numbers for machines.
enum PlainNumber {
    /// `decimals` digits after a point or, in French, a comma; no separator of thousands.
    static func text(_ value: Double, decimals: Int, _ language: Language) -> String {
        let plain = text(value, decimals: decimals)
        return language == .french ? comma(plain) : plain
    }

    /// `decimals` digits after a point; trailing zeros are dropped beyond the first.
    static func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 9e18 else { return String(value) }
        let units = Int64(scaled)
        var result = String(units / Int64(scale))
        if decimals > 0 {
            let fraction = String(units % Int64(scale))
            var digits = String(repeating: "0", count: decimals - fraction.count) + fraction
            while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
            result += "." + digits
        }
        return value < 0 && units != 0 ? "-" + result : result
    }

    static func comma(_ text: String) -> String { String(text.map { $0 == "." ? "," : $0 }) }
}
