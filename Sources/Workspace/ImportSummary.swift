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
    /// Recognised and left aside, for they are no purchases: concessions in award data, registrations of enterprises
    /// (X01, X02) among notices.
    public var leftAside = 0
    public var files = 0
    public var bytes = 0
    public var seconds = 0.0
    /// Rejects and files that could not be read, in number; and the first of them, with place and reason. All of
    /// them are in the workspace: a file without a single good record must not fill the memory.
    public private(set) var rejectCount = 0
    public private(set) var rejects: [Problem] = []
    /// Remarks on records that went in all the same: their number and the first of them.
    public private(set) var remarkCount = 0
    public private(set) var remarks: [Problem] = []
    /// How many of each are held.
    public static let shown = 1_000

    public init(kind: ImportKind) { self.kind = kind }

    mutating func noteReject(_ problem: Problem) {
        rejectCount += 1
        if rejects.count < Self.shown { rejects.append(problem) }
    }

    mutating func noteRemark(_ problem: Problem) {
        remarkCount += 1
        if remarks.count < Self.shown { remarks.append(problem) }
    }
}
