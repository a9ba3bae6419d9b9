import Nomenclature
import Tenders

/// The rules that the figures are counted by. Every one is printed with the report: two reports compare only when
/// their rules do.
public struct CountingRules: Sendable, Codable, Hashable {
    /// How the amount of a contract held by a group is counted.
    public enum GroupConvention: String, Sendable, Codable {
        /// Wholly, as soon as one member qualifies: what the national indicators do.
        case whole
        /// Divided by the number of members.
        case shared
    }

    /// The day at which the classes of a holder are judged.
    public enum ClassDate: Sendable, Codable, Hashable {
        case notification
        case on(Day)
    }

    /// Amounts below are placeholders and left out of sums, EUR HT.
    public var minimumAmount = Amount(euros: 1)
    /// Amounts above are typing errors and left out of sums, EUR HT (Ministry's cleaning rules, 2023).
    public var maximumAmount = Amount(euros: 3_000_000_000)
    /// How the workspace told contracts apart before they were counted.
    public var identityKey = ReadingRules.Key.uid
    /// The convention of the headline figures; the other one is always given beside.
    public var groupConvention = GroupConvention.whole
    public var classDate = ClassDate.notification
    /// A concession is not a purchase.
    public var includeConcessions = false
    /// Shares of fewer contracts than this carry a warning.
    public var smallSampleWarning = 30
    /// Share of contracts with a social consideration, 0–1 (plan national pour des achats durables 2022-2025).
    public var targetSocial = 0.30
    /// Share of contracts with an environmental consideration, 0–1 (same plan).
    public var targetEnvironmental = 1.0
    /// Months between notification and publication (R2196-1 CCP).
    public var publicationMonths = 2
    /// An ESS supplier is new when it held no contract of the buyer in so many years before.
    public var newSupplierYears = 3

    public init() {}

    public static let standard = CountingRules()

    /// Whether an amount may be summed.
    public func isUsable(_ amount: Amount) -> Bool { amount >= minimumAmount && amount <= maximumAmount }
}
