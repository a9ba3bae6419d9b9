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
    /// Places of those that may enter by their codes alone, ascending once they are chosen.
    private var byCodes: [UInt32] = []
    let closeness: ClosenessRows
    let needs: NeedVocabulary
    /// The terms of needs among those of the suppliers, and among those of the contracts won.
    let numbers: TermNumbers
    let referenceNumbers: TermNumbers
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
        needs = NeedVocabulary(vocabulary, tradeStems: index.tradeStems)
        numbers = TermNumbers(index.text, reader: needs.reader)
        referenceNumbers = TermNumbers(index.references.text, reader: needs.reader)
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
        for place in 0..<count where sums[place] >= marked {
            let isMarked = marks[place >> 6] >> UInt64(place & 63) & 1 == 1
            guard isMarked || sums[place] >= least else { continue }
            chosen[found].place = UInt32(truncatingIfNeeded: place)
            chosen[found].code = isMarked ? codes[place] : .nan
            found &+= 1
        }
        return byCodes.isEmpty ? found : addingThoseByCodes(found)
    }

    /// Puts those that may enter by their codes alone among those chosen, in their order.
    private func addingThoseByCodes(_ count: Int) -> Int {
        var places = Set(byCodes)
        for place in 0..<count { places.remove(chosen[place].place) }
        guard !places.isEmpty else { return count }
        var found = count
        for place in places {
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

    func clearMarks(_ count: Int) {
        byCodes.removeAll(keepingCapacity: true)
        for word in 0..<(count + UInt64.bitWidth - 1) / UInt64.bitWidth { marks[word] = 0 }
    }

    /// Marks one as having codes of closeness `code` at least.
    @inline(__always) func mark(_ place: Int, code: Float) {
        let bit: UInt64 = 1 << UInt64(place & 63)
        let word = marks[place >> 6]
        codes[place] = word & bit == 0 ? code : max(codes[place], code)
        marks[place >> 6] = word | bit
    }
}
