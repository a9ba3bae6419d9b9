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
    struct Entry: Sendable {
        let stems: [String]
        /// The forms of a term of one word, see ``form(_:)``.
        var forms: Set<String>
        /// Places in ``concepts``, in ascending order.
        var concepts: [Int]
    }

    /// A phrase found.
    struct Hit: Sendable {
        let entry: Entry
        /// Places in the row of stems, from first to last word.
        let range: ClosedRange<Int>
    }

    let concepts: [String]
    /// First stem → entries that begin with it, longest first.
    private let entries: [String: [Entry]]

    /// - Parameter stems: the row of stems of a term, analysed as texts are.
    init(_ lexicon: [LexiconConcept], stems: (String) -> [String]) {
        concepts = lexicon.map(\.id)
        var byStems: [[String]: Entry] = [:]
        for (concept, entry) in lexicon.enumerated() {
            for term in entry.terms {
                let row = stems(term)
                guard !row.isEmpty else { continue }
                var found = byStems[row] ?? Entry(stems: row, forms: [], concepts: [])
                if row.count == 1 {
                    found.forms.formUnion(Tokeniser.tokens(term).map { Self.form($0.word) })
                }
                if found.concepts.last != concept { found.concepts.append(concept) }
                byStems[row] = found
            }
        }
        var entries: [String: [Entry]] = [:]
        for entry in byStems.values { entries[entry.stems[0], default: []].append(entry) }
        self.entries = entries.mapValues { list in
            list.sorted { left, right in
                left.stems.count != right.stems.count
                    ? left.stems.count > right.stems.count : left.stems.lexicographicallyPrecedes(right.stems)
            }
        }
    }

    /// A word without the endings of the plural and of the feminine: the same for `livres` and `livre`, another one for
    /// `livrés`. Two equal forms with the same stem are one word.
    static func form(_ word: String) -> String {
        var form = Substring(word)
        if form.utf8.count > 3, let last = form.last, last == "s" || last == "x" { form = form.dropLast() }
        if form.utf8.count > 3, form.hasSuffix("e") { form = form.dropLast() }
        return String(form)
    }

    /// Phrases found in `row`, from left to right, without overlap. A word may stand between two words of a phrase
    /// (« entretien *courant* des locaux »).
    ///
    /// - Parameters:
    ///   - breaks: whether a new clause begins at a place of the row; phrases do not reach over it.
    ///   - words: the words of the row in lowercase, with their accents. A term of one word must be that word, in the
    ///     singular or the plural: « repas livrés » has the stem of « livres », and is no bookshop.
    func hits(in row: [String], words: [String], breaks: [Bool]) -> [Hit] {
        var hits: [Hit] = []
        var position = 0
        while position < row.count {
            if let hit = longest(in: row, words: words, breaks: breaks, at: position) {
                hits.append(hit)
                position = hit.entry.stems.count > 1 ? hit.range.upperBound + 1 : position + 1
            } else {
                position += 1
            }
        }
        return hits
    }

    private func longest(in row: [String], words: [String], breaks: [Bool], at start: Int) -> Hit? {
        guard let candidates = entries[row[start]] else { return nil }
        for entry in candidates {
            if entry.stems.count == 1, !entry.forms.contains(Self.form(words[start])) { continue }
            var place = start
            var complete = true
            for stem in entry.stems.dropFirst() {
                let next = place + 1
                if next < row.count, !breaks[next], row[next] == stem {
                    place = next
                } else if next + 1 < row.count, !breaks[next], !breaks[next + 1], row[next + 1] == stem {
                    place = next + 1
                } else {
                    complete = false
                    break
                }
            }
            if complete { return Hit(entry: entry, range: start...place) }
        }
        return nil
    }
}
