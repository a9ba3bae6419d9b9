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

    let sums: UnsafeMutablePointer<UInt32>
    let chosen: UnsafeMutablePointer<Chosen>
    /// One bit a supplier of the block: whether its codes are known to be near.
    private let marks: UnsafeMutablePointer<UInt64>
    /// Closeness of the codes of those marked, 0–1.
    private let codes: UnsafeMutablePointer<Float>
    let closeness: ClosenessRows
    let profiles: ProfileShelf

    private static let markWords = CatalogueIndexBuilder.largestBlock / UInt64.bitWidth

    init(_ index: CatalogueIndex, weights: Weights, vocabulary: TradeVocabulary) {
        sums = .allocate(capacity: CatalogueIndexBuilder.largestBlock)
        chosen = .allocate(capacity: CatalogueIndexBuilder.largestBlock)
        marks = .allocate(capacity: Self.markWords)
        sums.initialize(repeating: 0, count: CatalogueIndexBuilder.largestBlock)
        chosen.initialize(repeating: Chosen(place: 0), count: CatalogueIndexBuilder.largestBlock)
        marks.initialize(repeating: 0, count: Self.markWords)
        codes = .allocate(capacity: CatalogueIndexBuilder.largestBlock)
        codes.initialize(repeating: 0, count: CatalogueIndexBuilder.largestBlock)
        closeness = ClosenessRows(index)
        profiles = ProfileShelf(index, weights: weights, vocabulary: vocabulary)
    }

    deinit {
        sums.deallocate()
        chosen.deallocate()
        marks.deallocate()
        codes.deallocate()
    }

    /// How many of a block have a sum of at least `least`.
    func count(_ count: Int, from least: UInt32) -> Int {
        let raw = UnsafeRawPointer(sums)
        let bound = SIMD16<UInt32>(repeating: least)
        let one = SIMD16<UInt32>(repeating: 1)
        var found = SIMD16<UInt32>(repeating: 0)
        var place = 0
        while place &+ 16 <= count {
            let sixteen = raw.loadUnaligned(fromByteOffset: place &* 4, as: SIMD16<UInt32>.self)
            found = found.replacing(with: found &+ one, where: sixteen .>= bound)
            place &+= 16
        }
        var rest = Int(found.wrappedSum())
        while place < count {
            if sums[place] >= least { rest &+= 1 }
            place &+= 1
        }
        return rest
    }

    /// Chooses those of a block whose sum is at least `least`, and those marked whose sum is at least `marked`, which is no
    /// more; how many they are.
    func select(_ count: Int, from least: UInt32, marked: UInt32) -> Int {
        var found = 0
        forEachWord(count, from: marked) { word, bits in
            let known = UInt32(truncatingIfNeeded: marks[word >> 2] >> UInt64((word & 3) << 4))
            var bits = bits
            while bits != 0 {
                let bit = bits.trailingZeroBitCount
                let place = word << 4 &+ bit
                bits &= bits &- 1
                let isMarked = known >> UInt32(bit) & 1 == 1
                guard isMarked || sums[place] >= least else { continue }
                chosen[found].place = UInt32(truncatingIfNeeded: place)
                chosen[found].code = isMarked ? codes[place] : .nan
                found &+= 1
            }
        }
        return found
    }

    func clearMarks(_ count: Int) {
        for word in 0..<(count + UInt64.bitWidth - 1) / UInt64.bitWidth { marks[word] = 0 }
    }

    /// Marks one as having codes of closeness `code` at least.
    @inline(__always) func mark(_ place: Int, code: Float) {
        let bit: UInt64 = 1 << UInt64(place & 63)
        let word = marks[place >> 6]
        codes[place] = word & bit == 0 ? code : max(codes[place], code)
        marks[place >> 6] = word | bit
    }

    /// Calls `body` for each sixteen of a block of whom one at least has a sum of `least`, with one bit for each who has.
    @inline(__always)
    private func forEachWord(_ count: Int, from least: UInt32, _ body: (Int, UInt32) -> Void) {
        let raw = UnsafeRawPointer(sums)
        let bound = SIMD16<UInt32>(repeating: least)
        let weights = SIMD16<UInt32>(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
        let none = SIMD16<UInt32>(repeating: 0)
        for word in 0..<(count + 15) / 16 {
            let sixteen = raw.loadUnaligned(fromByteOffset: word * 64, as: SIMD16<UInt32>.self)
            let reached = sixteen .>= bound
            var bits = none.replacing(with: weights, where: reached).wrappedSum()
            // Behind the block.
            if word * 16 + 16 > count { bits &= 1 << UInt32(count - word * 16) - 1 }
            if bits != 0 { body(word, bits) }
        }
    }
}
