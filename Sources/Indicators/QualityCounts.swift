/// What the workspace knows of the records behind the contracts, and that the contracts themselves do not tell.
public struct QualityCounts: Sendable, Codable, Hashable {
    /// Records read, those below included.
    public var records: Int
    /// Records rejected, kept with their reason.
    public var rejected: Int
    /// Records superseded by a later one of the same identifier.
    public var superseded: Int
    /// Concessions, left out of purchases.
    public var concessions: Int

    public init(records: Int = 0, rejected: Int = 0, superseded: Int = 0, concessions: Int = 0) {
        self.records = records
        self.rejected = rejected
        self.superseded = superseded
        self.concessions = concessions
    }
}

/// What counting found in the contracts.
public struct ContentQuality: Sendable, Codable, Hashable {
    /// Contracts of the buyer whose year is unknown: in no year's figures.
    public var unknownYear = 0
    /// Amounts left out of sums.
    public var amountMissing = 0
    public var amountTooSmall = 0
    public var amountTooLarge = 0
    /// Groups of contracts with the same buyer, object, initial amount, date and holders under several numbers.
    public var possibleDuplicateGroups = 0
    /// Contracts of these groups beyond the first of each.
    public var possibleDuplicates = 0

    public init() {}

    public var amountsNotUsable: Int { amountMissing + amountTooSmall + amountTooLarge }
}
