import FrenchText
import Wording

/// Reads a table of text with a header: commas, semicolons, tabs or bars; UTF-8 with or without byte-order mark,
/// UTF-16 with one, or Windows-1252; lines ended by LF, CR LF or CR. All of it is told from the content, in constant
/// memory.
public struct CSVReader {
    private let limits: Limits

    public init(limits: Limits = .standard) { self.limits = limits }

    /// One line of the table, its cells found by the name of their column.
    public struct Row {
        /// Line of the file where the row starts, from 1.
        public let line: Int
        public let cells: [String]
        fileprivate let columns: [String: Int]

        /// The trimmed cell under `column`, empty when there is none. Column names are compared without case, accents,
        /// spaces and punctuation.
        public subscript(column: String) -> String {
            guard let index = columns[CSVReader.key(column)], index < cells.count else { return "" }
            return cells[index]
        }

        /// The row as it may be shown in the rejects.
        public var source: String { cells.joined(separator: ";") }
    }

    /// How column names are compared.
    public static func key(_ column: String) -> String {
        Folding.fold(column).filter { $0.isLetter || $0.isNumber }
    }

    /// Reads the header, asks `onHeader` whether to go on with it, then calls `body` for each row that is not blank.
    ///
    /// - Throws: `Problem` for an empty file or a line over the limit; what the closures throw.
    public func read(
        _ source: ByteSource, name: String, onHeader: ([String]) throws -> Void, _ body: (Row) throws -> Void
    ) throws {
        var columns: [String: Int] = [:]
        try readCells(
            source, name: name,
            onHeader: { header in
                try onHeader(header)
                for (index, column) in header.enumerated() where columns[Self.key(column)] == nil {
                    columns[Self.key(column)] = index
                }
            }
        ) { row in
            try body(Row(line: row.line, cells: row.strings, columns: columns))
        }
    }

    /// The same, the cells as bytes and found by their number: for tables of millions of rows.
    ///
    /// - Throws: as ``read(_:name:onHeader:_:)``.
    public func readCells(
        _ source: ByteSource, name: String, onHeader: ([String]) throws -> Void, _ body: (CSVCells) throws -> Void
    ) throws {
        var scanner = CSVScanner(source: TranscodingSource(source), name: name, limits: limits)
        defer { scanner.deallocate() }
        guard let header = try scanner.header()?.cells else {
            throw Problem(
                "csv.empty", at: Place(file: name),
                Phrase("le fichier est vide ; exportez-le de nouveau", "the file is empty; export it again"))
        }
        try onHeader(header)
        while let row = try scanner.row() {
            if !row.isBlank { try body(row) }
        }
    }
}
