/// What the classifier sees of a text, as 32-bit hashes: words with their pairs, and the letters that words are made
/// of. The trainer and the classifier read texts here and nowhere else.
package struct CPVFeatures: Sendable {
    /// A hash and how strongly the text says it: how often, by ``CPVWordReader/Word/emphasis``.
    package struct Count: Sendable, Hashable {
        package let hash: UInt32
        package let strength: Float
    }

    /// Stems, pairs of stems that follow each other at once or over one word, and the first stem as such.
    package let words: [Count]
    /// Rows of three to five letters inside of words, with the beginning and end of the word as letters.
    package let letters: [Count]
    /// The stems alone.
    package let stems: [Count]

    /// Lengths of the rows of letters.
    private static let rowLengths = 3...5
    /// How strongly the first word counts once more for being the first.
    private static let headStrength: Float = 0.4

    package init(_ words: [CPVWordReader.Word]) {
        var stems: [Count] = []
        var pairs: [Count] = []
        var rows: [Count] = []
        for (index, word) in words.enumerated() {
            if !word.isEmpty {
                stems.append(Count(hash: Self.hash(word.stem, .stem), strength: word.emphasis))
                Self.appendRows(of: word, to: &rows)
            }
            for next in words[(index + 1)...].prefix(2) {
                pairs.append(
                    Count(hash: Self.hash(word.stem, next.stem), strength: min(word.emphasis, next.emphasis)))
            }
        }
        let head = words.prefix(1).map { Count(hash: Self.hash($0.stem, .head), strength: Self.headStrength) }
        self.words = Self.summed(stems + pairs + head)
        letters = Self.summed(rows)
        self.stems = Self.summed(stems)
    }

    /// Equal hashes together, ascending.
    private static func summed(_ counts: [Count]) -> [Count] {
        var sums: [Count] = []
        for count in counts.sorted(by: { $0.hash < $1.hash }) {
            if let last = sums.last, last.hash == count.hash {
                sums[sums.count - 1] = Count(hash: count.hash, strength: last.strength + count.strength)
            } else {
                sums.append(count)
            }
        }
        return sums
    }

    // MARK: Hashing (FNV-1a)

    /// Keeps words, pairs and rows of letters apart.
    private enum Kind: UInt8 { case stem = 1, pair, letters, head }

    private static func start(_ kind: Kind) -> UInt32 { mix(2_166_136_261, kind.rawValue) }

    private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

    private static func hash(_ stem: String, _ kind: Kind) -> UInt32 { stem.utf8.reduce(start(kind), mix) }

    private static func hash(_ first: String, _ second: String) -> UInt32 {
        second.utf8.reduce(mix(first.utf8.reduce(start(.pair), mix), UInt8(ascii: " ")), mix)
    }

    private static func appendRows(of word: CPVWordReader.Word, to rows: inout [Count]) {
        let letters = [UInt8(ascii: "<")] + Array(word.folded.utf8) + [UInt8(ascii: ">")]
        for first in letters.indices {
            var hash = start(.letters)
            for (length, letter) in zip(1...rowLengths.upperBound, letters[first...]) {
                hash = mix(hash, letter)
                if rowLengths.contains(length) { rows.append(Count(hash: hash, strength: word.emphasis)) }
            }
        }
    }
}
