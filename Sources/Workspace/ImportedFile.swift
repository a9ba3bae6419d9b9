import GRDB

/// A document that is being imported.
public struct ImportedFile: Sendable, Hashable {
    /// As the user named it.
    public var name: String
    /// SHA-256; `nil` while it is not known, for large files that are read only once.
    public var digest: String?
    public var bytes: Int
    /// Format or source, where it is known beforehand.
    public var source: String
    /// How it is read beside its bytes (a mapping, a date given): another way of reading is another import.
    public var reading: String
    /// Whether what earlier files of this name said is taken back.
    public var replacesName: Bool

    public init(
        name: String, digest: String?, bytes: Int, source: String = "", reading: String = "",
        replacesName: Bool = false
    ) {
        self.name = name
        self.digest = digest
        self.bytes = bytes
        self.source = source
        self.reading = reading
        self.replacesName = replacesName
    }

    /// What tells this import from others; `nil` while the digest is not known.
    public var key: String? { digest.map { reading.isEmpty ? $0 : $0 + "+" + reading } }
}

/// The documents that a workspace holds already: they need not be read again.
public struct KnownFiles: Sendable {
    private var digests: Set<String> = []
    /// Those of the bytes alone, however they were read.
    private var bytes: Set<String> = []
    private var sizes: Set<Int> = []

    init(_ database: Database, kind: ImportKind) throws {
        // A file of which nothing could be used is read again: it may be named otherwise, or the reader have learnt more.
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT digest, bytes, records > 0 AND records = rejected AS useless FROM file WHERE kind = ?",
            arguments: [kind.rawValue])
        while let row = try rows.next() {
            sizes.insert(row["bytes"])
            if !(row["useless"] as Bool) {
                let digest: String = row["digest"]
                digests.insert(digest)
                bytes.insert(String(digest.prefix { $0 != "+" }))
            }
        }
    }

    /// Whether the same bytes are in the workspace, read in the same way, or told more of than now.
    public func contains(_ file: ImportedFile) -> Bool {
        if file.reading.isEmpty { return file.digest.map(bytes.contains) ?? false }
        return file.key.map(digests.contains) ?? false
    }

    /// Whether a file of this size is known, the only case in which a digest can tell more.
    public func hasSize(_ bytes: Int) -> Bool { sizes.contains(bytes) }

    /// A file of this size is being read now.
    public mutating func expect(size: Int) { sizes.insert(size) }
}
