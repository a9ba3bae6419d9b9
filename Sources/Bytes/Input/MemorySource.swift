/// Bytes already in memory.
public final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { bytes = Array(text.utf8) }

    override func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        guard count > 0 else { return 0 }
        bytes.withUnsafeBytes { source in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[position..<position + count]))
        }
        position += count
        return count
    }

    /// Hands out what has not been read yet; it counts as read unless `body` declines by `nil`.
    func withRemaining<Result>(_ body: (UnsafeRawBufferPointer) -> Result?) -> Result? {
        let result = bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[position...])) }
        if result != nil { position = bytes.count }
        return result
    }

    override func seek(to offset: Int) { position = min(max(offset, 0), bytes.count) }
}
