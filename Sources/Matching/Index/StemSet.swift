/// A set of stems as an index keeps it: their hashes, ascending. Two stems do not share 64 bits by chance.
struct StemSet: Sendable {
    // Owned by the image, which the index keeps.
    nonisolated(unsafe) private let hashes: UnsafeBufferPointer<UInt64>

    init(_ hashes: UnsafeBufferPointer<UInt64>) { self.hashes = hashes }

    func contains(_ stem: String) -> Bool {
        let wanted = Self.hash(of: stem)
        var low = 0
        var high = hashes.count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == wanted
    }

    /// What an index keeps of some stems.
    static func hashes(of stems: Set<String>) -> [UInt64] { Set(stems.map { hash(of: $0) }).sorted() }

    private static func hash(of stem: String) -> UInt64 {
        var hash = StableHash()
        hash.add(stem)
        return hash.value
    }
}
