import Bytes

/// What the columns of a file are called in its mapping: a column without a name by its letter, the second of two of one
/// name by its number.
enum ColumnLabels {
    static func labels(of header: [String]) -> [String] {
        var met: [String: Int] = [:]
        return header.enumerated().map { index, name in
            guard !name.isEmpty else { return "colonne " + letters(index) }
            // On one line: the mapping file is to be read by people.
            let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            met[key(name), default: 0] += 1
            let number = met[key(name)] ?? 1
            return number == 1 ? name : "\(name) (\(number))"
        }
    }

    /// How labels are compared: as column names, or as they are where a name has neither letter nor digit.
    static func key(_ label: String) -> String {
        let key = CSVReader.key(label)
        return key.isEmpty ? label.trimmed : key
    }

    /// `A`, `Z`, `AA`, as spreadsheets show them.
    static func letters(_ column: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(0x41 + column % 26)))
        return column < 26 ? letter : letters(column / 26 - 1) + letter
    }
}
