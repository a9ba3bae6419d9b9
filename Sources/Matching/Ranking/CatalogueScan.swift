import FrenchText

/// Finds the best suppliers of a catalogue for a need, exactly: who is skipped has been shown unable to enter.
///
/// Suppliers are taken block by block, the nearest blocks first, so that the worst score kept rises early. In a block:
/// - the least sum of words with which anybody of it could still enter is worked out, at the best codes and the best
///   place that the block allows;
/// - those whose codes are near come from the lists of the branches; all others need more words than they;
/// - the weightiest words are added up for all, as far as it takes until few may still reach that sum (MaxScore, Turtle
///   and Flood 1995); for these the codes and the place are looked at, which raises the sum that each needs, and the other
///   words are looked up only for those who may still reach it.
final class CatalogueScan {
    /// A term of the need with its list.
    private struct Term {
        let list: Int
        let weight: UInt32
    }
    /// A branch or an activity near to the need.
    private struct Branch {
        let lists: PostingLists
        let list: Int
        /// Closeness, 0–1; the trust of each supplier comes on top.
        let value: Float
    }

    private let index: CatalogueIndex
    private let scorer: Scorer
    private let space: ScanSpace
    private let terms: [Term]
    /// The most that the terms from this one on can add.
    private let rests: [UInt32]
    private var branches: [Branch] = []
    private var best: TopList
    /// Whether a supplier may be in the answer; asked only of those who would enter.
    private let isAdmitted: (Int) -> Bool
    /// Counts all who fit and are not admitted, at the price of looking at everybody.
    private let countsAll: Bool
    private(set) var setAside = 0
    /// What has a lower score cannot enter.
    private var threshold: Double

    /// Closeness of codes from which suppliers come in by the lists of branches.
    private static let codeLevel: Float = 0.35
    /// Postings that can be added up while one is looked up.
    private static let lookUpCost = 8
    /// Suppliers of a block counted anew for one posting added up.
    private static let countedAnew = 8

    init(
        _ index: CatalogueIndex, scorer: Scorer, top: Int, space: ScanSpace, countsAll: Bool,
        isAdmitted: @escaping (Int) -> Bool
    ) {
        self.index = index
        self.scorer = scorer
        self.space = space
        self.isAdmitted = isAdmitted
        self.countsAll = countsAll
        best = TopList(top, least: scorer.weights.leastScore)
        threshold = scorer.weights.leastScore
        let found = scorer.usesText ? scorer.text.found : []
        let bounded = found.map { (term: $0, bound: $0.weight &* index.text.postings.peak($0.number)) }
            .sorted { ($1.bound, $0.term.number) < ($0.bound, $1.term.number) }
        terms = bounded.map { Term(list: $0.term.number, weight: $0.term.weight) }
        var rests = [UInt32](repeating: 0, count: bounded.count + 1)
        for place in bounded.indices.reversed() { rests[place] = rests[place + 1] &+ bounded[place].bound }
        self.rests = rests
        guard scorer.usesCodes else { return }
        addBranches(scorer.codes.branchValues, index.branchLists)
        addBranches(scorer.codes.activityValues, index.activityLists)
    }

    private func addBranches(_ values: [Float], _ lists: PostingLists) {
        for (number, value) in values.enumerated() where value >= Self.codeLevel {
            branches.append(Branch(lists: lists, list: number, value: value))
        }
    }

    /// The answer, best first.
    func run() -> [TopList.Entry] {
        offerThoseWithRecord()
        let kept = index.blocks.map { scorer.greatestKept(in: $0) }
        guard scorer.tellsBlocksApart else {
            // Nothing tells the blocks apart: as many at once as there is room for.
            var first = 0
            for place in kept.indices {
                let isLast = place + 1 == kept.count
                let size = (isLast ? index.count : Int(index.blocks[place + 1].end)) - Int(index.blocks[first].start)
                guard isLast || size > CatalogueIndexBuilder.largestBlock else { continue }
                scan(first..<place + 1, kept: kept[first])
                first = place + 1
            }
            return best.best
        }
        for place in kept.indices.sorted(by: { (kept[$1], $0) < (kept[$0], $1) }) {
            scan(place..<place + 1, kept: kept[place])
        }
        return best.best
    }

    /// - Parameter kept: the most that is left of a trade in this block.
    private func scan(_ blocks: Range<Int>, kept: Double) {
        let range = Int(index.blocks[blocks.lowerBound].start)..<Int(index.blocks[blocks.upperBound - 1].end)
        let greatestCode = scorer.usesCodes ? scorer.codes.greatest : 0
        // Whose words say nothing enters by its codes, if they are near enough.
        let silentCode = scorer.leastSilentCode(kept: kept, score: threshold)
        // Where codes less near than those marked are enough, nobody is passed over.
        let mayBeAnyone = silentCode < Self.codeLevel
        let least = mayBeAnyone ? 0 : scorer.leastSum(code: greatestCode, kept: kept, score: threshold)
        let needed = min(least ?? .max, rests[0] &+ 1)
        guard needed <= rests[0] || greatestCode >= silentCode else { return }
        markNearCodes(blocks, range, silentCode: silentCode)
        // Those who are not marked have codes less near, and need more words.
        let code = min(greatestCode, Self.codeLevel)
        let alone = mayBeAnyone ? 0 : scorer.leastSum(code: code, kept: kept, score: threshold) ?? .max
        var next = 0
        space.sums.update(repeating: 0, count: range.count)
        // Without one of these terms nobody has enough.
        while next < terms.count, rests[next] >= needed { addUp(&next, blocks, range) }
        var count = space.count(range.count, from: needed - min(needed, rests[next]))
        // While many may still have enough, adding up costs less than looking up.
        while count > 0, next < terms.count, slice(next, blocks, range).count < count * Self.lookUpCost {
            // Counting anew has its price too: not before something has changed.
            var added = 0
            while next < terms.count, added * Self.countedAnew < range.count {
                added += slice(next, blocks, range).count
                addUp(&next, blocks, range)
            }
            count = space.count(range.count, from: needed - min(needed, rests[next]))
        }
        guard count > 0 || space.choosesByCodes else { return }
        let rest = rests[next]
        count = space.select(range.count, from: alone - min(alone, rest), marked: needed - min(needed, rest))
        count = raiseNeeds(range.lowerBound, count: count, rest: rest, kept: kept)
        while next < terms.count, count > 0 {
            count = lookUp(slice(next, blocks, range), terms[next].weight, range.lowerBound, count, rests[next + 1])
            next += 1
        }
        for place in 0..<count {
            let chosen = space.chosen[place]
            offer(
                range.lowerBound + Int(chosen.place), sum: space.sums[Int(chosen.place)], code: chosen.code,
                left: chosen.left)
        }
    }

    /// Notes the codes of those of a block whose codes are near, from the lists of the branches.
    ///
    /// - Parameter silentCode: from which closeness they are enough for those whose words say nothing.
    private func markNearCodes(_ blocks: Range<Int>, _ range: Range<Int>, silentCode: Float) {
        space.clearMarks(range.count)
        let silentCode = max(silentCode, Self.codeLevel)
        for number in branches.indices {
            let value = branches[number].value
            for posting in branches[number].lists.slice(branches[number].list, blocks: blocks, range) {
                let code = value * CodesCriterion.trusts[Int(posting.strength)]
                guard code >= Self.codeLevel else { continue }
                let place = posting.document - range.lowerBound
                space.mark(place, code: code)
                if code >= silentCode, index.seats[posting.document].flags.contains(.isSilent) { space.choose(place) }
            }
        }
    }

    @inline(__always)
    private func slice(_ term: Int, _ blocks: Range<Int>, _ range: Range<Int>) -> UnsafeBufferPointer<Posting> {
        index.text.postings.slice(terms[term].list, blocks: blocks, range)
    }

    /// Adds the words of the next term up for the suppliers of a block.
    private func addUp(_ next: inout Int, _ blocks: Range<Int>, _ range: Range<Int>) {
        let sums = space.sums - range.lowerBound
        let weight = terms[next].weight
        for posting in slice(next, blocks, range) { sums[posting.document] &+= weight &* posting.strength }
        next += 1
    }

    /// Looks at the codes and the place of those chosen, and keeps those who may still have enough.
    private func raiseNeeds(_ start: Int, count: Int, rest: UInt32, kept: Double) -> Int {
        var left = 0
        for place in 0..<count {
            let chosen = space.chosen[place].place
            let supplier = start + Int(chosen)
            let most = space.sums[Int(chosen)] &+ rest
            let known = space.chosen[place].code
            let code = !scorer.usesCodes ? 0 : known.isNaN ? scorer.codes.value(of: supplier) : known
            let mayBeSilent = code >= scorer.leastSilentCode(kept: kept, score: threshold)
            guard mayBeSilent || scorer.leastSum(code: code, kept: kept, score: threshold).map({ $0 <= most }) == true
            else { continue }
            let seat = index.seats[supplier]
            let share = scorer.kept(supplier, seat) * scorer.lenderShare(seat)
            let isSilent = mayBeSilent && seat.flags.contains(.isSilent)
            let needed =
                isSilent && code >= scorer.leastSilentCode(kept: share, score: threshold)
                ? 0 : scorer.leastSum(code: code, kept: share, score: threshold) ?? .max
            guard needed <= most else { continue }
            space.chosen[left] = .init(place: chosen, needed: needed, code: code, left: share)
            left += 1
        }
        return left
    }

    /// Adds the strengths of one more term for those chosen, and keeps those who may still have enough.
    private func lookUp(
        _ postings: UnsafeBufferPointer<Posting>, _ weight: UInt32, _ start: Int, _ count: Int, _ rest: UInt32
    ) -> Int {
        var cursor = PostingCursor(postings)
        var left = 0
        for place in 0..<count {
            let chosen = space.chosen[place]
            let strength = cursor.strength(of: start + Int(chosen.place))
            let sum = space.sums[Int(chosen.place)] &+ weight &* strength
            space.sums[Int(chosen.place)] = sum
            guard sum &+ rest >= chosen.needed else { continue }
            space.chosen[left] = chosen
            left += 1
        }
        return left
    }

    // MARK: The answer

    /// Offers those with comparable contracts, whose trade may stand on these alone: they are few, and scored whole.
    private func offerThoseWithRecord() {
        guard scorer.usesRecord else { return }
        for supplier in scorer.record.suppliers {
            let seat = index.seats[supplier]
            offer(
                supplier, seat, trade: scorer.trade(of: supplier, seat),
                left: scorer.kept(supplier, seat) * scorer.lenderShare(seat))
        }
    }

    /// - Parameter left: what is left of the trade.
    private func offer(_ supplier: Int, sum: UInt32, code: Float, left: Double) {
        guard !scorer.usesRecord || !scorer.record.knows(supplier) else { return }
        let seat = index.seats[supplier]
        offer(
            supplier, seat, trade: scorer.trade(sum: sum, code: code, isSilent: seat.flags.contains(.isSilent)),
            left: left)
    }

    private func offer(_ supplier: Int, _ seat: Seat, trade: Double, left: Double) {
        guard trade * scorer.lenderShare(seat) >= scorer.weights.leastTrade else { return }
        let entry = TopList.Entry(score: trade * left, rank: index.standings[supplier].rank, supplier: UInt32(supplier))
        guard best.accepts(entry) || countsAll && entry.score >= scorer.weights.leastScore else { return }
        guard isAdmitted(supplier) else {
            setAside += 1
            return
        }
        best.insert(entry)
        if !countsAll { threshold = best.threshold }
    }
}
