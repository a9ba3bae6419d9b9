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
    /// The strongest sign between the previous word and this one.
    public let pause: Pause
    /// Whether an opening bracket stands just before.
    public let opensBracket: Bool

    /// How strongly the text stops before a word.
    public enum Pause: Int, Sendable, Comparable {
        case none, comma, clause, sentence

        public static func < (left: Pause, right: Pause) -> Bool { left.rawValue < right.rawValue }
    }
}

/// Cuts a French text into words: runs of letters and digits. Elided articles (`l'`, `d'`, `qu'` …) are dropped, but
/// `n'` stays as `ne`, because it negates; letters separated by points (`E.S.A.T.`) are one word.
public enum Tokeniser {
    /// What may stand before an apostrophe without being a word of its own.
    private static let elided: Set<String> = [
        "l", "d", "j", "m", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
    ]

    public static func tokens(_ text: String) -> [Token] {
        let scalars = text.unicodeScalars
        var tokens: [Token] = []
        var pause = Token.Pause.sentence
        var opensBracket = false
        var position = scalars.startIndex
        while position < scalars.endIndex {
            guard isWordScalar(scalars[position]) else {
                let sign = pauseOf(scalars, at: position)
                if sign.pause > pause { pause = sign.pause }
                opensBracket = opensBracket || sign.opens
                position = scalars.index(after: position)
                continue
            }
            let start = position
            position = endOfAcronym(scalars, from: start) ?? endOfWord(scalars, from: start)
            var word = word(scalars[start..<position])
            if position < scalars.endIndex, isApostrophe(scalars[position]) {
                if elided.contains(word) { continue }
                if word == "n" { word = "ne" }
            }
            let folded = word.utf8.allSatisfy({ $0 < 0x80 }) ? word : Folding.fold(word)
            guard !folded.isEmpty else { continue }
            tokens.append(
                Token(
                    word: word, folded: folded, range: start..<position,
                    isCapital: isCapital(scalars[start..<position]), pause: pause, opensBracket: opensBracket))
            pause = .none
            opensBracket = false
        }
        return tokens
    }

    // MARK: Words

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return (0x61...0x7A).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                || (0x30...0x39).contains(scalar.value)
        }
        return scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value)
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "’", "‘", "ʼ", "´", "`", "\u{92}": true
        default: false
        }
    }

    private static func endOfWord(
        _ scalars: String.UnicodeScalarView, from start: String.Index
    ) -> String.Index {
        var end = start
        while end < scalars.endIndex, isWordScalar(scalars[end]) { end = scalars.index(after: end) }
        return end
    }

    /// The end of `E.S.A.T` (without the last point); `nil` unless two single letters or more follow each other.
    private static func endOfAcronym(
        _ scalars: String.UnicodeScalarView, from start: String.Index
    ) -> String.Index? {
        var end = start
        var letters = 0
        var position = start
        while position < scalars.endIndex, scalars[position].properties.isAlphabetic {
            let next = scalars.index(after: position)
            letters += 1
            end = next
            guard next < scalars.endIndex, scalars[next] == "." else { break }
            position = scalars.index(after: next)
        }
        guard letters >= 2, end == scalars.endIndex || !isWordScalar(scalars[end]) else { return nil }
        return end
    }

    /// Lowercase and composed: combining accents become letters, so that the stemmer knows them; points go.
    private static func word(_ scalars: Substring.UnicodeScalarView) -> String {
        var plain = true
        var lowered = String.UnicodeScalarView()
        for scalar in scalars {
            if scalar.value < 0x80 {
                if scalar == "." { continue }
                lowered.append(
                    (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
            } else {
                if (0x300...0x36F).contains(scalar.value) { plain = false }
                lowered.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return plain ? String(lowered) : composed(lowered)
    }

    private static func composed(_ scalars: String.UnicodeScalarView) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            if let last = result.last, let letter = compositions[last]?[scalar] {
                result.removeLast()
                result.append(letter)
            } else if !(0x300...0x36F).contains(scalar.value) {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Letter → combining accent → accented letter, for the accents of French.
    private static let compositions: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [
        "a": ["\u{300}": "à", "\u{302}": "â"], "c": ["\u{327}": "ç"],
        "e": ["\u{300}": "è", "\u{301}": "é", "\u{302}": "ê", "\u{308}": "ë"], "i": ["\u{302}": "î", "\u{308}": "ï"],
        "o": ["\u{302}": "ô"], "u": ["\u{300}": "ù", "\u{302}": "û", "\u{308}": "ü"],
    ]

    private static func isCapital(_ scalars: Substring.UnicodeScalarView) -> Bool {
        var letters = 0
        for scalar in scalars where scalar != "." {
            if scalar.properties.isLowercase { return false }
            if scalar.properties.isUppercase { letters += 1 }
        }
        return letters >= 2
    }

    // MARK: Signs

    private static func pauseOf(
        _ scalars: String.UnicodeScalarView, at position: String.Index
    ) -> (pause: Token.Pause, opens: Bool) {
        switch scalars[position] {
        case ",", "/", "+": (.comma, false)
        case "(", "[": (.clause, true)
        case ";", ":", ")", "]", "—", "–", "•", "|": (.clause, false)
        case ".", "!", "?", "\n", "\r", "…": (.sentence, false)
        default: (.none, false)
        }
    }
}
