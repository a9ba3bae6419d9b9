/// Endings of words, each of a kind that says what is done with it.
struct StemEndings: Sendable {
    private struct Ending: Sendable {
        /// Places in ``StemEndings/letters``.
        let range: Range<Int>
        let kind: Int
    }

    /// By their last letter, longest first.
    private var endings: [Ending] = []
    /// Those that end with letter `n` are at `starts[n]..<starts[n + 1]`; the letters of French are below 256.
    private var starts: [Int] = []
    private var letters: [StemBuffer.Letter] = []

    /// - Parameter kinds: the endings of each kind, between spaces.
    init(_ kinds: String...) {
        var byLast: [[(letters: [StemBuffer.Letter], kind: Int)]] = Array(repeating: [], count: 256)
        for (kind, list) in kinds.enumerated() {
            for ending in list.split(separator: " ") {
                let letters = ending.unicodeScalars.map(\.value)
                if let last = letters.last { byLast[Int(last)].append((letters, kind)) }
            }
        }
        for list in byLast {
            starts.append(endings.count)
            for (ending, kind) in list.sorted(by: { $0.letters.count > $1.letters.count }) {
                endings.append(Ending(range: letters.count..<letters.count + ending.count, kind: kind))
                letters += ending
            }
        }
        starts.append(endings.count)
    }

    /// The longest that stands before `place`, none of its letters before `limit`.
    func longest(
        in word: [StemBuffer.Letter], before place: Int, limit: Int
    ) -> (length: Int, kind: Int)? {
        let last = Int(word[place - 1])
        guard last < starts.count - 1 else { return nil }
        for ending in starts[last]..<starts[last + 1] {
            let range = endings[ending].range
            guard range.count <= place - limit else { continue }
            var left = range.upperBound - 1
            var letter = place - 1
            while left >= range.lowerBound, word[letter] == letters[left] {
                left -= 1
                letter -= 1
            }
            if left < range.lowerBound { return (range.count, endings[ending].kind) }
        }
        return nil
    }
}
