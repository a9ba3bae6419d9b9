import FrenchText

/// Gives words whose accented letters were destroyed (`am�nagement`) their letters back, from a list of known words.
///
/// A platform that reads one encoding for another writes U+FFFD, once or several times, for each letter outside of
/// ASCII; some write a question mark. What is left of a word is nearly always enough to know it.
package struct DamagedWords: Sendable {
    /// Stands for the letters lost, in words read by ``CPVWordReader``.
    package static let mark: Character = "\u{FFFD}"

    /// What may stand before an apostrophe that was destroyed: `l�entretien`.
    private static let elided: Set<Substring> = [
        "l", "d", "j", "m", "s", "t", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quelqu",
    ]

    /// What is left of a word → the word, folded.
    private let known: [String: String]

    /// - Parameter words: lowercase words with their accents, the most usual first.
    package init(_ words: some Sequence<String>) {
        var known: [String: String] = [:]
        for word in words {
            let rest = Self.remains(of: word)
            if rest.contains(Self.mark), known[rest] == nil { known[rest] = Folding.fold(word) }
        }
        self.known = known
    }

    /// The folded word that `damaged` was, as far as it can be told: a known word, with or without the article before
    /// its apostrophe, else the word with an `e`, which is the letter lost nearly always.
    package func repaired(_ damaged: String) -> String {
        if let word = known[Self.remains(of: damaged)] { return word }
        if let mark = damaged.firstIndex(of: Self.mark), Self.elided.contains(damaged[..<mark]) {
            // One mark or more was the apostrophe; what is left may begin with a lost letter of its own.
            let rest = damaged[damaged.index(after: mark)...]
            if let word = known[Self.remains(of: String(rest))] { return word }
            let word = rest.drop { $0 == Self.mark }
            return word.contains(Self.mark) ? repaired(String(word)) : String(word)
        }
        return String(Self.remains(of: damaged).map { $0 == Self.mark ? "e" : $0 })
    }

    /// The word with each run of letters outside of ASCII replaced by one mark.
    package static func remains(of word: String) -> String {
        var rest = ""
        var inRun = false
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                rest.unicodeScalars.append(scalar)
            } else if !inRun {
                rest.append(mark)
            }
            inRun = !scalar.isASCII
        }
        return rest
    }
}
