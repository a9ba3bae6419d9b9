/// A condition that candidates must meet (selection criterion): suitability, finances, means, references.
public struct SelectionCriterion: Sendable, Hashable, Codable {
    /// Code of `selection-criterion` (BT-809; older notices BT-747).
    public var code = ""
    public var name: LocalizedText?
    public var description: LocalizedText?

    public init() {}
}

/// What the buyer demands or allows of subcontracting.
public struct SubcontractingTerms: Sendable, Hashable, Codable {
    /// `none`, `subc-chang`, `subc-min`, `subc-oblig` (BT-65).
    public var obligation = ""
    /// Share of the contract that must, and may at most, be subcontracted, 0–100 (BT-64, BT-729).
    public var minimumPercent: Double?
    public var maximumPercent: Double?
    /// What a tender must tell of its subcontractors (BT-651).
    public var indication = ""

    public init() {}
}
