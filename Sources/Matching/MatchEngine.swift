import Catalog
import FrenchText
import Nomenclature
import Wording

/// The answer to a need.
public struct Ranking: Sendable, Hashable {
    /// Best first.
    public var matches: [Match]
    /// Suppliers of the trade that the reservation keeps from answering.
    public var setAside: Int
    /// What reserves the lot, when something does.
    public var reservation: Reservation?
}

/// Ranks the suppliers of a catalogue for a need.
///
/// The trade (text and codes) gates: a supplier that shows no trade evidence is absent, and the other criteria only
/// take away from the trade, in proportion to their share. The answer is exact: every supplier is scored.
public struct MatchEngine: Sendable {
    private let suppliers: [Supplier]
    private let places: [SupplierPlace]
    private let sizes: [CapacityCriterion.Size?]
    private let lendsStaff: [Bool]
    private let trade: TradeIndex
    private let record: RecordIndex
    private let weights: Weights
    private let vocabulary: TradeVocabulary

    public init(suppliers: [Supplier], references: [Reference] = [], weights: Weights = .standard) {
        let vocabulary = TradeVocabulary.shared
        // In the order of keys, so that neither scores nor ties depend on the order given.
        let suppliers = suppliers.sorted { $0.key < $1.key }
        self.suppliers = suppliers
        places = suppliers.map { SupplierPlace($0) }
        sizes = suppliers.map { CapacityCriterion.Size($0, weights: weights) }
        lendsStaff = suppliers.map(\.lendsStaff)
        trade = TradeIndex(suppliers, vocabulary: vocabulary, weights: weights)
        record = RecordIndex(references, suppliers: suppliers, vocabulary: vocabulary, weights: weights)
        self.weights = weights
        self.vocabulary = vocabulary
    }

    /// What was found of one supplier, before words are put on it.
    private struct Candidate {
        let evidence: TradeJudge.Evidence
        /// 0–1.
        let score: Double
    }

    /// The suppliers that may answer, best first, at most `top`; ties by key. Empty when nothing fits.
    ///
    /// - Parameter criteria: the criteria that make the score. Without text and codes nothing tells the trade, and
    ///   both are read to choose who is in the answer.
    public func match(
        _ need: Need, top: Int, criteria: Set<Criterion> = Set(Criterion.allCases)
    ) -> [Match] {
        rank(need, top: top, criteria: criteria, setsAsideIneligible: false).matches
    }

    /// The same, where the suppliers that a reservation keeps from answering may be set aside: they take no place in
    /// the list, and are counted.
    public func rank(
        _ need: Need, top: Int, criteria: Set<Criterion> = Set(Criterion.allCases), setsAsideIneligible: Bool
    ) -> Ranking {
        let reservation = ReservationReader.read(need)
        guard top > 0, !suppliers.isEmpty else { return Ranking(matches: [], setAside: 0, reservation: reservation) }
        let reading = NeedReading(need, vocabulary: vocabulary, weights: weights)
        let tradeCriteria = criteria.intersection([.text, .codes])
        let judge = TradeJudge(
            reading, index: trade, criteria: tradeCriteria.isEmpty ? [.text, .codes] : tradeCriteria, weights: weights)
        let scorer = Scorer(
            criteria: criteria, weights: weights, place: PlaceCriterion(need, weights: weights),
            capacity: CapacityCriterion(need, weights: weights),
            record: RecordCriterion(reading, index: record, weights: weights))
        var selection = TopSelection<Candidate>(top) { left, right in
            left.score != right.score ? left.score > right.score : left.evidence.supplier < right.evidence.supplier
        }
        let eligibility = EligibilityJudge()
        var setAside = 0
        for evidence in judge.evidence(lendsStaff: lendsStaff) {
            let supplier = evidence.supplier
            // Without a reservation everyone may answer, and nobody is judged here; what only the text may mean sets
            // nobody aside either.
            if setsAsideIneligible, let reservation, reservation.isCertain || reservation.origin != .text,
                eligibility.judge(suppliers[supplier], for: need, reservation: reservation).verdict == .notEligible
            {
                setAside += 1
                continue
            }
            // The score never exceeds the trade, and suppliers come in the order that settles ties: no need to look
            // further at one that cannot enter.
            if let worst = selection.worstKept, evidence.trade <= worst.score { continue }
            let score = scorer.score(evidence, size: sizes[supplier], seat: places[supplier])
            selection.offer(Candidate(evidence: evidence, score: score))
        }
        let matches = selection.best.enumerated().map { rank, candidate in
            let supplier = suppliers[candidate.evidence.supplier]
            return Match(
                rank: rank + 1, supplier: supplier, score: candidate.score * 100,
                criteria: explain(candidate.evidence, judge, scorer),
                eligibility: eligibility.judge(supplier, for: need, reservation: reservation),
                distance: scorer.place.fit(of: places[candidate.evidence.supplier]).distance)
        }
        return Ranking(matches: matches, setAside: setAside, reservation: reservation)
    }

    /// The value, share and sentence of each criterion in use, in the customary order.
    private func explain(_ evidence: TradeJudge.Evidence, _ judge: TradeJudge, _ scorer: Scorer) -> [CriterionScore] {
        let number = evidence.supplier
        let supplier = suppliers[number]
        return scorer.shares.map { criterion, share in
            switch criterion {
            case .text:
                CriterionScore(
                    criterion: .text, value: Double(evidence.text), weight: share,
                    sentence: judge.text.sentence(for: number))
            case .codes:
                CriterionScore(
                    criterion: .codes, value: Double(evidence.codes), weight: share,
                    sentence: judge.codes.sentence(for: supplier, vocabulary: vocabulary))
            case .place:
                explainPlace(scorer.place, number, share)
            case .capacity:
                CriterionScore(
                    criterion: .capacity, value: scorer.capacity.value(of: sizes[number]), weight: share,
                    sentence: scorer.capacity.sentence(for: sizes[number]))
            case .record:
                explainRecord(scorer.record, number, share)
            }
        }
    }

    private func explainPlace(_ criterion: PlaceCriterion, _ number: Int, _ share: Double) -> CriterionScore {
        let fit = criterion.fit(of: places[number])
        return CriterionScore(criterion: .place, value: fit.value, weight: share, sentence: criterion.sentence(fit))
    }

    private func explainRecord(_ criterion: RecordCriterion, _ number: Int, _ share: Double) -> CriterionScore {
        let finding = criterion.finding(of: number)
        return CriterionScore(
            criterion: .record, value: finding.value, weight: share, sentence: criterion.sentence(finding))
    }
}
