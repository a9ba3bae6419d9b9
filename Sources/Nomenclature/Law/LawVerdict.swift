import Wording

/// What the law answers to a question that has a yes and a no.
public enum LawVerdict: String, Sendable, Hashable, Codable {
    case yes
    /// The law is unsettled, or the data do not tell.
    case toVerify
    case no
}

/// How a value stands to an amount of the code at a date.
public struct ThresholdFinding: Sendable, Hashable {
    public let verdict: LawVerdict
    /// Rows that may be the one in force: several when buyer or nature is not known.
    public let thresholds: [LegalThreshold]
    public let missing: [Phrase]
}
