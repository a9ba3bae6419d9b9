import Catalog
import Wording

/// Says in words why suppliers stand in the answer to a need.
struct MatchWriter {
    private let need: Need
    let reservation: Reservation?
    private let scorer: Scorer
    private let index: CatalogueIndex
    private let profiles: ProfileShelf
    let text: TextWords
    let codes: CodesWords
    private let judge = EligibilityJudge()

    init(
        _ need: Need, _ reading: NeedReading, _ reservation: Reservation?, _ scorer: Scorer, _ index: CatalogueIndex,
        _ space: ScanSpace, _ weights: Weights
    ) {
        self.need = need
        self.reservation = reservation
        self.scorer = scorer
        self.index = index
        profiles = space.profiles
        text = TextWords(scorer.text, reading, index: index.text, needs: space.needs)
        codes = CodesWords(
            reading, scorer.codes, index: index, closeness: space.closeness, needs: space.needs, weights: weights)
    }

    func profile(_ number: Int) -> SupplierProfile { profiles.profile(number) }

    /// - Parameter rank: place in the answer, from 1.
    func match(_ entry: TopList.Entry, rank: Int) -> Match {
        let number = Int(entry.supplier)
        let profile = profiles.profile(number)
        let place = scorer.place.fit(of: number)
        return Match(
            rank: rank, supplier: profile.supplier, score: entry.score * 100,
            criteria: scorer.shares.map { criterion, share in
                self.criterion(criterion, share, entry, profile, place)
            },
            eligibility: judge.judge(profile.supplier, for: need, reservation: reservation), distance: place.distance,
            trades: text.parts(for: number))
    }

    /// A supplier of unknown trade: what is known of it, without a score.
    func contact(_ entry: TopList.Entry, rank: Int) -> Contact {
        let number = Int(entry.supplier)
        let profile = profiles.profile(number)
        let fit = scorer.place.fit(of: number)
        let known = scorer.shares.map(\.criterion).filter { [.place, .capacity, .record].contains($0) }
        return Contact(
            rank: rank, supplier: profile.supplier, distance: fit.distance,
            reasons: known.map { criterion($0, 0, entry, profile, fit).sentence },
            eligibility: judge.judge(profile.supplier, for: need, reservation: reservation))
    }

    /// The value, share and sentence of a criterion.
    private func criterion(
        _ criterion: Criterion, _ share: Double, _ entry: TopList.Entry, _ profile: SupplierProfile,
        _ fit: PlaceCriterion.Fit
    ) -> CriterionScore {
        let number = Int(entry.supplier)
        let value: Double
        let sentence: Phrase
        switch criterion {
        case .text:
            value = scorer.text.value(entry.sum)
            sentence = text.sentence(for: number)
        case .codes:
            value = Double(entry.code)
            sentence = codes.sentence(for: number, profile)
        case .place:
            value = fit.value
            sentence = scorer.place.sentence(fit)
        case .capacity:
            value = scorer.capacity.value(turnover: index.seats[number].turnover)
            sentence = scorer.capacity.sentence(for: profile.size)
        case .record:
            let finding = scorer.record.finding(of: number)
            value = finding.value
            sentence = scorer.record.sentence(finding)
        }
        return CriterionScore(criterion: criterion, value: value, weight: share, sentence: sentence)
    }
}
