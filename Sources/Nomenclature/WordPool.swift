/// Words numbered in the order in which they come, each kept once, in one run of bytes.
struct WordPool: Sendable {
    private var bytes: [UInt8] = []
    /// Word `n` is at `starts[n]..<starts[n + 1]`.
    private var starts: [UInt32] = [0]
    /// Word numbers, open addressing; at most half full.
    private var slots: [UInt16]
    private static let none = UInt16.max

    /// - Parameter capacity: most words that there may be.
    init(capacity: Int) {
        precondition(capacity < Int(Self.none))
        var count = 1
        while count < capacity * 2 { count *= 2 }
        slots = [UInt16](repeating: Self.none, count: count)
    }

    var count: Int { starts.count - 1 }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

    func text(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

    /// The number of a word, a new one when it has not come before.
    mutating func number(of word: [UInt8]) -> Int {
        var slot = Self.hash(word) & (slots.count - 1)
        while slots[slot] != Self.none {
            if self[Int(slots[slot])].elementsEqual(word) { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        precondition(count < slots.count / 2, "more words than foreseen")
        slots[slot] = UInt16(count)
        bytes += word
        starts.append(UInt32(bytes.count))
        return count - 1
    }

    /// FNV-1a.
    static func hash(_ word: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
