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
    /// The same for words in this form only: « environ », whose stem is that of « environnement ».
    public var emptyForms: [String] = []
    public var concepts: [LexiconConcept] = []
    /// Words that say how a thing is supplied (« livraison de … »): a phrase that begins with one gives way to another
    /// that says what is supplied.
    public var supplyWords: [String] = []
    /// Abbreviation in capitals → what it stands for. One with a digit (« 2ND ») is read in small letters too.
    public var abbreviations: [String: String] = [:]
    /// Correctly accented texts, from which missing and destroyed accents are restored.
    public var accentedTexts: [String] = []
    /// More texts without misspellings: a word that neither they nor ``accentedTexts`` have, but a letter from one that
    /// they do, is read as that one. Without them, words are read as written.
    public var knownTexts: [String] = []
    /// Texts whose words are never taken for misspellings: names of places, words of other fields.
    public var namedTexts: [String] = []

    public init() {}
}

/// Turns French text into terms: words without their endings, and the concepts of a lexicon.
public struct TextAnalyser: Sendable {
    let lexicon: Lexicon
    private let stopWords: Set<String>
    private let emptyStems: Set<String>
    private let emptyForms: Set<String>
    private let accents: AccentRestorer
    private let destroyed: DestroyedLetters
    private let spelling: Spelling?
    /// Abbreviation → what it says.
    private let expansions: [String: Expansion]

    /// What an abbreviation says.
    private struct Expansion: Sendable {
        struct Word: Sendable {
            let stem: String
            /// In lowercase, with its accents.
            let written: String
        }

        let words: [Word]
        /// Whether what it stands for is a term of the lexicon.
        var isTrade: Bool
    }

    /// Longest abbreviation looked up.
    private static let longestAbbreviation = 6

    public init(_ lists: AnalyserLists) {
        let stopWords = Set(lists.stopWords.map { Folding.fold($0) })
        var words = WordCounts(lists.accentedTexts)
        let accents = AccentRestorer(words)
        let tokensOf: (String) -> [Token] = { text in
            Tokeniser.tokens(text).filter { !stopWords.contains($0.folded) && $0.folded.utf8.count > 1 }
        }
        let rowOf: (String) -> [String] = { text in tokensOf(text).map { accents.stem($0.word, folded: $0.folded) } }
        var expansions: [String: Expansion] = [:]
        for (abbreviation, text) in lists.abbreviations {
            let words = tokensOf(text).map {
                Expansion.Word(stem: accents.stem($0.word, folded: $0.folded), written: $0.word)
            }
            expansions[Folding.fold(abbreviation)] = Expansion(words: words, isTrade: false)
        }
        var termRows: Set<[String]> = []
        lexicon = Lexicon(lists.concepts, supplyWords: lists.supplyWords.flatMap(rowOf)) { term in
            // « entretien des EPI » is met as « entretien des équipements de protection individuelle ».
            let expanded = tokensOf(term).flatMap { token in
                let expansion = token.isCapital ? expansions[token.folded] : nil
                return expansion?.words.map(\.stem) ?? [accents.stem(token.word, folded: token.folded)]
            }
            let rows = Set([rowOf(term), expanded])
            termRows.formUnion(rows)
            return Array(rows)
        }
        for (abbreviation, expansion) in expansions {
            expansions[abbreviation]?.isTrade = termRows.contains(expansion.words.map(\.stem))
        }
        self.expansions = expansions
        self.stopWords = stopWords
        self.accents = accents
        emptyStems = Set(lists.emptyWords.flatMap(rowOf))
        emptyForms = Set(lists.emptyForms.map { Folding.fold($0) })
        words.add(lists.knownTexts)
        destroyed = DestroyedLetters(words)
        spelling =
            lists.knownTexts.isEmpty ? nil : Spelling(known: words, named: WordCounts(lists.namedTexts), accents)
    }

    // MARK: Words

    /// What a written word says.
    ///
    /// - Parameter isShouting: whether most of the text is in capitals; only words in capitals are read otherwise then.
    func reading(of form: WordForm, isShouting: Bool) -> WordReading {
        var (word, folded) = (form.word, form.folded)
        if DestroyedLetters.isIn(word) {
            word = destroyed.restored(word)
            folded = Folding.fold(word)
        }
        let roles = Negation.Roles(folded)
        guard folded.utf8.count > 1, !stopWords.contains(folded) else {
            return WordReading(folded: folded, roles: roles, items: [])
        }
        if let words = expansion(of: folded, isCapital: form.isCapital, isShouting: isShouting) {
            return WordReading(folded: folded, roles: roles, items: words.map { item($0.stem, written: $0.written) })
        }
        let stem = accents.stem(word, folded: folded)
        if let spelling, form.beginsSmall || isShouting && form.isCapital,
            let meant = spelling.correction(of: word, folded: folded, stem: stem, isCapital: form.isCapital)
        {
            return WordReading(folded: folded, roles: roles, items: [item(meant, written: nil)])
        }
        let written = accents.restore(word, folded: folded)
        return WordReading(
            folded: folded, roles: roles, items: [item(stem, written: written, isEmpty: emptyForms.contains(folded))])
    }

    private func item(_ stem: String, written: String?, isEmpty: Bool = false) -> WordReading.Item {
        let isTerm =
            !isEmpty && stem.utf8.count > 1 && !emptyStems.contains(stem) && !stem.utf8.allSatisfy { $0 < 0x3A }
        return WordReading.Item(
            stem: stem, lexical: lexicon.word(stem: stem, written: written),
            isCorrected: written == nil, isTerm: isTerm)
    }

    private func expansion(of folded: String, isCapital: Bool, isShouting: Bool) -> [Expansion.Word]? {
        guard folded.utf8.count <= Self.longestAbbreviation,
            // What has a digit in it is no other word: « 2nd ».
            isCapital || folded.utf8.contains(where: { $0 < 0x3A }), let expansion = expansions[folded]
        else { return nil }
        // A text in capitals says nothing about acronyms, except by the words that are nothing else.
        return isShouting && folded.utf8.count <= 2 && !expansion.isTrade ? nil : expansion.words
    }

    /// Whether a text is in capitals.
    static func isShouting(words: Int, capital: Int) -> Bool { words > 3 && capital * 3 > words * 2 }

    /// Whether a word of a name is told apart by it: « de » is in all names.
    static func isTelling(_ folded: String) -> Bool { folded.utf8.count > 2 }

    // MARK: Terms

    /// What `text` says, in its order, words before concepts. What it says is not there is left out.
    public func terms(_ text: String) -> [Term] { terms(text, without: "") }

    /// The same, leaving out the words of `other` of more than two letters: « COMMUNAUTÉ DE VITRÉ » in the town Vitré
    /// says where it is, not that it cleans windows.
    public func terms(_ text: String, without other: String) -> [Term] {
        let text = DoubleEncodingSign.repaired(text)
        let tokens = Tokeniser.tokens(text)
        let isShouting = Self.isShouting(words: tokens.count, capital: tokens.count { $0.isCapital })
        let readings = tokens.map { reading(of: WordForm($0), isShouting: isShouting) }
        let leftOut = words(toLeaveOut: other)
        let negated = Negation.scope(
            zip(readings, tokens).map { Negation.Word(roles: $0.roles, pause: $1.pause) })
        var row = TermRow()
        var pendingBreak = false
        for (index, reading) in readings.enumerated() {
            if tokens[index].pause != .none { pendingBreak = true }
            if negated[index] {
                pendingBreak = true
                continue
            }
            if leftOut.contains(reading.folded) { continue }
            for item in reading.items {
                row.items.append(item)
                row.words.append(
                    Lexicon.RowWord(word: item.lexical, isBreak: pendingBreak, isCorrected: item.isCorrected))
                row.places.append(index)
                pendingBreak = false
            }
        }
        return words(row, tokens, in: text) + concepts(row, tokens, in: text)
    }

    /// The words that phrases are looked for in.
    private struct TermRow {
        var items: [WordReading.Item] = []
        /// The same, as phrases know them.
        var words: [Lexicon.RowWord] = []
        /// Places among the tokens.
        var places: [Int] = []
    }

    private func words(toLeaveOut other: String) -> Set<String> {
        guard !other.isEmpty else { return [] }
        let tokens = Tokeniser.tokens(DoubleEncodingSign.repaired(other))
        let isShouting = Self.isShouting(words: tokens.count, capital: tokens.count { $0.isCapital })
        return Set(tokens.map { reading(of: WordForm($0), isShouting: isShouting).folded }.filter(Self.isTelling))
    }

    private func words(_ row: TermRow, _ tokens: [Token], in text: String) -> [Term] {
        zip(row.items, row.places).compactMap { item, place in
            guard item.isTerm else { return nil }
            return Term(
                key: item.stem, surface: String(text[tokens[place].range]),
                strength: Spelling.strength(isCorrected: item.isCorrected), words: 1)
        }
    }

    private func concepts(_ row: TermRow, _ tokens: [Token], in text: String) -> [Term] {
        var terms: [Term] = []
        row.words.withUnsafeBufferPointer { words in
            var position = 0
            while let hit = lexicon.nextHit(in: words, from: &position) {
                let first = tokens[row.places[hit.first]].range.lowerBound
                let last = tokens[row.places[hit.last]].range.upperBound
                let surface = String(text[first..<last])
                terms += lexicon.concepts(of: hit).map { concept in
                    Term(
                        key: Self.key(ofConcept: lexicon.concepts[Int(concept)]), surface: surface,
                        strength: lexicon.strength(of: hit, in: words), words: lexicon.length(of: hit))
                }
            }
        }
        return terms
    }

    static func key(ofConcept concept: String) -> String { "#" + concept }
}
