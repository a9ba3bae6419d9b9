/// The score of one supplier taken apart, in the order in which ``Scorer`` makes it: words and codes bring points, what
/// is far, small or unknown takes some of them away.
struct ScoreParts {
    /// As the ranking would hold it.
    let entry: TopList.Entry
    /// Evidence of the trade as the bar sees it, 0–1.
    let trade: Double
    /// Of 100; their sum is the score.
    let points: [Explanation.Points]
    /// Points of 100 that the words bring.
    let text: Double

    init(_ number: Int, _ scorer: Scorer, _ index: CatalogueIndex) {
        let seat = index.seats[number]
        let traits = index.traits(of: number)
        let sum = scorer.usesText ? scorer.text.sum(of: number) : 0
        let words = scorer.evidence(sum: sum, code: 0, isSilent: false)
        let code = scorer.usesCodes ? scorer.codes.value(of: number) : 0
        let evidence = scorer.evidence(of: number)
        let said = scorer.evidence(sum: sum, code: code, isSilent: traits.contains(.isSilent))
        let whole = scorer.trade(evidence)
        let used = Set(scorer.shares.filter { $0.share > 0 }.map(\.criterion))
        func value(_ criterion: Criterion, _ value: @autoclosure () -> Double) -> Double {
            used.contains(criterion) ? value() : 1
        }
        let place = value(.place, scorer.place.fit(of: number).value)
        let capacity = value(.capacity, scorer.capacity.value(turnover: seat.turnover))
        let record = value(.record, scorer.record.finding(of: number).value)
        let lender = scorer.lenderShare(traits)
        let together = scorer.kept(place: place, capacity: capacity, record: record)
        let kept = scorer.kept(number)
        trade = evidence * lender
        entry = TopList.Entry(
            score: whole * (kept * lender), rank: index.standings[number].rank, supplier: UInt32(number), sum: sum,
            code: code)
        // What the trade is worth is shared out as its evidence is.
        let scale = evidence > 0 ? whole / evidence : 0
        text = words * scale * 100

        var points = [Explanation.Points(part: .criterion(.text), points: text)]
        func add(_ part: Explanation.Points.Part, _ value: Double) {
            points.append(.init(part: part, points: value * 100))
        }
        add(.criterion(.codes), (said - words) * scale)
        if evidence > said { add(.contractsWon, (evidence - said) * scale) }
        add(.criterion(.place), -whole * (1 - scorer.kept(place: place, capacity: 1, record: 1)))
        add(.criterion(.capacity), -whole * (1 - scorer.kept(place: 1, capacity: capacity, record: 1)))
        add(.criterion(.record), -whole * (1 - scorer.kept(place: 1, capacity: 1, record: record)))
        let isFar = used.contains(.place) && scorer.place.fit(of: number).isFar
        if kept < together { add(isFar ? .far : .overseas, -whole * (together - kept)) }
        if lender < 1 { add(.staffLent, -whole * kept * (1 - lender)) }
        self.points = points.filter { part in
            guard case .criterion(let criterion) = part.part else { return true }
            return used.contains(criterion) || part.points != 0
        }
    }

    /// Points of 100 that the score would win at most if a criterion took nothing away.
    func gain(_ criterion: Criterion) -> Double {
        max(0, -(points.first { $0.part == .criterion(criterion) }?.points ?? 0))
    }
}
