/// What became of a lot (eForms NoticeResult).
public struct LotResult: Sendable, Hashable, Codable {
    /// `selec-w` winner chosen, `open-nw` not yet, `clos-nw` closed without winner (BT-142).
    public var status = ""
    /// Why no winner was chosen (BT-144).
    public var reason: String?
    /// Number of tenders by code (BT-760, BT-759); the code is `nil` where the notice gives a bare number.
    public var statistics: [SubmissionCount] = []
    public var winners: [Winner] = []
    /// Maximum and re-estimated value of the framework agreement (BT-709, BT-660).
    public var frameworkMaximum: Money?
    public var frameworkEstimate: Money?
    public var lowestTender: Money?
    public var highestTender: Money?
    /// The award in the buyer's own words, where the form has free text for it (BOAMP `attributionMarche`).
    public var description: LocalizedText?

    public init() {}

    /// All tenders received, when the notice says.
    public var tenders: Int? {
        (statistics.first { $0.code == "tenders" } ?? statistics.first { $0.code == nil })?.count
    }
}

/// A number of tenders or requests received, of one kind.
public struct SubmissionCount: Sendable, Hashable, Codable {
    public var code: String?
    public var count: Int?
}

/// A tender that won, with its holders: several when they form a group.
public struct Winner: Sendable, Hashable, Codable {
    /// Identifier of the tender in the notice (`TEN-0001`).
    public var tender = ""
    public var holders: [Organisation] = []
    public var subcontractors: [Organisation] = []
    /// Value of the tender (BT-720); absent when withheld.
    public var value: Money?
    public var rank: String?
    /// Buyer's identifier of the contract (BT-150) and its date of conclusion (BT-145).
    public var contract = ""
    public var concluded: String?
    /// Day on which the winner was chosen (BT-1451).
    public var awarded: String?
    public var subcontracting: SubcontractedPart?

    public init() {}
}

/// What a tender says of subcontracting.
public struct SubcontractedPart: Sendable, Hashable, Codable {
    /// `yes`, `no`, `not-known` (BT-773).
    public var code = ""
    /// Value subcontracted (BT-553).
    public var value: Money?
    /// Share of the contract, 0–100 (BT-555).
    public var percent: Double?

    public init() {}
}
