import FrenchText

/// The words of a search, read against the labels and the trade lexicon.
struct CPVQuery {
    struct Word {
        /// Numbers of the words of the labels that it stands for.
        var family: Set<UInt16>
        /// The labels that have one of them.
        var labels: [Int]
        /// As written.
        var surface: String
        var weight: Double

        func isHeld(by row: ArraySlice<UInt16>) -> Bool { row.contains { family.contains($0) } }
    }

    struct Trade {
        var id: String
        /// As written.
        var surface: String
        /// Part of the search that names the trade, 0–1.
        var share: Double
    }

    private(set) var words: [Word] = []
    private(set) var trades: [Trade] = []
    private(set) var corrections: [CPVSearch.Correction] = []
    private(set) var unknown: [String] = []
    /// Of the words together, those that no label has included.
    private(set) var weight = 0.0

    init(_ text: String, _ search: CPVSearch) {
        let terms = search.analyser.terms(text)
        let count = max(1, terms.count { !$0.isConcept })
        for term in terms {
            guard let concept = term.concept else { continue }
            let share = min(1, Double(term.words) / Double(count)) * term.strength
            trades.append(Trade(id: concept, surface: term.surface, share: share))
        }
        for term in terms where !term.isConcept { add(term, search) }
    }

    private mutating func add(_ term: Term, _ search: CPVSearch) {
        if add(term.surface, key: term.key, search) { return }
        weight += Self.weightOfUnknown
        // What the lexicon knows needs no correction.
        if trades.contains(where: { $0.surface.contains(term.surface) }) { return }
        guard let read = search.index.word(near: term.surface) else {
            unknown.append(term.surface)
            return
        }
        weight -= Self.weightOfUnknown
        corrections.append(CPVSearch.Correction(written: term.surface, read: read))
        _ = add(read, key: search.stem(read) ?? read, search)
    }

    /// Adds a word that labels have; false when there is none.
    private mutating func add(_ surface: String, key: String, _ search: CPVSearch) -> Bool {
        let family = search.index.family(of: surface, key: key) { search.stem($0) }
        guard !family.isEmpty else { return false }
        let numbers = Set(family.map { UInt16($0) })
        guard !words.contains(where: { $0.family == numbers }) else { return true }
        let labels = Set(family.flatMap { search.index.labels(with: $0).map(Int.init) }).sorted()
        let weight = search.index.weight(of: Folding.fold(surface), labels: labels.count)
        words.append(Word(family: numbers, labels: labels, surface: surface, weight: weight))
        self.weight += weight
        return true
    }

    /// As light as a word of very many labels: what cannot be found must not hide what can.
    private static let weightOfUnknown = 2.0

    /// Whether the words follow each other in a label, in their order.
    func isPhrase(of row: ArraySlice<UInt16>) -> Bool {
        guard words.count > 1, row.count >= words.count else { return false }
        return (row.startIndex...row.endIndex - words.count).contains { start in
            words.indices.allSatisfy { words[$0].family.contains(row[start + $0]) }
        }
    }
}
