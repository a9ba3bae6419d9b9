import Wording

/// What is imported.
public enum ImportKind: String, Sendable, Codable {
    case notices, suppliers, contracts
}

/// What became of an import, in records: notices, supplier rows, contracts.
public struct ImportSummary: Sendable, Hashable {
    public var kind: ImportKind
    /// Records met, good and bad.
    public var read = 0
    /// New in the workspace.
    public var imported = 0
    /// Already there, the same.
    public var unchanged = 0
    /// Versions set aside because a newer one of the same record is known.
    public var superseded = 0
    /// Not usable: each is in ``rejects``.
    public var rejected = 0
    /// Concessions met in award data: counted, not purchases.
    public var concessions = 0
    public var files = 0
    public var bytes = 0
    public var seconds = 0.0
    /// Rejected records, with place and reason.
    public var rejects: [Problem] = []
    /// Remarks on records that went in all the same.
    public var remarks: [Problem] = []

    public init(kind: ImportKind) { self.kind = kind }
}
