/// A source whose control characters are blanks: XML allows none, and publishers paste them in with their texts.
final class ControlFilterSource: ByteSource {
    private let source: ByteSource

    init(_ source: ByteSource) { self.source = source }

    override func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        guard let base = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return count }
        for index in 0..<count {
            let byte = base[index]
            let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
            base[index] = isControl ? 0x20 : byte
        }
        return count
    }
}

extension Input {
    /// The bytes from the start, control characters replaced by blanks. A text of two-byte characters, which are full
    /// of zeros, is left as it is.
    public func openWithoutControls() throws -> ByteSource {
        head.contains(0) || head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE])
            ? try open() : ControlFilterSource(try open())
    }
}
