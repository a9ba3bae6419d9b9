import Bytes

/// What the columns of a file are called in its mapping: a column without a name by its letter, the second of two of one
/// name by its number.
enum ColumnLabels {
    /// Whether what should be column names is a row of data: an e-mail or a long number names no column.
    static func isData(_ header: [String]) -> Bool {
        // « Effectif 2021/2022 » is a name: the digits of a number follow each other.
        header.contains { cell in
            cell.contains("@") || !cell.contains(where: \.isLetter) && cell.count(where: \.isNumber) >= 8
        }
    }

    static func labels(of header: [String]) -> [String] {
        var met: [String: Int] = [:]
        var used = Set(header.map(key))
        return header.enumerated().map { index, name in
            guard !name.isEmpty else { return "colonne " + letters(index) }
            // On one line: the mapping file is to be read by people.
            let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            met[key(name), default: 0] += 1
            var number = met[key(name)] ?? 1
            if number == 1 { return name }
            // « Secteur;Secteur;Secteur 2 »: the second is not called as the third.
            while !used.insert(key("\(name) (\(number))")).inserted { number += 1 }
            met[key(name)] = number
            return "\(name) (\(number))"
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
