import Nomenclature
import Wording

/// An indicator computed for one buyer (or all) and one year (or all).
public struct IndicatorResult: Sendable, Hashable {
    public var definition: IndicatorDefinition
    /// Contracts counted, and the contracts that the share is taken of (|C|).
    public var count: Int
    public var total: Int
    /// Usable amounts of the contracts counted and of all contracts (A), once per contract, EUR HT.
    public var amount: Amount
    public var totalAmount: Amount
    /// The same with the amount of a group divided by the number of its members; only for purchases by kind of holder.
    public var amountShared: Amount?
    /// Which of the two amounts comes first.
    public var convention: CountingRules.GroupConvention
    /// Contracts whose field is informed, silent, or says two opposite things; informed is `total` where no single
    /// field decides.
    public var informed: Int
    public var notInformed: Int
    public var contradictory: Int
    /// Contracts of the denominator whose amount is not usable: in the numbers, not in the sums.
    public var excluded: Int
    /// Contracts left out because the inclusive establishment is another one of the same enterprise.
    public var otherEstablishment: Int
    /// Which contracts are counted: see ``SPASERReport/contracts(countedBy:)``; `nil` when the indicator is about
    /// records.
    public var selection: Selection?
    /// The denominator is below the number that rates can be trusted from.
    public var smallSample: Bool
    /// The value, where the indicator is no selection of contracts: a mean, a median, a gap.
    public var figure: IndicatorFigure?
    /// The same indicator a year before, when contracts of that year were given.
    public var comparison: IndicatorComparison?

    public var code: String { definition.code }

    /// Share of the number of contracts, 0–1; `nil` without contracts.
    public var shareOfAll: Double? { ratio(count, total) }
    /// Share of the contracts whose field is informed, 0–1; `nil` when none is.
    public var shareOfInformed: Double? { ratio(count, informed) }
    /// Share of the amount, 0–1.
    public var shareOfAmount: Double? { ratio(amount, totalAmount) }
    /// The amount to show first: by the convention of the rules, where it makes a difference.
    public var headlineAmount: Amount { convention == .shared ? amountShared ?? amount : amount }
    /// Share of ``headlineAmount``, 0–1.
    public var shareOfHeadlineAmount: Double? { ratio(headlineAmount, totalAmount) }
    /// Share of the amount by the shared convention, 0–1.
    public var shareOfSharedAmount: Double? { amountShared.flatMap { ratio($0, totalAmount) } }
}

func ratio(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
func ratio(_ part: Amount, _ whole: Amount) -> Double? {
    whole == .zero ? nil : Double(part.units) / Double(whole.units)
}

/// The value of an indicator that is not a number of contracts.
public struct IndicatorFigure: Sendable, Hashable {
    /// `nil` when there is nothing to compute it from.
    public var value: Double?
    public var numerator: Quantity
    public var denominator: Quantity?

    /// A number of something or a sum of money.
    public enum Quantity: Sendable, Hashable {
        case count(Int)
        case amount(Amount)
        /// A share, 0–1.
        case share(Double)
    }
}

/// A figure of the previous year.
public struct IndicatorComparison: Sendable, Hashable {
    public var year: Int
    public var count: Int
    public var total: Int
    public var amount: Amount
    public var totalAmount: Amount
    public var value: Double?

    public var shareOfAll: Double? { ratio(count, total) }
    public var shareOfAmount: Double? { ratio(amount, totalAmount) }
}
