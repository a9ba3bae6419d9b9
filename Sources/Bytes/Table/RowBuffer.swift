/// The cells of the row under reading: bytes behind the texts that all rows share, so that a cell that refers to a shared
/// text costs no copy of it.
final class RowBuffer {
    private var bytes: [UInt8]
    /// Where the texts of the row begin.
    private let base: Int
    private var cells: [CSVCell] = []
    private let limits: Limits
    private let file: String

    /// - Parameter shared: the bytes that cells may refer to; to be held by nobody else, or they are copied.
    init(shared: consuming [UInt8] = [], file: String, limits: Limits) {
        base = shared.count
        bytes = shared
        self.limits = limits
        self.file = file
    }

    var count: Int { cells.count }

    func clear() {
        bytes.removeSubrange(base...)
        cells.removeAll(keepingCapacity: true)
    }

    /// - Returns: where the text stands.
    ///
    /// - Throws: `Problem` when the row is over the limit.
    func append(_ text: UnsafeRawBufferPointer, line: Int) throws -> Range<Int> {
        guard bytes.count - base + text.count <= limits.recordBytes else {
            throw TableProblem.tooMuch("recordBytes", file: file, line: line)
        }
        let start = bytes.count
        bytes.append(contentsOf: text)
        return start..<bytes.count
    }

    /// Lets `write` add bytes.
    func append(writing write: (inout [UInt8]) -> Void) -> Range<Int> {
        let start = bytes.count
        write(&bytes)
        return start..<bytes.count
    }

    /// Lets `write` add bytes to the text of a column, when nothing was added since.
    func extend(_ column: Int, line: Int, writing write: (inout [UInt8]) -> Void) throws {
        let start = column < cells.count && cells[column].end == bytes.count ? cells[column].start : bytes.count
        write(&bytes)
        if bytes.count > start { try set(column, start..<bytes.count, line: line) }
    }

    /// Puts a text into a column, from 0; the columns before it that have none are empty.
    func set(_ column: Int, _ text: Range<Int>, line: Int) throws {
        guard column < limits.columns else { throw TableProblem.tooMuch("columns", file: file, line: line) }
        while cells.count <= column { cells.append(CSVCell(start: base, end: base, doubled: false)) }
        cells[column] = CSVCell(start: text.lowerBound, end: text.upperBound, doubled: false)
    }

    func isEmpty(_ column: Int) -> Bool {
        guard column < cells.count else { return true }
        return cells[column].start == cells[column].end
    }

    func text(_ column: Int) -> ArraySlice<UInt8> {
        guard column < cells.count else { return [] }
        return bytes[cells[column].start..<cells[column].end]
    }

    func withCells<Result>(line: Int, _ body: (CSVCells) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes { bytes in
            try cells.withUnsafeBufferPointer { try body(CSVCells(line: line, bytes: bytes, cells: $0)) }
        }
    }
}
