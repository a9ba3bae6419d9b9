import Wording

/// Takes in the rows of a sheet: finds the column names among the first ones, and hands on what follows.
final class SheetSink {
    let file: String
    private let limits: Limits
    private let onHeader: ([String]) throws -> Void
    private let body: (CSVCells) throws -> Void
    /// The rows before the header is known; none afterwards.
    private var held: [(line: Int, cells: [String])] = []
    private var heldBytes = 0
    /// Columns of the table once they are known: values behind them belong to no column.
    private(set) var width: Int?
    /// Whether a sheet of one column is left for a wider one.
    var wantsSeveralColumns = true

    init(
        file: String, limits: Limits, onHeader: @escaping ([String]) throws -> Void,
        _ body: @escaping (CSVCells) throws -> Void
    ) {
        self.file = file
        self.limits = limits
        self.onHeader = onHeader
        self.body = body
    }

    /// Thrown to leave a sheet that is not the table.
    struct Left: Error {}

    /// Bytes of the first rows, beyond which the header is looked for in fewer of them.
    private static let mostHeld = 1 << 20

    /// The end of a row; a blank one is passed over.
    ///
    /// - Throws: ``Left``; `Problem`; what the closures throw.
    func take(_ row: RowBuffer, line: Int) throws {
        if width != nil {
            return try row.withCells(line: line) { if !$0.isBlank { try body($0) } }
        }
        let cells = row.withCells(line: line) { $0.isBlank ? [] : $0.strings }
        guard !cells.isEmpty else { return }
        held.append((line, cells))
        heldBytes += cells.reduce(0) { $0 + $1.utf8.count }
        if held.count == HeaderChoice.looked || heldBytes > Self.mostHeld { try begin() }
    }

    /// The end of the sheet.
    ///
    /// - Returns: whether it was the table.
    func end() throws -> Bool {
        if width == nil, !held.isEmpty {
            do { try begin() } catch is Left { return false }
        }
        return width != nil
    }

    /// Forgets a sheet that was left.
    func restart() {
        held = []
        heldBytes = 0
    }

    private func begin() throws {
        let columns = held.map(\.cells.count).max() ?? 0
        if wantsSeveralColumns, held.allSatisfy({ row in row.cells.count { !$0.isEmpty } == 1 }) { throw Left() }
        guard let chosen = HeaderChoice.row(among: held.map(\.cells)) else {
            throw TableProblem.headless(file, line: held[0].line)
        }
        let names = held[chosen].cells
        width = columns
        try onHeader(names + Array(repeating: "", count: columns - names.count))
        let rows = held[(chosen + 1)...]
        held = []
        for row in rows {
            let buffer = RowBuffer(file: file, limits: limits)
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                let text = try Array(cell.utf8).withUnsafeBytes { try buffer.append($0, line: row.line) }
                try buffer.set(column, text, line: row.line)
            }
            try buffer.withCells(line: row.line, body)
        }
    }
}
