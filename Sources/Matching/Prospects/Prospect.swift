import Catalog
import Nomenclature
import Wording

/// How one supplier stands for one need, seen from the supplier: the same score, sentences and eligibility as in the
/// ranking of the need, and what it lacks to answer alone.
public struct Prospect: Sendable, Hashable {
    /// Whether the ranking would hold the supplier.
    public enum Outcome: String, Sendable, Hashable {
        case fits
        /// It shows too little of the trade.
        case otherTrade
        /// The trade fits and the whole does not.
        case tooLowScore
    }

    public let outcome: Outcome
    /// As the ranking would hold it, without a rank; `nil` for another trade.
    public let match: Match?
    /// What reserves the need, when something does.
    public let reservation: Reservation?
    public let load: Load
    /// What others would have to bring.
    public let lacks: [Lack]
    /// What is not known of the supplier or the need, and what it costs.
    public let gaps: [Explanation.Gap]

    /// The size of a need against that of the supplier.
    public struct Load: Sendable, Hashable {
        /// Value of the need a year, EUR HT; `nil` when it is not known.
        public let yearly: Double?
        public let size: Explanation.Size?

        /// Yearly value over turnover.
        public var share: Double? {
            guard let yearly, let size, size.turnover > 0 else { return nil }
            return yearly / size.turnover
        }
    }

    /// Something that a need asks for and the supplier does not have.
    public enum Lack: Sendable, Hashable {
        /// A trade that the title names beside others, in its words.
        case trade(String)
        /// A place of performance that it does not work at, or not at the whole of it: its number among those of the need.
        case place(Int)
        /// Size: the yearly value is more than `group-load` of its turnover.
        case capacity
    }
}
