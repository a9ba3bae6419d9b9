import FrenchText

/// Finds the suppliers of unknown trade to be contacted for a need: block by block of ``UnknownTradeIndex``, those where
/// somebody may be nearest first, until no block can hold anybody who would still enter.
struct ContactScan {
    private let index: CatalogueIndex
    private let scorer: Scorer
    private let limit: Int

    init(_ index: CatalogueIndex, scorer: Scorer, limit: Int) {
        self.index = index
        self.scorer = scorer
        self.limit = limit
    }

    /// - Parameter isAdmitted: whether a supplier may answer; asked only of those who would enter.
    /// - Returns: the first first; their scores are what place, size and record leave of a trade, and no evidence of one.
    func run(isAdmitted: (Int) -> Bool) -> [TopList.Entry] {
        let blocks = index.unknownTrades.blocks
        let kept = blocks.map { scorer.greatestKept(in: $0) }
        var best = TopList(limit, least: 0)
        for place in kept.indices.sorted(by: { (kept[$1], $0) < (kept[$0], $1) }) {
            guard kept[place] >= best.threshold else { break }
            for number in index.unknownTrades.numbers[Int(blocks[place].start)..<Int(blocks[place].end)] {
                let supplier = Int(number)
                guard scorer.place.isReached(by: supplier) else { continue }
                let entry = TopList.Entry(
                    score: scorer.kept(supplier), rank: index.standings[supplier].rank, supplier: number, sum: 0,
                    code: 0)
                if best.accepts(entry), !isRanked(supplier, kept: entry.score), isAdmitted(supplier) {
                    best.insert(entry)
                }
            }
        }
        return best.best
    }

    /// Whether a word of its name, the lending of staff or a contract won is evidence enough for this need: then its place
    /// is in the ranking.
    ///
    /// - Parameter kept: what place, size and record leave of its trade.
    private func isRanked(_ supplier: Int, kept: Double) -> Bool {
        let lender = scorer.lenderShare(index.traits(of: supplier))
        let evidence = scorer.evidence(of: supplier)
        return scorer.shows(evidence, lender: lender)
            && scorer.trade(evidence) * (kept * lender) >= scorer.weights.leastScore
    }
}
