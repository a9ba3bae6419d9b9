import Catalog
import Dispatch
import Matching
import Nomenclature
import Reports
import Synchronization
import Wording

/// Which lots a supplier is shown.
public struct OpportunityOptions: Sendable, Hashable {
    /// Lots kept.
    public var top = 20
    /// Score from which a lot is shown, 0–100.
    public var minScore = 0.0
    /// Département codes of which one has to be that of a place of performance; empty for everywhere. A lot for the whole
    /// country is everywhere, one without place nowhere.
    public var departements: Set<String> = []
    /// Whether only reserved lots are shown.
    public var reservedOnly = false
    /// Lots that cannot be answered shown for each reason.
    public var missed = 5
    /// Whether partners are looked for.
    public var groups = true

    public init() {}
}

/// Holds one supplier against the open lots: each is scored for it alone, on all cores, as the ranking of that lot would.
public struct OpportunitySearch: Sendable {
    private let matcher: Matcher
    private let candidates: [Candidate]
    private let options: OpportunityOptions
    private let day: Day

    /// - Parameters:
    ///   - candidates: the structures that ask, see ``Matcher/candidates(_:workspace:)``.
    ///   - day: that the days left are counted from.
    public init(_ matcher: Matcher, candidates: [Candidate], options: OpportunityOptions, day: Day) {
        self.matcher = matcher
        self.candidates = candidates
        self.options = options
        self.day = day
    }

    /// How a lot stands for the candidate that it fits best.
    private struct Standing {
        let lot: OpportunityLot
        let candidate: Candidate
        let prospect: Prospect
        /// `nil` for what may be answered.
        let missed: MissedLot.Reason?
    }

    func sheet(of lots: OpenLots) -> OpportunitySheet {
        let standings = standings(of: lots.lots)
        var counts = OpportunitySheet.Counts()
        counts.open = lots.lots.count
        counts.expired = lots.expired
        counts.decided = lots.decided
        counts.cancelled = lots.cancelled
        counts.undated = lots.undated
        for standing in standings {
            if let reason = standing.missed { counts.missed[reason, default: 0] += 1 } else { counts.fitting += 1 }
        }
        let fitting = standings.filter { $0.missed == nil && isAskedFor($0) }
            .sorted { Self.comesFirst($0, $1) }.prefix(options.top)
        return OpportunitySheet(
            suppliers: candidates.map(\.supplier), day: day,
            opportunities: opportunities(Array(fitting)), missed: missed(standings), counts: counts)
    }

    /// Better scores first, then the sooner deadline, then the reference.
    private static func comesFirst(_ one: Standing, _ other: Standing) -> Bool {
        let scores = (one.prospect.match?.score ?? 0, other.prospect.match?.score ?? 0)
        if scores.0 != scores.1 { return scores.0 > scores.1 }
        let days = (one.lot.daysLeft ?? .max, other.lot.daysLeft ?? .max)
        if days.0 != days.1 { return days.0 < days.1 }
        return one.lot.need.id < other.lot.need.id
    }

    private func isAskedFor(_ standing: Standing) -> Bool {
        if standing.prospect.match?.score ?? 0 < options.minScore { return false }
        if options.reservedOnly, standing.prospect.reservation == nil { return false }
        guard !options.departements.isEmpty else { return true }
        return standing.lot.need.places.contains { place in
            place.departements.isEmpty
                ? place.coordinates == nil : !options.departements.isDisjoint(with: place.departements)
        }
    }

    // MARK: Scoring

    private func standings(of views: [LotView]) -> [Standing] {
        let results = Mutex([Standing?](repeating: nil, count: views.count))
        DispatchQueue.concurrentPerform(iterations: views.count) { place in
            let standing = standing(of: views[place])
            results.withLock { $0[place] = standing }
        }
        return results.withLock { $0 }.compactMap(\.self)
    }

    private func standing(of view: LotView) -> Standing? {
        let need = Need(notice: view.notice, lot: view.lot, day: day)
        let lot = OpportunityLot(view, need: need, on: day)
        let all = candidates.map { candidate in
            let prospect = candidate.prospect(for: need)
            return Standing(
                lot: lot, candidate: candidate, prospect: prospect, missed: Self.reason(prospect))
        }
        // The structure that may answer before the one that may not, then the better score.
        return all.max { one, other in
            let answers = (one.missed == nil, other.missed == nil)
            if answers.0 != answers.1 { return answers.1 }
            return one.prospect.match?.score ?? 0 < other.prospect.match?.score ?? 0
        }
    }

    private static func reason(_ prospect: Prospect) -> MissedLot.Reason? {
        switch prospect.outcome {
        case .otherTrade: .otherTrade
        case .tooLowScore: .tooLowScore
        case .fits: prospect.match?.eligibility.verdict == .notEligible ? .notEligible : nil
        }
    }

    // MARK: What is shown

    private func opportunities(_ standings: [Standing]) -> [Opportunity] {
        let results = Mutex([Opportunity?](repeating: nil, count: standings.count))
        DispatchQueue.concurrentPerform(iterations: standings.count) { place in
            let standing = standings[place]
            guard var match = standing.prospect.match else { return }
            match.rank = place + 1
            let alone = Opportunity(lot: standing.lot, match: match, prospect: standing.prospect)
            let opportunity = options.groups ? completed(alone) : alone
            results.withLock { $0[place] = opportunity }
        }
        return results.withLock { $0 }.compactMap(\.self)
    }

    /// The same with the partners that it lacks.
    func completed(_ opportunity: Opportunity) -> Opportunity {
        var completed = opportunity
        completed.group = matcher.engine.group(
            for: opportunity.lot.need, with: opportunity.match.supplier, opportunity.prospect)
        return completed
    }

    /// Some of each reason: the nearest to the supplier first, of another trade those with the soonest deadline.
    private func missed(_ standings: [Standing]) -> [MissedLot] {
        MissedLot.Reason.allCases.flatMap { reason in
            standings.filter { $0.missed == reason }.sorted { Self.comesFirst($0, $1) }.prefix(options.missed)
                .map { MissedLot(lot: $0.lot, reason: reason, match: $0.prospect.match) }
        }
    }
}

extension Application {
    /// The lots of the workspace that may still be answered on its day.
    public func openLots() throws -> OpenLots { try OpenLots(workspace, on: today) }

    /// The lots that a supplier may answer, with what its profile says and nothing could be made of.
    ///
    /// - Parameter matcher: the engine over the catalogue of the workspace, where it is at hand.
    /// - Throws: `Problem` for a supplier that is not known, a profile that is refused, an empty catalogue.
    public func opportunities(
        of asker: OpportunityAsker, options: OpportunityOptions, matcher: Matcher? = nil
    ) throws -> (sheet: OpportunitySheet, remarks: [Problem]) {
        let matcher = try matcher ?? self.matcher()
        let (candidates, remarks) = try matcher.candidates(asker, workspace: self)
        let search = OpportunitySearch(matcher, candidates: candidates, options: options, day: today)
        return (search.sheet(of: try openLots()), remarks)
    }
}
