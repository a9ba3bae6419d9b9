import FrenchText

/// Tells which of the first rows of a table holds the column names.
///
/// It is the first row with the most filled, textual, distinct cells, before the rows that look like data. Titles, dates
/// and blank lines above it are no rows of the table.
enum HeaderChoice {
    /// Filled rows looked at.
    static let looked = 20

    /// The number of the row among `rows`; `nil` when none of them holds words in most of the columns.
    static func row(among rows: [[String]]) -> Int? {
        let width = rows.map { row in row.count { !$0.isEmpty } }.max() ?? 0
        if width == 1 { return single(rows) }
        var best: (index: Int, names: Int)?
        for (index, row) in rows.enumerated() {
            if let best, isData(row, below: rows[best.index]) { break }
            let names = names(in: row)
            // A line of two facts above a table of ten columns (« Mise à jour », « mars ») is no header.
            guard names >= 2, names * 2 >= width else { continue }
            // Data of words alone may fill a cell more than the header does: only a row of clearly more words, below one
            // with the titles of groups of columns, is better.
            if best.map({ names * 2 > $0.names * 3 }) ?? true { best = (index, names) }
        }
        return best?.index
    }

    /// One column: the last words before the first number, or the first words where there is none.
    private static func single(_ rows: [[String]]) -> Int? {
        let cells = rows.map { row in row.first { !$0.isEmpty } ?? "" }
        guard let first = cells.firstIndex(where: isName) else { return nil }
        guard let value = cells[first...].firstIndex(where: { !isName($0) }) else { return first }
        return value - 1
    }

    /// Whether a value stands below a name.
    private static func isData(_ row: [String], below header: [String]) -> Bool {
        zip(header, row).contains { name, cell in isName(name) && !cell.isEmpty && !isName(cell) }
    }

    private static func names(in row: [String]) -> Int {
        Set(row.filter(isName).map { Folding.fold($0) }).count
    }

    /// Longer texts are descriptions.
    private static let longest = 120

    /// Whether a cell may be the name of a column: words, and neither a number, a date, a code nor an address.
    static func isName(_ cell: String) -> Bool {
        guard !cell.isEmpty, cell.utf8.count <= longest else { return false }
        var letters = 0
        var digits = 0
        for scalar in cell.unicodeScalars {
            if scalar == "@" { return false }
            if (0x30...0x39).contains(scalar.value) {
                digits += 1
            } else if scalar.properties.isAlphabetic {
                letters += 1
            }
        }
        // « 81.30Z », « 2A004 » are codes; « CA 2025 » is a name.
        guard letters > 0, digits < 4 || letters > 1 else { return false }
        let start = cell.prefix(4).lowercased()
        return start != "http" && start != "www."
    }
}
