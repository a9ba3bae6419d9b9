/// Finds the words that are one edit away from another one (SymSpell, Garbe 2012): they are equal when each has lost a
/// letter or none, so that a few look-ups replace a comparison with every word.
///
/// The first letter is taken to be right, and only the first letters are compared: what is found is yet to be judged.
struct DeletionNeighbourhood: Sendable {
    /// Letters compared.
    private static let prefix = 7

    private let bytes: [UInt8]
    /// Word `n` is at `starts[n]..<starts[n + 1]`.
    private let starts: [Int32]
    /// The postings of bucket `b` are at `buckets[b]..<buckets[b + 1]`.
    private let buckets: [Int32]
    private let postings: [Posting]

    private struct Posting: BitwiseCopyable {
        let word: Int32
        /// The part of the hash that is not in the number of the bucket.
        let tag: UInt32
    }

    /// - Parameter words: in bytes, none of them empty.
    init(_ words: [[UInt8]]) {
        bytes = words.flatMap { $0 }
        starts = words.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
        var found: [(hash: UInt64, word: Int32)] = []
        for (number, word) in words.enumerated() {
            Self.forEachDeletion(word) { found.append(($0, Int32(number))) }
        }
        var count = 1
        while count < found.count { count *= 2 }
        var buckets = [Int32](repeating: 0, count: count + 1)
        for (hash, _) in found { buckets[Int(truncatingIfNeeded: hash) & (count - 1) + 1] += 1 }
        for bucket in 1...count { buckets[bucket] += buckets[bucket - 1] }
        var next = buckets
        var postings = [Posting](repeating: Posting(word: 0, tag: 0), count: found.count)
        for (hash, word) in found {
            let bucket = Int(truncatingIfNeeded: hash) & (count - 1)
            postings[Int(next[bucket])] = Posting(word: word, tag: UInt32(hash >> 32))
            next[bucket] += 1
        }
        self.buckets = buckets
        self.postings = postings
    }

    subscript(word: Int) -> ArraySlice<UInt8> { bytes[Int(starts[word])..<Int(starts[word + 1])] }

    /// Each word that may be one edit away; a word may come more than once.
    func forEach(near wanted: [UInt8], _ body: (Int) -> Void) {
        let mask = buckets.count - 2
        Self.forEachDeletion(wanted) { hash in
            let bucket = Int(truncatingIfNeeded: hash) & mask
            for place in Int(buckets[bucket])..<Int(buckets[bucket + 1])
            where postings[place].tag == UInt32(hash >> 32) {
                body(Int(postings[place].word))
            }
        }
    }

    /// The hashes of the first letters of `word`, as they are and with each but the first left out.
    private static func forEachDeletion(_ word: [UInt8], _ body: (UInt64) -> Void) {
        let length = min(prefix, word.count)
        for left in 0..<length {
            var value: UInt64 = 0
            for place in 0..<length where place == 0 || place != left { value = value << 8 | UInt64(word[place]) }
            let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            body((product.high ^ product.low) &* 0xD6E8_FEB8_6659_FD93)
        }
    }
}
