internal import CNomenclatures

/// An embedded nomenclature table, read row by row.
///
/// The tables of `Catalog/Nomenclatures` start with `#` lines that give their source, then a header, then
/// tab-separated rows. This is the only file of the module that sees their bytes.
struct Table {
    private let bytes: UnsafeBufferPointer<UInt8>
    let columns: [String]
    private let firstRow: Int

    /// - Precondition: `name` is one of the embedded tables, and `columns` are its first columns: the tables are
    ///   part of the program, so a mismatch is a programming mistake.
    init(_ name: String, columns expected: String...) {
        guard let table = passerelle_table(name) else { preconditionFailure("no embedded table \(name)") }
        bytes = UnsafeBufferPointer(start: table.pointee.bytes, count: table.pointee.length)
        var position = 0
        while position < bytes.count, bytes[position] == UInt8(ascii: "#") {
            position = Self.endOfLine(bytes, from: position) + 1
        }
        let end = Self.endOfLine(bytes, from: position)
        columns = String(decoding: bytes[position..<end], as: UTF8.self).split(separator: "\t").map(String.init)
        firstRow = end + 1
        precondition(columns.starts(with: expected), "table \(name) has the columns \(columns)")
    }

    /// One row: its cells by column number.
    struct Row {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate let cells: [Range<Int>]

        subscript(column: Int) -> String {
            column < cells.count ? String(decoding: bytes[cells[column]], as: UTF8.self) : ""
        }

        /// The cell split at `separator`, without empty parts.
        func list(_ column: Int, separator: Character = " ") -> [String] {
            self[column].split(separator: separator).map(String.init)
        }
    }

    func forEachRow(_ body: (Row) -> Void) {
        var position = firstRow
        while position < bytes.count {
            let end = Self.endOfLine(bytes, from: position)
            var cells: [Range<Int>] = []
            cells.reserveCapacity(columns.count)
            var start = position
            for index in position..<end where bytes[index] == UInt8(ascii: "\t") {
                cells.append(start..<index)
                start = index + 1
            }
            cells.append(start..<end)
            body(Row(bytes: bytes, cells: cells))
            position = end + 1
        }
    }

    func map<Element>(_ transform: (Row) -> Element) -> [Element] {
        var elements: [Element] = []
        forEachRow { elements.append(transform($0)) }
        return elements
    }

    private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }
}
