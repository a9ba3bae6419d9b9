/// A word of a text.
public struct Token: Sendable, Hashable {
    /// In lowercase, with its accents: `élagage`.
    public let word: String
    /// In lowercase, without accents: `elagage`.
    public let folded: String
    /// Where the word stands in the text, for quoting it.
    public let range: Range<String.Index>
    /// Written with capitals only, and at least two: maybe an acronym.
    public let isCapital: Bool
    /// Written with a small first letter: no name.
    public let beginsSmall: Bool
    /// The strongest sign between the previous word and this one.
    public let pause: Pause
    /// Whether an opening bracket stands just before.
    public let opensBracket: Bool

    /// How strongly the text stops before a word.
    public enum Pause: UInt8, Sendable, Comparable, BitwiseCopyable {
        case none, comma, clause, sentence

        public static func < (left: Pause, right: Pause) -> Bool { left.rawValue < right.rawValue }
    }
}

/// Cuts a French text into words: runs of letters and digits. Elided articles (`l'`, `d'`, `qu'` …) are dropped, but
/// `n'` stays as `ne`, because it negates; letters separated by points (`E.S.A.T.`) are one word. U+FFFD beside a letter
/// is a letter that was destroyed.
public enum Tokeniser {
    public static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var bytes = text
        bytes.withUTF8 { bytes in
            var scanner = WordScanner(bytes)
            var place = text.startIndex
            var offset = 0
            while let word = scanner.next() {
                let form = word.isNe ? .ne : WordForm(bytes[word.range])
                guard !form.folded.isEmpty else {
                    scanner.putBack(word)
                    continue
                }
                let start = text.utf8.index(place, offsetBy: word.range.lowerBound - offset)
                place = text.utf8.index(start, offsetBy: word.range.count)
                offset = word.range.upperBound
                tokens.append(
                    Token(
                        word: form.word, folded: form.folded, range: start..<place, isCapital: form.isCapital,
                        beginsSmall: form.beginsSmall, pause: word.pause, opensBracket: word.opensBracket))
            }
        }
        return tokens
    }
}
