/// Computes the digest of a source while a parser reads it, and hands it over at the end.
final class HashingSource: ByteSource {
    private let source: ByteSource
    private var hash = SHA256()
    private var onEnd: ((String) -> Void)?

    init(_ source: ByteSource, onEnd: @escaping (String) -> Void) {
        self.source = source
        self.onEnd = onEnd
    }

    override func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        if count > 0 {
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        } else if !buffer.isEmpty, let onEnd {
            onEnd(hash.finish())
            self.onEnd = nil
        }
        return count
    }
}
