/// A window that slides over a source: what has been read and not yet used, in memory of its own.
struct ByteWindow {
    private let source: ByteSource
    /// The most that one record may need at once.
    private let limit: Int
    private(set) var bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    /// First byte that is not used yet.
    var position = 0
    /// First byte that is not read yet.
    private(set) var end = 0
    private(set) var atEnd = false

    init(_ source: ByteSource, limit: Int) {
        self.source = source
        self.limit = limit
    }

    func deallocate() { bytes.deallocate() }

    /// What reading on may find.
    enum Outcome { case more, end, full }

    /// Moves what is left to the front and reads on; ``bytes`` may be another buffer afterwards.
    mutating func fill() throws -> Outcome {
        if atEnd { return .end }
        if position > 0 {
            bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
            end -= position
            position = 0
        }
        if end == bytes.count {
            guard bytes.count < limit else { return .full }
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count * 2, alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<end]))
            bytes.deallocate()
            bytes = larger
        }
        let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
        if count == 0 { atEnd = true }
        end += count
        return count > 0 ? .more : .end
    }
}
