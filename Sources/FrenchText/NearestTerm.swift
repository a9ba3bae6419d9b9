/// Finds the indexed term that a word unknown to the index is probably a misspelling of.
///
/// Light on purpose: same first letter, one edit (two from nine letters), words of five letters or more. A wrong
/// correction costs more than a missed one.
struct NearestTerm: Sendable {
    static let shortest = 5
    static let longForTwoEdits = 9

    /// First byte and length → terms with their numbers.
    private let groups: [Int: [(bytes: [UInt8], number: Int)]]

    init(_ terms: [String]) {
        var groups: [Int: [(bytes: [UInt8], number: Int)]] = [:]
        for (number, term) in terms.enumerated() {
            let bytes = Array(term.utf8)
            guard bytes.count >= Self.shortest - 1, bytes[0] != UInt8(ascii: "#") else { continue }
            groups[Self.key(bytes[0], bytes.count), default: []].append((bytes, number))
        }
        self.groups = groups
    }

    private static func key(_ first: UInt8, _ length: Int) -> Int { Int(first) << 16 | length }

    /// The nearest term; among equals the most frequent, then the first in the order of terms.
    func number(near term: String, frequency: (Int) -> Int) -> Int? {
        let wanted = Array(term.utf8)
        // A stem is shorter than its word: the letters are counted on what the index compares.
        guard wanted.count >= Self.shortest, !wanted.contains(where: { $0 < 0x3A }) else { return nil }
        let limit = wanted.count >= Self.longForTwoEdits ? 2 : 1
        var best: (distance: Int, frequency: Int, number: Int)?
        for length in (wanted.count - limit)...(wanted.count + limit) {
            for (bytes, number) in groups[Self.key(wanted[0], length)] ?? [] {
                let distance = EditDistance.between(wanted, bytes, limit: limit)
                guard distance <= limit else { continue }
                let candidate = (distance: distance, frequency: frequency(number), number: number)
                if let known = best,
                    (known.distance, -known.frequency, known.number) <= (
                        candidate.distance, -candidate.frequency, number
                    )
                {
                    continue
                }
                best = candidate
            }
        }
        return best?.number
    }
}
