/// A concept with the words and phrases that name it.
public struct LexiconConcept: Sendable, Hashable {
    public let id: String
    public let terms: [String]

    public init(id: String, terms: [String]) {
        self.id = id
        self.terms = terms
    }
}

/// Finds concepts in a row of stems: the longest phrase wins, so that « désherbage des trottoirs » is street cleaning
/// and not gardening.
struct Lexicon: Sendable {
    /// A word of a text, as far as phrases know it.
    struct Word: Sendable, Hashable, BitwiseCopyable {
        /// Number of its stem, ``unknown`` when no phrase has it.
        let stem: Int32
        /// Number of its form, see ``form(_:)``.
        let form: Int32
    }

    /// A word of the row in which phrases are looked for.
    struct RowWord: BitwiseCopyable {
        let word: Word
        /// Whether a new clause begins here; phrases do not reach over it.
        let isBreak: Bool
        /// Whether the word was written otherwise, see ``Spelling``.
        let isCorrected: Bool
    }

    /// A phrase found.
    struct Hit: BitwiseCopyable {
        /// Place in ``phrases``.
        let phrase: Int32
        /// Places in the row of words, from first to last word.
        let first: Int
        let last: Int
    }

    /// A phrase, by places in the pools.
    private struct Entry: Sendable {
        let stems: Range<Int32>
        let forms: Range<Int32>
        let concepts: Range<Int32>
    }

    static let unknown: Int32 = -1
    /// The form of a word whose ending is uncertain.
    static let anyForm: Int32 = -2

    let concepts: [String]
    private var stemNumbers: [String: Int32] = [:]
    private var formNumbers: [String: Int32] = [:]
    /// Phrases that begin with stem `n` are at `starts[n]..<starts[n + 1]`, longest first.
    private var starts: [Int32] = [0]
    private var entries: [Entry] = []
    private var stemPool: [Int32] = []
    private var formPool: [Int32] = []
    private var conceptPool: [Int32] = []
    /// Numbers of the stems of words that say how a thing is supplied, see ``AnalyserLists/supplyWords``.
    private var supplyStems: Set<Int32> = []

    /// A term as it is read before phrases have numbers.
    private struct Draft {
        /// The forms of a term of one word.
        var forms: Set<String> = []
        /// Places in ``concepts``, in ascending order.
        var concepts: [Int] = []
    }

    /// - Parameters:
    ///   - supplyWords: stems of the words that say how a thing is supplied.
    ///   - rows: the rows of stems of a term, analysed as texts are: with and without abbreviations written out.
    init(_ lexicon: [LexiconConcept], supplyWords: [String] = [], rows: (String) -> [[String]]) {
        concepts = lexicon.map(\.id)
        var drafts: [[String]: Draft] = [:]
        for (concept, entry) in lexicon.enumerated() {
            for term in entry.terms {
                for row in rows(term) where !row.isEmpty {
                    if row.count == 1 {
                        drafts[row, default: Draft()].forms
                            .formUnion(Tokeniser.tokens(term).map { Self.form($0.word) })
                    }
                    if drafts[row]?.concepts.last != concept {
                        drafts[row, default: Draft()].concepts.append(concept)
                    }
                }
            }
        }
        let firsts = Set(drafts.keys.map { $0[0] }).sorted()
        for stem in firsts { stemNumbers[stem] = Int32(stemNumbers.count) }
        let rows = drafts.keys.sorted { left, right in
            if left[0] != right[0] { return left[0] < right[0] }
            return left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
        }
        for row in rows {
            guard let draft = drafts[row], let first = stemNumbers[row[0]] else { continue }
            while starts.count <= first { starts.append(Int32(entries.count)) }
            add(row, draft)
        }
        starts.append(Int32(entries.count))
        supplyStems = Set(supplyWords.compactMap { stemNumbers[$0] })
    }

    private mutating func add(_ row: [String], _ draft: Draft) {
        func added<T>(_ items: [T], to pool: inout [T]) -> Range<Int32> {
            let start = Int32(pool.count)
            pool += items
            return start..<Int32(pool.count)
        }
        let stems = row.map { Self.number(of: $0, in: &stemNumbers) }
        let forms = draft.forms.sorted().map { Self.number(of: $0, in: &formNumbers) }
        entries.append(
            Entry(
                stems: added(stems, to: &stemPool), forms: added(forms, to: &formPool),
                concepts: added(draft.concepts.map { Int32($0) }, to: &conceptPool)))
    }

    private static func number(of word: String, in numbers: inout [String: Int32]) -> Int32 {
        let next = Int32(numbers.count)
        let known = numbers[word]
        if known == nil { numbers[word] = next }
        return known ?? next
    }

    /// A word without the endings of the plural and of the feminine: the same for `livres` and `livre`, another one for
    /// `livrés`. Two equal forms with the same stem are one word.
    static func form(_ word: String) -> String {
        var form = word.utf8[...]
        if form.count > 3, form.last == UInt8(ascii: "s") || form.last == UInt8(ascii: "x") { form = form.dropLast() }
        if form.count > 3, form.last == UInt8(ascii: "e") { form = form.dropLast() }
        // Capitals often lack their accent (« Electricité »); only that of a participle tells words apart.
        let written = String(form) ?? word
        return written.hasSuffix("é") ? Folding.fold(written.dropLast()) + "é" : Folding.fold(written)
    }

    /// What phrases know of a word.
    ///
    /// - Parameter written: in lowercase, with its accents; `nil` when only the stem is known. A term of one word must
    ///   be that word, in the singular or the plural: « repas livrés » has the stem of « livres », and is no bookshop.
    func word(stem: String, written: String?) -> Word {
        guard let number = stemNumbers[stem] else { return Word(stem: Self.unknown, form: Self.unknown) }
        guard let written else { return Word(stem: number, form: Self.anyForm) }
        return Word(stem: number, form: formNumbers[Self.form(written)] ?? Self.unknown)
    }

    /// Whether a phrase begins with the word.
    func begins(_ word: Word) -> Bool { word.stem >= 0 && Int(word.stem) + 1 < starts.count }

    /// Number of words of a phrase, those that may stand between them not counted.
    func length(of hit: Hit) -> Int { entries[Int(hit.phrase)].stems.count }

    /// The concepts that a phrase names, as places in ``concepts``.
    func concepts(of hit: Hit) -> ArraySlice<Int32> {
        let concepts = entries[Int(hit.phrase)].concepts
        return conceptPool[Int(concepts.lowerBound)..<Int(concepts.upperBound)]
    }

    /// The next phrase in `row` from `position` on, which moves past it: from left to right, without overlap. A word may
    /// stand between two words of a phrase (« entretien *courant* des locaux »).
    func nextHit(in row: UnsafeBufferPointer<RowWord>, from position: inout Int) -> Hit? {
        while position < row.count {
            if begins(row[position].word), let hit = longest(in: row, at: position), !isManner(hit, in: row) {
                position = length(of: hit) > 1 ? hit.last + 1 : position + 1
                return hit
            }
            position += 1
        }
        return nil
    }

    /// Whether a phrase only says how a thing is supplied, because another one that begins inside it says what: in
    /// « livraison de colis de Noël », not « livraison de colis » but « colis de Noël ».
    private func isManner(_ hit: Hit, in row: UnsafeBufferPointer<RowWord>) -> Bool {
        guard hit.last > hit.first, supplyStems.contains(row[hit.first].word.stem) else { return false }
        return ((hit.first + 1)...hit.last).contains { place in
            begins(row[place].word) && longest(in: row, at: place).map { $0.last > hit.last } == true
        }
    }

    /// How sure each concept of a phrase is: that of its least sure word, shared between them.
    func strength(of hit: Hit, in row: UnsafeBufferPointer<RowWord>) -> Double {
        let isCorrected = row[hit.first...hit.last].contains { $0.isCorrected }
        return Spelling.strength(isCorrected: isCorrected) / Double(concepts(of: hit).count)
    }

    /// What stands word for word is surer than what a word in between tears apart, and a phrase than a word: « nettoyage des
    /// vitres des bâtiments » is about panes.
    private func longest(in row: UnsafeBufferPointer<RowWord>, at start: Int) -> Hit? {
        phrase(in: row, at: start, reach: 1) ?? phrase(in: row, at: start, reach: 2) ?? word(in: row, at: start)
    }

    /// The longest phrase of several words.
    ///
    /// - Parameter reach: how many places further the next word may stand.
    private func phrase(in row: UnsafeBufferPointer<RowWord>, at start: Int, reach: Int) -> Hit? {
        let first = Int(row[start].word.stem)
        for phrase in starts[first]..<starts[first + 1] {
            let entry = entries[Int(phrase)]
            // The longest come first, single words last.
            guard entry.stems.count > 1 else { return nil }
            var place = start
            var isComplete = true
            for index in (entry.stems.lowerBound + 1)..<entry.stems.upperBound {
                guard let next = next(stemPool[Int(index)], in: row, after: place, reach: reach) else {
                    isComplete = false
                    break
                }
                place = next
            }
            if isComplete { return Hit(phrase: phrase, first: start, last: place) }
        }
        return nil
    }

    @inline(__always)
    private func next(
        _ stem: Int32, in row: UnsafeBufferPointer<RowWord>, after place: Int, reach: Int
    ) -> Int? {
        for next in (place + 1)...(place + reach) {
            guard next < row.count, !row[next].isBreak else { return nil }
            if row[next].word.stem == stem { return next }
        }
        return nil
    }

    private func word(in row: UnsafeBufferPointer<RowWord>, at start: Int) -> Hit? {
        let first = Int(row[start].word.stem)
        for phrase in starts[first]..<starts[first + 1] {
            let entry = entries[Int(phrase)]
            if entry.stems.count == 1, has(entry, form: row[start].word.form) {
                return Hit(phrase: phrase, first: start, last: start)
            }
        }
        return nil
    }

    private func has(_ entry: Entry, form: Int32) -> Bool {
        form == Self.anyForm || formPool[Int(entry.forms.lowerBound)..<Int(entry.forms.upperBound)].contains(form)
    }
}
