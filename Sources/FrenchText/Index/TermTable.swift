/// The terms of an index in the order of their bytes, with a hash table to find them: nothing is built when it is opened.
struct TermTable: Sendable {
    /// Numbers of the sections of an image that hold a table, from a first one.
    enum Part: UInt32, CaseIterable {
        case bytes, ends, slots, letters
    }

    // Owned by the image, which whoever holds the table keeps.
    nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>
    nonisolated(unsafe) private let ends: UnsafeBufferPointer<UInt32>
    /// Number of a term plus one, 0 for a free slot; a power of two.
    nonisolated(unsafe) private let slots: UnsafeBufferPointer<UInt32>
    /// Which letters a term has: a filter for spelling.
    nonisolated(unsafe) private let letters: UnsafeBufferPointer<UInt32>

    init(_ image: IndexImage, at first: UInt32) {
        bytes = image.values(first + Part.bytes.rawValue, as: UInt8.self)
        ends = image.values(first + Part.ends.rawValue, as: UInt32.self)
        slots = image.values(first + Part.slots.rawValue, as: UInt32.self)
        letters = image.values(first + Part.letters.rawValue, as: UInt32.self)
    }

    var count: Int { ends.count }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

    func term(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

    /// The number of a term, `nil` when it is not in the table.
    func number(of term: String) -> Int? {
        var term = term
        return term.withUTF8 { wanted in
            guard !slots.isEmpty else { return nil }
            var slot = Int(Self.hash(wanted)) & (slots.count - 1)
            while slots[slot] != 0 {
                let number = Int(slots[slot]) - 1
                if equal(number, wanted) { return number }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    private func equal(_ number: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(number)
        return range.count == wanted.count && UnsafeBufferPointer(rebasing: bytes[range]).elementsEqual(wanted)
    }

    /// FNV-1a.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash ^ hash >> 15
    }

    // MARK: Spelling

    /// Shortest word that is corrected.
    private static let shortest = 5
    private static let longForTwoEdits = 9

    /// The term of which `word` is probably a misspelling. Light on purpose: same first letter, one edit (two from nine
    /// letters), words of five letters or more. A wrong correction costs more than a missed one.
    ///
    /// - Parameter frequency: number of documents with a term: among equally near ones the most frequent is taken, then
    ///   the first in the order of terms.
    func number(near word: String, frequency: (Int) -> Int) -> Int? {
        let wanted = Array(word.utf8)
        guard wanted.count >= Self.shortest, !wanted.contains(where: { $0 < 0x3A }) else { return nil }
        let limit = wanted.count >= Self.longForTwoEdits ? 2 : 1
        let mask = Self.letters(wanted)
        var best: (distance: Int, frequency: Int, number: Int)?
        for number in terms(beginningWith: wanted[0]) {
            let range = range(number)
            // One edit changes two letters of the set at most.
            guard abs(range.count - wanted.count) <= limit, range.count >= Self.shortest - 1,
                (letters[number] ^ mask).nonzeroBitCount <= 2 * limit
            else { continue }
            let distance = EditDistance.between(wanted, Array(bytes[range]), limit: limit)
            guard distance <= limit else { continue }
            let candidate = (distance: distance, frequency: frequency(number), number: number)
            if let known = best, (known.distance, -known.frequency) <= (candidate.distance, -candidate.frequency) {
                continue
            }
            best = candidate
        }
        return best?.number
    }

    private func terms(beginningWith letter: UInt8) -> Range<Int> {
        first(from: letter)..<(letter == .max ? count : first(from: letter + 1))
    }

    /// The first term whose first byte is `letter` or a later one.
    private func first(from letter: UInt8) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if bytes[range(middle).lowerBound] < letter { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func letters(_ word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    // MARK: Writing

    /// - Parameter terms: in the order of their bytes, each once, none empty.
    static func write(_ terms: [[UInt8]], at first: UInt32, to writer: IndexImageWriter) throws {
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        var size = 2
        while size < terms.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (number, term) in terms.enumerated() {
            bytes += term
            ends.append(UInt32(bytes.count))
            var slot = Int(hash(term)) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(number) + 1
        }
        try writer.add(first + Part.bytes.rawValue, bytes)
        try writer.add(first + Part.ends.rawValue, ends)
        try writer.add(first + Part.slots.rawValue, slots)
        try writer.add(first + Part.letters.rawValue, terms.map { letters($0) })
    }
}
