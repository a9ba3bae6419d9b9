import FrenchText

/// The working memory of one ranking at a time: sums of a block of suppliers and those chosen of it, and what is worth
/// keeping from one need to the next.
final class ScanSpace {
    /// A supplier of the block that may enter.
    struct Chosen {
        /// Place in the block.
        var place: UInt32
        /// The sum of words that it needs.
        var needed: UInt32 = 0
        /// Closeness of its codes, 0–1; NaN while only known to be under that of those marked.
        var code: Float = 0
        /// What is left of its trade.
        var left: Double = 0
    }

    /// What the list of a term holds in a block.
    struct Run {
        let postings: UnsafeBufferPointer<Posting>
        let weight: UInt32
        /// The most that it adds to the sum of a supplier.
        let bound: UInt32
        /// The most that it and the runs behind it add.
        var rest: UInt32 = 0
    }

    let sums: UnsafeMutablePointer<UInt32>
    /// Room for a run of each term.
    private(set) var runs: UnsafeMutablePointer<Run>
    private var runRoom = 0
    let cutter: ListCutter
    let chosen: UnsafeMutablePointer<Chosen>
    /// Closeness of the codes of those of the block whose codes are known to be near, over 0 and up to 1; 0 of others.
    private let codes: UnsafeMutablePointer<Float>
    /// Places of those that may enter by their codes alone, ascending once they are chosen.
    private var byCodes: [UInt32] = []
    let closeness: ClosenessRows
    let needs: NeedVocabulary
    /// The terms of needs among those of the suppliers, and among those of the contracts won.
    let numbers: TermNumbers
    let referenceNumbers: TermNumbers
    /// Those among the suppliers by whom words are weighed, where these are others.
    let statistics: TextCriterion.Statistics?
    let profiles: ProfileShelf
    /// What was read only to have it near: kept, so that the reading is not left out.
    var touched: UInt32 = 0
    /// Suppliers that stand for their groups.
    let members: GroupMembers

    init(_ index: CatalogueIndex, weights: Weights, vocabulary: TradeVocabulary, statistics: TextIndex? = nil) {
        cutter = ListCutter(blockCount: index.blocks.count)
        runs = .allocate(capacity: 0)
        sums = .allocate(capacity: CatalogueIndexBuilder.largestBlock)
        chosen = .allocate(capacity: CatalogueIndexBuilder.largestBlock)
        sums.initialize(repeating: 0, count: CatalogueIndexBuilder.largestBlock)
        chosen.initialize(repeating: Chosen(place: 0), count: CatalogueIndexBuilder.largestBlock)
        codes = .allocate(capacity: CatalogueIndexBuilder.largestBlock)
        codes.initialize(repeating: 0, count: CatalogueIndexBuilder.largestBlock)
        closeness = ClosenessRows(index)
        needs = NeedVocabulary(vocabulary, tradeStems: index.tradeStems)
        numbers = TermNumbers(index.text, reader: needs.reader)
        referenceNumbers = TermNumbers(index.references.text, reader: needs.reader)
        let reader = needs.reader
        self.statistics = statistics.map { .init(index: $0, numbers: TermNumbers($0, reader: reader)) }
        members = GroupMembers(index)
        profiles = ProfileShelf(index, weights: weights)
    }

    deinit {
        runs.deallocate()
        sums.deallocate()
        chosen.deallocate()
        codes.deallocate()
    }

    /// Makes room for the runs of this many terms; those of before are gone.
    func makeRoom(terms count: Int) {
        guard count > runRoom else { return }
        runs.deallocate()
        runs = .allocate(capacity: count)
        runRoom = count
    }

    /// How many of a block have a sum of at least `least`.
    func count(_ count: Int, from least: UInt32) -> Int {
        guard let below = Self.below(least) else { return least == 0 ? count : 0 }
        var found = SIMD16<Int32>(repeating: 0)
        var place = 0
        while place &+ 16 <= count {
            // What is true is −1.
            found &-= unsafeBitCast(sixteen(place) .> below, to: SIMD16<Int32>.self)
            place &+= 16
        }
        var rest = Int(found.wrappedSum())
        while place < count {
            if sums[place] >= least { rest &+= 1 }
            place &+= 1
        }
        return rest
    }

    /// Sums are less than 2³¹, and machines compare numbers with a sign sooner.
    @inline(__always) private func sixteen(_ place: Int) -> SIMD16<Int32> {
        UnsafeRawPointer(sums).loadUnaligned(fromByteOffset: place &* 4, as: SIMD16<Int32>.self)
    }

    /// What is greater than this is at least `least`; `nil` where all sums are, or none.
    private static func below(_ least: UInt32) -> SIMD16<Int32>? {
        least == 0 ? nil : Int32(exactly: least).map { SIMD16(repeating: $0 &- 1) }
    }

    /// Chooses those of a block whose sum is at least `least` (nobody without it), and those marked whose sum is at least
    /// `marked`, which is no more (nobody without it); how many they are.
    func select(_ count: Int, from least: UInt32?, marked: UInt32?) -> Int {
        let least = least ?? .max
        let marked = marked ?? .max
        // Sums are under 2³¹: what needs more is never reached.
        let belowLeast = SIMD16(repeating: Int32(clamping: Int64(least) - 1))
        let belowMarked = SIMD16(repeating: Int32(clamping: Int64(marked) - 1))
        let unmarked = SIMD16<Float>(repeating: 0)
        var found = 0
        var place = 0
        while place < count {
            let end = min(count, place &+ 16)
            if end &- place == 16 {
                let sums = sixteen(place)
                let codes = UnsafeRawPointer(codes).loadUnaligned(fromByteOffset: place &* 4, as: SIMD16<Float>.self)
                guard any(sums .> belowLeast .| (sums .> belowMarked .& codes .> unmarked)) else {
                    place = end
                    continue
                }
            }
            while place < end {
                let isMarked = codes[place] > 0
                if sums[place] >= least || isMarked && sums[place] >= marked {
                    chosen[found].place = UInt32(truncatingIfNeeded: place)
                    chosen[found].code = isMarked ? codes[place] : .nan
                    found &+= 1
                }
                place &+= 1
            }
        }
        return byCodes.isEmpty ? found : addingThoseByCodes(found)
    }

    /// Puts those that may enter by their codes alone among those chosen, in their order.
    private func addingThoseByCodes(_ count: Int) -> Int {
        // A branch after the other names them, some several times.
        byCodes.sort()
        var found = count
        var next = 0
        var last = UInt32.max
        for place in byCodes where place != last {
            last = place
            while next < count, chosen[next].place < place { next += 1 }
            guard next == count || chosen[next].place != place else { continue }
            chosen[found] = Chosen(place: place, code: codes[Int(place)])
            found += 1
        }
        var all = UnsafeMutableBufferPointer(start: chosen, count: found)
        all.sort { $0.place < $1.place }
        return found
    }

    var choosesByCodes: Bool { !byCodes.isEmpty }

    /// One that may enter by its codes alone.
    func choose(_ place: Int) { byCodes.append(UInt32(place)) }

    /// Forgets the marks of the suppliers of a block.
    func clearMarks(_ count: Int) {
        byCodes.removeAll(keepingCapacity: true)
        codes.update(repeating: 0, count: count)
    }

    /// Marks one as having codes of closeness `code` (over 0) at least.
    @inline(__always) func mark(_ place: Int, code: Float) { codes[place] = max(codes[place], code) }
}
