import Wording

/// One document to read: a file, or a member of an archive.
public struct Input {
    /// As the user named it; `archive.zip!member.xml` for a member.
    public let name: String
    /// SHA-256 of the bytes.
    public let digest: String
    /// Number of bytes.
    public let size: Int
    /// The first bytes, for telling the format by content.
    public let head: [UInt8]
    private let contents: Contents

    enum Contents {
        case memory([UInt8])
        case file(String)
    }

    /// Larger files are read from the disk twice, once for the digest, rather than held in memory.
    static let heldInMemory = 32 << 20
    static let headSize = 8 << 10

    init(name: String, bytes: [UInt8]) {
        self.name = name
        digest = SHA256.hex(bytes)
        size = bytes.count
        head = Array(bytes.prefix(Self.headSize))
        contents = .memory(bytes)
    }

    init(name: String, path: String) throws {
        self.name = name
        (digest, size) = try SHA256.hex(FileSource(path: path))
        head = try FileSource(path: path).prefix(Self.headSize)
        contents = .file(path)
    }

    /// The bytes from the start; may be asked for again.
    public func open() throws -> ByteSource {
        switch contents {
        case .memory(let bytes): MemorySource(bytes)
        case .file(let path): try FileSource(path: path)
        }
    }
}

extension ByteSource {
    /// At most the first `count` bytes.
    func prefix(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let read = try bytes.withUnsafeMutableBytes { try self.read(into: .init(rebasing: $0[filled...])) }
            if read == 0 { break }
            filled += read
        }
        return Array(bytes.prefix(filled))
    }

    /// Everything, when it fits in `limit` bytes; `nil` when it does not.
    func all(limit: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try read(into: buffer)
            if count == 0 { return bytes }
            if bytes.count + count > limit { return nil }
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
