import Nomenclature
import Wording

/// What a watch has to tell: only what it has not told before.
public struct WatchReport: Sendable {
    public var watch: String
    /// The supplier, as it is shown.
    public var supplier: String
    public var day: Day
    /// The day of the last run; `nil` for the first one.
    public var since: Day?
    /// The soonest deadline first, those without one last.
    public var items: [WatchItem]
    /// Lots that may still be answered, told or not.
    public var open: Int

    public init(watch: String, supplier: String, day: Day, since: Day?, items: [WatchItem], open: Int) {
        self.watch = watch
        self.supplier = supplier
        self.day = day
        self.since = since
        self.items = items
        self.open = open
    }
}

/// A lot that is told.
public struct WatchItem: Sendable {
    public enum Kind: Sendable, Hashable {
        case new
        /// The deadline has changed since it was told; the one told before, `nil` where there was none.
        case changed(from: String?)
    }
    public var kind: Kind
    public var opportunity: Opportunity
    /// A UUID that stays that of the lot in this watch, whatever notice speaks of it.
    public var identifier: String
    /// How often it was told before.
    public var sequence: Int

    public init(kind: Kind, opportunity: Opportunity, identifier: String, sequence: Int) {
        self.kind = kind
        self.opportunity = opportunity
        self.identifier = identifier
        self.sequence = sequence
    }
}
