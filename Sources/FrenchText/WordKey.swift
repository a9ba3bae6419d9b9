/// The bytes of a written word, as it is looked up: up to 24 of them are held and compared as three
/// numbers.
struct WordKey: BitwiseCopyable {
    /// Most bytes held.
    static let most = 24

    private(set) var first: UInt64 = 0
    private(set) var second: UInt64 = 0
    private(set) var third: UInt64 = 0
    /// In bytes.
    let length: UInt32

    /// Whether it holds the word; else ``first`` is a hash of the bytes, which are to be compared too.
    @inline(__always)
    var isWhole: Bool { length <= Self.most }

    /// - Parameter range: inside `bytes`.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let count = range.count
        length = UInt32(truncatingIfNeeded: count)
        guard count <= Self.most else {
            first = Self.longHash(bytes, range)
            return
        }
        let raw = UnsafeRawBufferPointer(bytes)
        let start = range.lowerBound
        if start + Self.most <= bytes.count {
            // Reads past the word, inside the text, and forgets what is not of the word.
            func load(_ offset: Int) -> UInt64 {
                raw.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self).littleEndian
                    & Self.mask(count - offset)
            }
            first = load(0)
            if count > 8 { second = load(8) }
            if count > 16 { third = load(16) }
        } else {
            first = Self.load(bytes, start, min(8, count))
            if count > 8 { second = Self.load(bytes, start + 8, min(8, count - 8)) }
            if count > 16 { third = Self.load(bytes, start + 16, count - 16) }
        }
    }

    @inline(__always)
    var hash: UInt64 {
        let hash = Self.mix(first ^ UInt64(length) ^ 0xA076_1D64_78BD_642F)
        return length > 8 ? Self.mix(hash ^ second ^ third &* 0x9E37_79B9_7F4A_7C15) : hash
    }

    /// Whether two words are equal; of words that are not whole, whether they may be.
    @inline(__always)
    func isSame(as other: WordKey) -> Bool {
        first == other.first && second == other.second && third == other.third && length == other.length
    }

    /// The hash of a word by itself.
    static func hash(of word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { WordKey($0, 0..<$0.count).hash }
    }

    private static func longHash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = UInt64(range.count)
        for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
            hash = mix(hash ^ load(bytes, place, min(8, range.upperBound - place)) ^ 0xA076_1D64_78BD_642F)
        }
        return hash
    }

    /// The lowest `count` bytes; all of them from eight on.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : (1 &<< UInt64(count &* 8)) &- 1 }

    private static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
        var value: UInt64 = 0
        for place in 0..<count { value |= UInt64(bytes[start + place]) << UInt64(place * 8) }
        return value
    }

    /// Multiplied and folded (after wyhash).
    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
