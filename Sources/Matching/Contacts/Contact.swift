import Catalog
import Wording

/// A supplier of unknown trade that is near the place of a need or works there: to be asked what it does. It has no score,
/// because nothing shows that it fits.
public struct Contact: Sendable, Hashable {
    /// Position in the list of those to be contacted, from 1.
    public var rank: Int
    public var supplier: Supplier
    /// Distance to the nearest place of performance, km, when both are known.
    public var distance: Double?
    /// What is known of its place, size and record: sentences that a buyer understands.
    public var reasons: [Phrase]
    public var eligibility: Eligibility

    public init(rank: Int, supplier: Supplier, distance: Double?, reasons: [Phrase], eligibility: Eligibility) {
        self.rank = rank
        self.supplier = supplier
        self.distance = distance
        self.reasons = reasons
        self.eligibility = eligibility
    }
}
