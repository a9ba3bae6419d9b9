/// Something a text says, as it is indexed and looked up.
public struct Term: Sendable, Hashable {
    /// A folded stem, or `#` and the identifier of a concept.
    public let key: String
    /// As written in the text: « Espaces verts ».
    public let surface: String
    /// How sure the reading is, 0–1: a word that names several concepts is shared between them.
    public let strength: Double
    /// Number of words read.
    public let words: Int

    public var isConcept: Bool { key.utf8.first == UInt8(ascii: "#") }
    /// The identifier of the concept, `nil` for a word.
    public var concept: String? { isConcept ? String(key.dropFirst()) : nil }
}

/// The word lists of an analyser.
public struct AnalyserLists: Sendable {
    /// Grammatical words: dropped, also inside phrases.
    public var stopWords: [String] = []
    /// Words that say nothing in this field: not indexed, but part of phrases.
    public var emptyWords: [String] = []
    public var concepts: [LexiconConcept] = []
    /// Abbreviation in capitals → what it stands for.
    public var abbreviations: [String: String] = [:]
    /// Correctly accented texts, from which missing accents are restored.
    public var accentedTexts: [String] = []

    public init() {}
}

/// Turns French text into terms: words without their endings, and the concepts of a lexicon.
public struct TextAnalyser: Sendable {
    private let stopWords: Set<String>
    private let emptyStems: Set<String>
    private let accents: AccentRestorer
    private let lexicon: Lexicon
    /// Abbreviation → terms of its expansion.
    private let expansions: [String: [String]]

    /// Longest abbreviation looked up.
    private static let longestAbbreviation = 6

    public init(_ lists: AnalyserLists) {
        let stopWords = Set(lists.stopWords.map { Folding.fold($0) })
        let accents = AccentRestorer(texts: lists.accentedTexts)
        let rowOf: (String) -> [String] = { text in
            Tokeniser.tokens(text).filter { !stopWords.contains($0.folded) && $0.folded.utf8.count > 1 }
                .map { Self.stem($0, accents) }
        }
        self.stopWords = stopWords
        self.accents = accents
        emptyStems = Set(lists.emptyWords.flatMap(rowOf))
        lexicon = Lexicon(lists.concepts, stems: rowOf)
        expansions = lists.abbreviations.reduce(into: [:]) { expansions, pair in
            expansions[Folding.fold(pair.key)] = rowOf(pair.value)
        }
    }

    /// A word reduced to what it shares with its family.
    private static func stem(_ token: Token, _ accents: AccentRestorer) -> String {
        Derivation.root(Folding.fold(FrenchStemmer.shared.stem(accents.restore(token))))
    }

    /// What `text` says, in its order, words before concepts. What it says is not there is left out.
    public func terms(_ text: String) -> [Term] {
        let tokens = Tokeniser.tokens(text)
        let negated = Negation.scope(tokens)
        // A text in capitals says nothing about acronyms, except by the words that are nothing else.
        let shouting = tokens.count > 3 && tokens.filter(\.isCapital).count * 3 > tokens.count * 2
        var row: [String] = []
        var written: [String] = []
        var breaks: [Bool] = []
        var places: [Int] = []
        var pendingBreak = false
        for (index, token) in tokens.enumerated() {
            if token.pause != .none { pendingBreak = true }
            if negated[index] {
                pendingBreak = true
                continue
            }
            guard token.folded.utf8.count > 1, !stopWords.contains(token.folded) else { continue }
            if let expansion = expansion(of: token, shouting: shouting) {
                for stem in expansion {
                    row.append(stem)
                    written.append(stem)
                    breaks.append(pendingBreak)
                    places.append(index)
                    pendingBreak = false
                }
                continue
            }
            row.append(Self.stem(token, accents))
            written.append(accents.restore(token))
            breaks.append(pendingBreak)
            places.append(index)
            pendingBreak = false
        }
        return words(row, places, tokens, in: text) + concepts(row, written, breaks, places, tokens, in: text)
    }

    private func expansion(of token: Token, shouting: Bool) -> [String]? {
        guard token.isCapital, token.folded.utf8.count <= Self.longestAbbreviation,
            !shouting || token.folded.utf8.count > 2
        else { return nil }
        return expansions[token.folded]
    }

    private func words(_ row: [String], _ places: [Int], _ tokens: [Token], in text: String) -> [Term] {
        zip(row, places).compactMap { stem, place in
            guard stem.utf8.count > 1, !emptyStems.contains(stem), !stem.utf8.allSatisfy({ $0 < 0x3A }) else {
                return nil
            }
            return Term(key: stem, surface: String(text[tokens[place].range]), strength: 1, words: 1)
        }
    }

    private func concepts(
        _ row: [String], _ written: [String], _ breaks: [Bool], _ places: [Int], _ tokens: [Token], in text: String
    ) -> [Term] {
        lexicon.hits(in: row, words: written, breaks: breaks).flatMap { hit in
            let first = tokens[places[hit.range.lowerBound]].range.lowerBound
            let last = tokens[places[hit.range.upperBound]].range.upperBound
            let surface = String(text[first..<last])
            return hit.entry.concepts.map { concept in
                Term(
                    key: "#" + lexicon.concepts[concept], surface: surface,
                    strength: 1 / Double(hit.entry.concepts.count), words: hit.entry.stems.count)
            }
        }
    }
}
