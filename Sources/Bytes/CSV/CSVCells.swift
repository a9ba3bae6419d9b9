/// The cells of one row as bytes. Valid only inside the closure that receives it.
public struct CSVCells {
    /// Line of the file where the row starts, from 1.
    public let line: Int
    let bytes: UnsafeRawBufferPointer
    let cells: UnsafeBufferPointer<CSVCell>

    public var count: Int { cells.count }

    /// The trimmed cell, empty behind the last one.
    public subscript(index: Int) -> ByteText {
        guard index < cells.count else { return ByteText(UnsafeRawBufferPointer(rebasing: bytes[..<0])) }
        let cell = cells[index]
        return ByteText(UnsafeRawBufferPointer(rebasing: bytes[cell.start..<cell.end]))
    }

    /// The cells as texts.
    public var strings: [String] { (0..<count).map { self[$0].string } }

    /// The row as it may be shown in the rejects.
    public var source: String { strings.joined(separator: ";") }

    var isBlank: Bool { (0..<count).allSatisfy { self[$0].isEmpty } }
}

/// Where a cell stands in the window, its quotation marks left out.
struct CSVCell {
    var start: Int
    var end: Int
    /// Whether marks inside are doubled.
    var doubled: Bool
}
