import Catalog
import Matching
import Nomenclature
import Wording

/// A lot as those who may answer it see it.
public struct OpportunityLot: Sendable, Hashable {
    public var need: Need
    public var title: String
    public var buyer: String
    /// ISO 8601, with the hour where the notice gives one; `nil` when the notice gives no deadline.
    public var deadline: String?
    /// Days from the day of the question to the deadline, 0 on the day itself.
    public var daysLeft: Int?
    /// Where the documents of the purchase are.
    public var documents: String?
    /// What the notice does not say, or says so that it could not be used.
    public var unused: [Phrase]

    public init(
        need: Need, title: String, buyer: String, deadline: String?, daysLeft: Int?, documents: String?,
        unused: [Phrase]
    ) {
        self.need = need
        self.title = title
        self.buyer = buyer
        self.deadline = deadline
        self.daysLeft = daysLeft
        self.documents = documents
        self.unused = unused
    }

    /// The day of the deadline.
    public var deadlineDay: Day? { deadline.flatMap { Day(iso: $0) } }
}

/// A lot that a supplier may answer, alone or in a group.
public struct Opportunity: Sendable, Hashable {
    public var lot: OpportunityLot
    /// How the supplier stands; ``Match/rank`` is the place of the lot among its opportunities.
    public var match: Match
    public var prospect: Prospect
    /// The smallest group that has what the supplier lacks; `nil` where it lacks nothing or nobody was found.
    public var group: SupplierGroup?

    public init(lot: OpportunityLot, match: Match, prospect: Prospect, group: SupplierGroup? = nil) {
        self.lot = lot
        self.match = match
        self.prospect = prospect
        self.group = group
    }

    /// How the lot can be answered.
    public enum Way: String, Sendable {
        case alone, group
        /// Something is lacking and nobody of the catalogue brings it.
        case incomplete
    }

    public var way: Way { prospect.lacks.isEmpty ? .alone : group == nil ? .incomplete : .group }
}

/// A lot that a supplier cannot answer, with why.
public struct MissedLot: Sendable, Hashable {
    public enum Reason: String, Sendable, CaseIterable {
        case notEligible, tooLowScore, otherTrade
    }
    public var lot: OpportunityLot
    public var reason: Reason
    /// `nil` for another trade.
    public var match: Match?

    public init(lot: OpportunityLot, reason: Reason, match: Match?) {
        self.lot = lot
        self.reason = reason
        self.match = match
    }
}

/// The answer to a supplier that asks which lots it may answer.
public struct OpportunitySheet: Sendable {
    /// The structures that asked: several where a SIRET or a SIREN has several; each lot stands for the one that fits best.
    public var suppliers: [Supplier]
    public var day: Day
    /// Best first.
    public var opportunities: [Opportunity]
    /// Some of each reason.
    public var missed: [MissedLot]
    public var counts: Counts

    /// How many lots there are of each standing.
    public struct Counts: Sendable, Hashable {
        /// Lots that may still be answered, by anybody.
        public var open = 0
        public var expired = 0
        public var decided = 0
        public var cancelled = 0
        public var undated = 0
        /// Of the open ones: those that the supplier may answer, ``OpportunitySheet/opportunities`` cut short or not.
        public var fitting = 0
        public var missed: [MissedLot.Reason: Int] = [:]

        public init() {}
    }

    public init(
        suppliers: [Supplier], day: Day, opportunities: [Opportunity], missed: [MissedLot], counts: Counts
    ) {
        self.suppliers = suppliers
        self.day = day
        self.opportunities = opportunities
        self.missed = missed
        self.counts = counts
    }
}
