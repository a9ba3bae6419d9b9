import Bytes
import Wording

// The mapping file: a table that opens in a spreadsheet, one line a column.
extension ColumnMapping {
    /// Reads a mapping file, CSV or a workbook that it was saved as.
    ///
    /// - Throws: `Problem` naming the line that is wrong and what to write there.
    public init(_ input: Input, limits: Limits = .standard) throws {
        var places: [String: Int] = [:]
        var lines: [Line] = []
        var met: [String: Int] = [:]
        try TableReader(limits: limits).read(
            input,
            onHeader: { header in
                for (index, name) in header.enumerated() { places[CSVReader.key(name)] = index }
                guard Self.place(of: "champ", "field", in: places) != nil,
                    Self.place(of: "colonne", "column", in: places) != nil
                else { throw Self.noHeader(input.name) }
            }
        ) { row in
            func cell(_ names: String...) -> String {
                names.compactMap { places[$0] }.first.map { row[$0].string } ?? ""
            }
            let read = MappingLine(
                file: input.name, line: row.line, column: cell("colonne", "column"), field: cell("champ", "field"),
                value: cell("valeur", "value"), separator: cell("separateur", "separator"))
            guard var line = try read.checked() else { return }
            if !line.column.isEmpty, let before = met.updateValue(row.line, forKey: ColumnLabels.key(line.column)) {
                throw read.columnTwice(before)
            }
            line.examples = cell("exemples", "examples")
            line.remark = cell("remarque", "remark")
            lines.append(line)
        }
        self.init(lines)
        try check(file: input.name)
    }

    private static func place(of names: String..., in places: [String: Int]) -> Int? {
        names.compactMap { places[$0] }.first
    }

    private static func noHeader(_ file: String) -> Problem {
        Problem(
            "mapping.header", at: Place(file: file, line: 1),
            Phrase(
                "ce n’est pas un fichier de correspondance : il lui faut les colonnes « colonne » et « champ » ; « passerelle map-columns » en écrit un",
                "this is no mapping file: it needs the columns “colonne” and “champ”; “passerelle map-columns” writes one"
            ))
    }

    /// The file: UTF-8 with byte-order mark, semicolons, CR LF, which spreadsheets in France open as it is.
    public var csv: String {
        var text = "\u{FEFF}colonne;champ;valeur;separateur;exemples;remarque\r\n"
        for line in lines {
            text +=
                [line.column, line.field.rawValue, line.value, line.separator, line.examples, line.remark]
                .map(Self.quoted).joined(separator: ";") + "\r\n"
        }
        return text
    }

    /// Marks around what holds a separator, and an apostrophe before what a spreadsheet would take for a formula.
    private static func quoted(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
        let special: Set<Unicode.Scalar> = [";", "\"", "\n", "\r"]
        guard text.unicodeScalars.contains(where: special.contains) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
