import FrenchText

/// Finds the best suppliers of a catalogue for a need, exactly: who is skipped has been shown unable to enter.
///
/// Suppliers are taken block by block, the nearest blocks first, so that the worst score kept rises early. In a block:
/// - what its lists hold of each term and of each near branch bounds the words and the codes of everybody in it; with the
///   best place that it allows, they give the least sum of words with which anybody of it could still enter;
/// - the weightiest words are added up for all, as far as it takes until few may still reach that sum (MaxScore, Turtle
///   and Flood 1995);
/// - those whose codes are near come from the lists of the branches; all others need more words than they;
/// - for those who may still enter, the codes and the place are looked at, which raises the sum that each needs, and the
///   other words are looked up only for those who may still reach it.
final class CatalogueScan {
    /// A term of the need with its list.
    private struct Term {
        let list: BlockedList
        let weight: UInt32
    }
    /// A branch or an activity near to the need.
    private struct Branch {
        let list: BlockedList
        /// Closeness, 0–1; the trust of each supplier comes on top.
        let value: Float
    }

    private let index: CatalogueIndex
    private let scorer: Scorer
    private let space: ScanSpace
    /// The weightiest first.
    private let terms: [Term]
    private let branches: [Branch]
    private var best: TopList
    /// Whether a supplier may be in the answer; asked only of those who would enter. Without it everybody may.
    private let isAdmitted: ((Int) -> Bool)?
    /// What those chosen in a block reach at least.
    private var floors = FloorList()
    private let top: Int
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
    /// Suppliers taken at once at first, where nothing tells the blocks apart; each time twice as many.
    private static let firstBlock = 2_048
    /// Suppliers from which what they show is taken for the others.
    private static let sample = 4_096

    init(
        _ index: CatalogueIndex, scorer: Scorer, top: Int, space: ScanSpace, countsAll: Bool,
        isAdmitted: ((Int) -> Bool)?
    ) {
        self.index = index
        self.top = top
        self.scorer = scorer
        self.space = space
        self.isAdmitted = isAdmitted
        self.countsAll = countsAll
        best = TopList(top, least: scorer.weights.leastScore)
        threshold = scorer.weights.leastScore
        let found = scorer.usesText ? scorer.text.found : []
        let near = scorer.usesCodes ? Self.near(scorer.codes) : []
        space.cutter.begin(found.count + near.count)
        terms = found.map { (term: $0, bound: $0.weight &* index.text.postings.peak($0.number)) }
            .sorted { ($1.bound, $0.term.number) < ($0.bound, $1.term.number) }
            .compactMap { found in
                space.cutter.list(found.term.number, of: index.text.postings)
                    .map { Term(list: $0, weight: found.term.weight) }
            }
        branches = near.compactMap { near in
            let lists = near.isActivity ? index.activityLists : index.branchLists
            return space.cutter.list(near.number, of: lists).map { Branch(list: $0, value: near.value) }
        }
        space.makeRoom(terms: terms.count)
    }

    /// The branches and the activities from whose closeness suppliers come in by their lists.
    private static func near(_ codes: CodesCriterion) -> [(number: Int, isActivity: Bool, value: Float)] {
        var near: [(number: Int, isActivity: Bool, value: Float)] = []
        for (number, value) in codes.branchValues.enumerated() where value >= codeLevel {
            near.append((number, false, value))
        }
        for (number, value) in codes.activityValues.enumerated() where value >= codeLevel {
            near.append((number, true, value))
        }
        return near
    }

    /// The answer, best first.
    func run() -> [TopList.Entry] {
        offerThoseWithRecord()
        let kept = index.blocks.map { scorer.greatestKept(in: $0) }
        if scorer.tellsBlocksApart {
            for place in kept.indices.sorted(by: { (kept[$1], $0) < (kept[$0], $1) }) {
                scan(place..<place + 1, kept: kept[place])
            }
        } else if countsAll || !scanGuessing(kept) {
            // Some may have been passed over. The worst score found so far still holds.
            threshold = max(scorer.weights.leastScore, best.threshold)
            best.removeAll()
            offerThoseWithRecord()
            for blocks in runsOfBlocks() { scan(blocks, kept: kept[blocks.lowerBound]) }
        }
        return best.best
    }

    /// Scans everybody with the score that a sample lets expect of the worst one in the answer: far fewer are looked at than
    /// with the worst score of those seen so far.
    ///
    /// - Returns: whether nobody was passed over whom the answer lacks.
    private func scanGuessing(_ kept: [Double]) -> Bool {
        var guess = 0.0
        for blocks in runsOfBlocks() {
            scan(blocks, kept: kept[blocks.lowerBound])
            let seen = Double(index.blocks[blocks.upperBound - 1].end) / Double(max(1, index.count))
            guard seen < 1, best.isFull, Int(index.blocks[blocks.upperBound - 1].end) >= Self.sample else { continue }
            // As many as would stand in the answer were suppliers in no order, and as many again.
            let share = Double(top) * seen
            guess = max(guess, best.score(at: Int(2 * share + 3 * share.squareRoot()) + 2) ?? 0)
            threshold = max(threshold, guess)
        }
        return best.threshold >= guess
    }

    /// Where nothing tells the blocks apart: few at first, so that the worst score kept rises soon, then as many at once as
    /// there is room for.
    private func runsOfBlocks() -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var first = 0
        var most = Self.firstBlock
        for place in index.blocks.indices {
            let isLast = place + 1 == index.blocks.count
            let end = isLast ? index.blocks[place].end : index.blocks[place + 1].end
            guard isLast || Int(end - index.blocks[first].start) > min(most, CatalogueIndexBuilder.largestBlock) else {
                continue
            }
            runs.append(first..<place + 1)
            first = place + 1
            most *= 2
        }
        return runs
    }

    // MARK: A block

    /// - Parameter kept: the most that is left of a trade in this block, but for staff lenders.
    private func scan(_ blocks: Range<Int>, kept: Double) {
        let range = Int(index.blocks[blocks.lowerBound].start)..<Int(index.blocks[blocks.upperBound - 1].end)
        let runs = gather(blocks)
        let most = runs.first?.rest ?? 0
        let greatestCode = greatestCode(in: blocks)
        let kept = kept * scorer.greatestLenderShare
        // Whose words say nothing enters by its codes, if they are near enough; the others need some codes beside the words.
        let silentCode = scorer.leastSilentCode(kept: kept, score: threshold)
        let leastCode = min(silentCode, scorer.leastCode(sum: most, kept: kept, score: threshold))
        guard greatestCode >= leastCode else { return }
        // Where codes less near than those marked are enough, nobody is passed over.
        let mayBeAnyone = silentCode < Self.codeLevel
        let least = mayBeAnyone ? 0 : scorer.leastSum(code: greatestCode, kept: kept, score: threshold)
        let needed = min(least ?? .max, most &+ 1)
        var next = 0
        space.sums.update(repeating: 0, count: range.count)
        // Without one of these terms nobody has enough.
        while next < runs.count, runs[next].rest >= needed {
            addUp(runs[next], range)
            next += 1
        }
        var count = space.count(range.count, from: needed - min(needed, rest(next, runs)))
        guard count > 0 || greatestCode >= silentCode else { return }
        // Nobody enters whose codes are less near than this, or than those marked: these need more words.
        let level = max(Self.codeLevel, leastCode)
        space.clearMarks(range.count)
        markNearCodes(blocks, range, level: level, silentCode: silentCode)
        let alone =
            mayBeAnyone
            ? 0
            : level > Self.codeLevel
                ? .max
                : scorer.leastSum(code: min(greatestCode, Self.codeLevel), kept: kept, score: threshold) ?? .max
        // While many may still have enough, adding up costs less than looking up.
        while count > 0, next < runs.count, runs[next].postings.count < count * Self.lookUpCost {
            // Counting anew has its price too: not before something has changed.
            var added = 0
            while next < runs.count, added * Self.countedAnew < range.count {
                added += runs[next].postings.count
                addUp(runs[next], range)
                next += 1
            }
            count = space.count(range.count, from: needed - min(needed, rest(next, runs)))
        }
        guard count > 0 || space.choosesByCodes else { return }
        let left = rest(next, runs)
        count = space.select(
            range.count, from: alone == .max ? nil : alone - min(alone, left), marked: needed - min(needed, left))
        count = raiseNeeds(range.lowerBound, count: count, rest: left, kept: kept)
        while next < runs.count, count > 0 {
            count = lookUp(runs[next], range.lowerBound, count, rest(next + 1, runs))
            next += 1
        }
        for place in 0..<count {
            let chosen = space.chosen[place]
            offer(
                range.lowerBound + Int(chosen.place), sum: space.sums[Int(chosen.place)], code: chosen.code,
                left: chosen.left)
        }
    }

    /// What the lists of the terms hold in some blocks, the weightiest first.
    private func gather(_ blocks: Range<Int>) -> UnsafeBufferPointer<ScanSpace.Run> {
        let runs = space.runs
        var count = 0
        for term in terms {
            let bound = term.weight &* term.list.peak(blocks)
            guard bound > 0 else { continue }
            var place = count
            while place > 0, runs[place &- 1].bound < bound {
                runs[place] = runs[place &- 1]
                place &-= 1
            }
            runs[place] = ScanSpace.Run(postings: term.list.slice(blocks), weight: term.weight, bound: bound)
            count &+= 1
        }
        var rest: UInt32 = 0
        for place in (0..<count).reversed() {
            rest &+= runs[place].bound
            runs[place].rest = rest
        }
        return UnsafeBufferPointer(start: runs, count: count)
    }

    /// The most that the terms from this one on can add.
    private func rest(_ next: Int, _ runs: UnsafeBufferPointer<ScanSpace.Run>) -> UInt32 {
        next < runs.count ? runs[next].rest : 0
    }

    /// The greatest closeness of codes in some blocks, or a little more.
    private func greatestCode(in blocks: Range<Int>) -> Float {
        guard scorer.usesCodes else { return 0 }
        var greatest = min(scorer.codes.greatest, Self.codeLevel)
        for branch in branches {
            greatest = max(greatest, branch.value * CodesCriterion.trust(branch.list.peak(blocks)))
        }
        return greatest
    }

    /// Notes the codes of those of a block whose codes are near, from the lists of the branches.
    ///
    /// - Parameters:
    ///   - level: from which closeness they are noted.
    ///   - silentCode: from which closeness they are enough for those whose words say nothing.
    private func markNearCodes(_ blocks: Range<Int>, _ range: Range<Int>, level: Float, silentCode: Float) {
        for branch in branches where branch.value * CodesCriterion.trust(branch.list.peak(blocks)) >= level {
            for posting in branch.list.slice(blocks) {
                let code = branch.value * CodesCriterion.trust(posting.strength)
                guard code >= level else { continue }
                let place = posting.document &- range.lowerBound
                space.mark(place, code: code)
                if code >= silentCode, index.traits(of: posting.document).contains(.isSilent) { space.choose(place) }
            }
        }
    }

    /// Adds the words of a term up for the suppliers of a block.
    @inline(__always) private func addUp(_ run: ScanSpace.Run, _ range: Range<Int>) {
        let sums = space.sums - range.lowerBound
        let weight = run.weight
        for posting in run.postings { sums[posting.document] &+= weight &* posting.strength }
    }

    /// Looks at the codes and the place of those chosen, and keeps those who may still have enough.
    ///
    /// - Parameters:
    ///   - rest: the most that the words not added up yet bring.
    ///   - kept: the most that is left of a trade in the block.
    private func raiseNeeds(_ start: Int, count: Int, rest: UInt32, kept: Double) -> Int {
        var left = 0
        for place in 0..<count {
            var chosen = space.chosen[place]
            let supplier = start &+ Int(chosen.place)
            // Offered already.
            if scorer.usesRecord, scorer.record.knows(supplier) { continue }
            if !scorer.usesCodes {
                chosen.code = 0
            } else if chosen.code.isNaN {
                chosen.code = scorer.codes.value(of: supplier)
            } else {
                chosen.code *= scorer.codes.specialities.share(of: supplier)
            }
            let traits = index.traits(of: supplier)
            let evidence = scorer.evidence(
                sum: space.sums[Int(chosen.place)] &+ rest, code: chosen.code, isSilent: traits.contains(.isSilent))
            guard scorer.trade(evidence) * kept >= threshold,
                scorer.shows(evidence, lender: scorer.lenderShare(traits))
            else { continue }
            space.chosen[left] = chosen
            left &+= 1
        }
        return keepReachable(start, count: left, rest: rest)
    }

    /// Looks at the place of those chosen.
    private func keepReachable(_ start: Int, count: Int, rest: UInt32) -> Int {
        if scorer.looksAround { touchSeats(start, count) }
        // Who may be set aside raises the bar for nobody.
        let raisesBar = isAdmitted == nil && rest > 0
        if raisesBar { floors.begin(best.scores, limit: top) }
        for place in 0..<count {
            let supplier = start &+ Int(space.chosen[place].place)
            let traits = index.traits(of: supplier)
            let lender = scorer.lenderShare(traits)
            let share = scorer.kept(supplier) * lender
            space.chosen[place].left = share
            guard raisesBar else { continue }
            let evidence = scorer.evidence(
                sum: space.sums[Int(space.chosen[place].place)], code: space.chosen[place].code,
                isSilent: traits.contains(.isSilent))
            if scorer.shows(evidence, lender: lender) { floors.insert(scorer.trade(evidence) * share) }
        }
        if raisesBar { threshold = max(threshold, floors.threshold) }
        var left = 0
        for place in 0..<count {
            var chosen = space.chosen[place]
            let isSilent = index.traits(of: start &+ Int(chosen.place)).contains(.isSilent)
            let most = space.sums[Int(chosen.place)] &+ rest
            let evidence = scorer.evidence(sum: most, code: chosen.code, isSilent: isSilent)
            guard scorer.trade(evidence) * chosen.left >= threshold else { continue }
            let isEnough =
                rest == 0 || isSilent && chosen.code >= scorer.leastSilentCode(kept: chosen.left, score: threshold)
            chosen.needed =
                isEnough ? 0 : scorer.leastSum(code: chosen.code, kept: chosen.left, score: threshold) ?? .max
            space.chosen[left] = chosen
            left &+= 1
        }
        return left
    }

    /// Asked for all at once, and not one after the other, seats come from memory in a fraction of the time.
    private func touchSeats(_ start: Int, _ count: Int) {
        var touched: UInt32 = 0
        for place in 0..<count { touched ^= UInt32(index.seats[start &+ Int(space.chosen[place].place)].commune) }
        space.touched = touched
    }

    /// Adds the strengths of one more term for those chosen, and keeps those who may still have enough. Here too memory is
    /// asked for all of them first.
    private func lookUp(_ run: ScanSpace.Run, _ start: Int, _ count: Int, _ rest: UInt32) -> Int {
        let finder = PostingFinder(run.postings)
        var touched: UInt32 = 0
        for place in 0..<count { touched ^= finder.near(start &+ Int(space.chosen[place].place)) }
        space.touched = touched
        var left = 0
        for place in 0..<count {
            let chosen = space.chosen[place]
            let strength = finder.strength(of: start &+ Int(chosen.place))
            let sum = space.sums[Int(chosen.place)] &+ run.weight &* strength
            space.sums[Int(chosen.place)] = sum
            guard sum &+ rest >= chosen.needed else { continue }
            space.chosen[left] = chosen
            left &+= 1
        }
        return left
    }

    // MARK: The answer

    /// Offers those with comparable contracts, whose trade may stand on these alone: they are few, and scored whole.
    private func offerThoseWithRecord() {
        guard scorer.usesRecord else { return }
        for supplier in scorer.record.suppliers {
            let evidence = scorer.evidence(of: supplier)
            let lender = scorer.lenderShare(index.traits(of: supplier))
            offer(
                TopList.Entry(
                    score: scorer.trade(evidence) * (scorer.kept(supplier) * lender), rank: index.standings[supplier].rank,
                    supplier: UInt32(supplier), sum: scorer.usesText ? scorer.text.sum(of: supplier) : 0,
                    code: scorer.usesCodes ? scorer.codes.value(of: supplier) : 0),
                isShown: scorer.shows(evidence, lender: lender))
        }
    }

    /// - Parameter left: what is left of the trade.
    private func offer(_ supplier: Int, sum: UInt32, code: Float, left: Double) {
        let traits = index.traits(of: supplier)
        let evidence = scorer.evidence(sum: sum, code: code, isSilent: traits.contains(.isSilent))
        offer(
            TopList.Entry(
                score: scorer.trade(evidence) * left, rank: index.standings[supplier].rank, supplier: UInt32(supplier), sum: sum,
                code: code),
            isShown: scorer.shows(evidence, lender: scorer.lenderShare(traits)))
    }

    /// - Parameter isShown: whether it shows enough of the trade.
    private func offer(_ entry: TopList.Entry, isShown: Bool) {
        guard isShown, entry.score >= threshold else { return }
        guard best.accepts(entry) || countsAll && entry.score >= scorer.weights.leastScore else { return }
        guard isAdmitted?(Int(entry.supplier)) ?? true else {
            setAside += 1
            return
        }
        best.insert(entry)
        if !countsAll { threshold = max(threshold, best.threshold) }
    }
}
