/// Gives back the letters for which a publisher wrote U+FFFD: « d\u{FFFD}chets » → « déchets ».
struct DestroyedLetters: Sendable {
    /// Word with U+FFFD for each accented letter → the most common of the words that it may be.
    private let words: [String: String]
    /// Words without accents.
    private let plain: Set<String>

    private static let sign: Unicode.Scalar = "\u{FFFD}"
    /// Shortest word taken for one between quotation marks.
    private static let shortestQuoted = 4
    private static let vowels = Set("aeiouyàâéèêëîïôùûü".unicodeScalars)

    /// - Parameter words: words of texts with correct accents.
    init(_ words: WordCounts) {
        var best: [String: (word: String, count: Int)] = [:]
        var plain: Set<String> = []
        for (form, count) in words.words where !form.isCapital {
            guard form.word != form.folded else {
                plain.insert(form.folded)
                continue
            }
            let key = Self.destroyed(form.word)
            if count > best[key]?.count ?? 0 { best[key] = (form.word, count) }
        }
        self.words = best.mapValues(\.word)
        self.plain = plain
    }

    /// Whether a word has lost letters.
    static func isIn(_ word: String) -> Bool { word.unicodeScalars.contains(sign) }

    /// The word that `word` was, as far as can be told; with the likeliest letters otherwise.
    func restored(_ word: String) -> String {
        if let known = known(word) { return known }
        let scalars = Array(word.unicodeScalars)
        let inner = Self.trimmed(scalars[...])
        // A sign at an end may have been a quotation mark.
        if inner.count < scalars.count, inner.count >= Self.shortestQuoted,
            !inner.contains(Self.sign), plain.contains(Self.text(inner))
        {
            return Self.text(inner)
        }
        // « l\u{FFFD}\u{FFFD}lagage »: the first was the apostrophe.
        for place in scalars.indices.dropLast() where scalars[place] == Self.sign {
            let head = Self.text(scalars[..<place])
            if ElidedArticle.articles.contains(head), let known = known(Self.text(scalars[(place + 1)...])) {
                return known
            }
        }
        return Self.guessed(Self.joiningPairs(word))
    }

    private func known(_ word: String) -> String? {
        let key = Self.destroyed(word)
        // Two signs may be the two bytes of one letter.
        return words[key] ?? words[Self.joiningPairs(key)]
    }

    /// Two accented letters of three in French are « é »; before a consonant and a last mute « e », it is « è »:
    /// « nettoy\u{FFFD}es », « premi\u{FFFD}re ». A letter by itself is none: « n\u{FFFD} » was « n° ».
    private static func guessed(_ word: String) -> String {
        var scalars = Array(word.unicodeScalars)
        guard scalars.count > 2 else { return text(scalars.filter { $0 != sign }[...]) }
        for place in scalars.indices where scalars[place] == sign {
            let rest = scalars[(place + 1)...]
            let isBeforeMuteE =
                (2...3).contains(rest.count) && rest.first.map { !vowels.contains($0) && $0 != sign } == true
                && ["e", "es"].contains(text(rest.dropFirst()))
            scalars[place] = isBeforeMuteE ? "è" : "é"
        }
        return text(scalars[...])
    }

    private static func destroyed(_ word: String) -> String {
        text(word.unicodeScalars.map { $0.value < 0x80 ? $0 : sign }[...])
    }

    private static func joiningPairs(_ word: String) -> String {
        var joined: [Unicode.Scalar] = []
        var isSecond = false
        for scalar in word.unicodeScalars {
            isSecond = !isSecond && scalar == sign && joined.last == sign
            if !isSecond { joined.append(scalar) }
        }
        return text(joined[...])
    }

    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var trimmed = scalars.drop { $0 == sign }
        while trimmed.last == sign { trimmed.removeLast() }
        return trimmed
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
