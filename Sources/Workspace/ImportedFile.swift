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

    public init(name: String, digest: String?, bytes: Int, source: String = "") {
        self.name = name
        self.digest = digest
        self.bytes = bytes
        self.source = source
    }
}

/// The documents that a workspace holds already: they need not be read again.
public struct KnownFiles: Sendable {
    private var digests: Set<String> = []
    private var sizes: Set<Int> = []

    init(_ database: Database, kind: ImportKind) throws {
        // A file of which nothing could be used is read again: it may be named otherwise, or the reader have learnt more.
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT digest, bytes, records > 0 AND records = rejected AS useless FROM file WHERE kind = ?",
            arguments: [kind.rawValue])
        while let row = try rows.next() {
            sizes.insert(row["bytes"])
            if !(row["useless"] as Bool) { digests.insert(row["digest"]) }
        }
    }

    /// Whether the same bytes are in the workspace.
    public func contains(_ file: ImportedFile) -> Bool { file.digest.map(digests.contains) ?? false }

    /// Whether a file of this size is known, the only case in which a digest can tell more.
    public func hasSize(_ bytes: Int) -> Bool { sizes.contains(bytes) }

    /// A file of this size is being read now.
    public mutating func expect(size: Int) { sizes.insert(size) }
}
