internal import CNomenclatures

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An embedded nomenclature table whose rows are read where they lie, when they are asked for.
///
/// The tables of `Catalog/Nomenclatures` start with `#` lines that give their source, then a header, then
/// tab-separated rows. This is the only file of the module that sees their bytes as pointers: they are constants of
/// the program, so they are there as long as it runs and nobody writes to them, hence `@unchecked`.
struct Table: @unchecked Sendable {
    private let bytes: UnsafeBufferPointer<UInt8>
    let columns: [String]
    /// Where each row begins, then where the row after the last would.
    private let starts: [UInt32]

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
        precondition(columns.starts(with: expected), "table \(name) has the columns \(columns)")
        var starts: [UInt32] = []
        position = end + 1
        while position < bytes.count {
            starts.append(UInt32(position))
            position = Self.endOfLine(bytes, from: position) + 1
        }
        starts.append(UInt32(position))
        self.starts = starts
    }

    /// Number of rows.
    var count: Int { starts.count - 1 }

    subscript(row: Int) -> Row {
        // Without the end of the line.
        Row(bytes: bytes, range: Int(starts[row])..<Int(starts[row + 1]) - 1)
    }

    /// One row: its cells by column number.
    struct Row {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate let range: Range<Int>

        /// The cell as text; empty beyond the last column.
        subscript(column: Int) -> String { cell(column).text }

        /// The cell as it lies there; empty beyond the last column.
        func cell(_ column: Int) -> Cell {
            var start = range.lowerBound
            for _ in 0..<column {
                start = Table.endOfCell(bytes, range, from: start) + 1
                guard start <= range.upperBound else { return Cell(bytes: bytes, range: start..<start) }
            }
            return Cell(bytes: bytes, range: start..<Table.endOfCell(bytes, range, from: start))
        }

        /// The cell split at `separator`, without empty parts.
        func list(_ column: Int, separator: Character = " ") -> [String] {
            self[column].split(separator: separator).map(String.init)
        }
    }

    /// The bytes of a cell, UTF-8.
    struct Cell: RandomAccessCollection {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate let range: Range<Int>

        var startIndex: Int { 0 }
        var endIndex: Int { range.count }
        subscript(position: Int) -> UInt8 { bytes[range.lowerBound + position] }

        var text: String { String(decoding: bytes[range], as: UTF8.self) }

        /// The digits as a number, `nil` when there is anything else or nothing.
        var number: Int? {
            var value = 0
            for byte in self {
                guard byte >= 0x30, byte <= 0x39, value < 1 << 56 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return isEmpty ? nil : value
        }

        /// A decimal such as `-61.0542`, exactly as `Double` reads it: numerator and power of ten are exact, and one
        /// division rounds once.
        var decimal: Double? {
            var units = 0
            var scale = 1
            var hasPoint = false
            var digits = 0
            for (index, byte) in enumerated() {
                switch byte {
                case 0x30...0x39:
                    digits += 1
                    guard digits <= 15 else { return nil }
                    units = units * 10 + Int(byte - 0x30)
                    if hasPoint { scale *= 10 }
                case UInt8(ascii: ".") where !hasPoint: hasPoint = true
                case UInt8(ascii: "-") where index == 0: continue
                default: return nil
                }
            }
            guard digits > 0 else { return nil }
            let value = Double(units) / Double(scale)
            return first == UInt8(ascii: "-") ? -value : value
        }

        /// Where the cell stands to `other` in the order of their bytes: negative before, zero equal, positive after.
        func compare(_ other: some RandomAccessCollection<UInt8>) -> Int {
            for (left, right) in zip(self, other) where left != right { return Int(left) - Int(right) }
            return count - other.count
        }
    }

    func forEachRow(_ body: (Row) -> Void) {
        for row in 0..<count { body(self[row]) }
    }

    func map<Element>(_ transform: (Row) -> Element) -> [Element] {
        (0..<count).map { transform(self[$0]) }
    }

    /// The row whose first cell is `key`, in a table sorted by it (a test says that the tables read so are).
    ///
    /// - Complexity: O(log *n*), without allocation.
    func row(sortedBy key: String) -> Int? {
        var key = key
        return key.withUTF8 { key in
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                let order = self[middle].cell(0).compare(key)
                if order == 0 { return middle }
                if order < 0 { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }

    private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(base).distance(to: found)
    }

    private static func endOfCell(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>, from start: Int) -> Int {
        var index = start
        while index < row.upperBound, bytes[index] != UInt8(ascii: "\t") { index += 1 }
        return index
    }
}
