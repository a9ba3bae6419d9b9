import Synchronization
import Wording

/// One document to read: a file, standard input, or a member of an archive. It can be opened as often as wanted.
public final class Input: Sendable {
    /// As the user named it; `archive.zip!member.xml` for a member.
    public let name: String
    /// Number of bytes.
    public let size: Int
    /// The first bytes, for telling the format by content.
    public let head: [UInt8]
    private let contents: Contents
    private let knownDigest: Mutex<String?>
    private let counted: ReadCounter.File?

    private enum Contents {
        case memory([UInt8])
        case file(path: String)
        case spool(SpoolFile)
    }

    static let headSize = 8 << 10
    /// What standard input is called in messages.
    static let standardInput = "stdin"

    /// A document already in memory.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        size = bytes.count
        head = Array(bytes.prefix(Self.headSize))
        contents = .memory(bytes)
        knownDigest = Mutex(nil)
        counted = nil
    }

    /// A document in a temporary file.
    init(name: String, spool: SpoolFile, size: Int, head: [UInt8], digest: String) {
        self.name = name
        self.size = size
        self.head = head
        contents = .spool(spool)
        knownDigest = Mutex(digest)
        counted = nil
    }

    /// A file that is read from where it lies.
    init(name: String, path: String, size: Int, head: [UInt8], counted: ReadCounter.File?) {
        self.name = name
        self.size = size
        self.head = head
        contents = .file(path: path)
        knownDigest = Mutex(nil)
        self.counted = counted
    }

    /// The bytes from the start. The digest is computed on the way and known once they are read to their end.
    public func open() throws -> ByteSource {
        let source = try openPlainly()
        guard case .file = contents, knownDigest.withLock({ $0 == nil }) else { return source }
        return HashingSource(source) { [weak self] digest in self?.remember(digest) }
    }

    /// The bytes from the start, and from anywhere else.
    func openPlainly() throws -> ByteSource {
        switch contents {
        case .memory(let bytes): return MemorySource(bytes)
        case .spool(let file): return SpoolSource(file)
        case .file(let path):
            let source = try FileSource(path: path)
            guard let counted else { return source }
            return CountingSource(source, counted)
        }
    }

    /// SHA-256 of the bytes, 64 hexadecimal digits: the identity of a document, whatever its name. Where it is not at
    /// hand, the whole file is read for it: see ``digestAtHand``.
    public func digest() throws -> String {
        if let digest = digestAtHand { return digest }
        var hash = SHA256()
        try openPlainly().forEachBlock { hash.update($0) }
        let digest = hash.finish()
        remember(digest)
        return digest
    }

    /// The digest, where no file must be read for it: always but for a large file on the disk that has not been read
    /// to its end yet.
    public var digestAtHand: String? {
        if let known = knownDigest.withLock({ $0 }) { return known }
        guard case .memory(let bytes) = contents else { return nil }
        let digest = SHA256.hex(bytes)
        remember(digest)
        return digest
    }

    private func remember(_ digest: String) { knownDigest.withLock { $0 = digest } }
}
