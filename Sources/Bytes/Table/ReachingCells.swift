/// The values of merged cells that reach down to the rows below.
struct ReachingCells {
    private let package: OfficePackage
    private var cells: [(column: Int, lastRow: Int, text: [UInt8])] = []

    init(_ package: OfficePackage) { self.package = package }

    mutating func add(_ column: Int, to lastRow: Int, of row: RowBuffer) {
        if !row.isEmpty(column) { cells.append((column, lastRow, Array(row.text(column)))) }
    }

    /// Gives a row the values that reach down to it. A row that has nothing of its own stays a blank one: each record may
    /// be merged over two of them.
    ///
    /// - Parameter width: columns of the table, once they are known.
    /// - Throws: `Problem` when the values come to more than the limits allow.
    mutating func fill(_ row: RowBuffer, line: Int, width: Int?) throws {
        cells.removeAll { $0.lastRow < line }
        guard !cells.isEmpty, row.withCells(line: line, { !$0.isBlank }) else { return }
        for cell in cells where row.isEmpty(cell.column) && cell.column < width ?? .max {
            try package.count(repeated: cell.text.count)
            try row.set(cell.column, row.append { $0.append(contentsOf: cell.text) }, line: line)
        }
    }

    mutating func removeAll() { cells.removeAll() }
}
