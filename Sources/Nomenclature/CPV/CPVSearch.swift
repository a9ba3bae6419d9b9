import FrenchText
import Wording

/// Finds codes of the CPV by words: those of the labels, and in French those by which the trade lexicon names what a code is
/// for (« débroussaillage », « GED »).
public struct CPVSearch: Sendable {
    /// Searches in the labels of one language; built when it is first used, in some twenty milliseconds.
    public static func shared(_ language: Language) -> CPVSearch { language == .french ? french : english }
    private static let french = CPVSearch(.french)
    private static let english = CPVSearch(.english)

    /// A code found.
    public struct Hit: Sendable, Hashable {
        public let code: CPV
        public let label: Phrase
        /// 0–1; it ranks the hits of one search, and says nothing between two.
        public let score: Double
        /// Words of the search that the label has, as they were written.
        public let words: [String]
        /// Words of the search by which the trade lexicon names the trade of this code, as they were written.
        public let trade: String?
    }

    /// What a search found, and how it was read.
    public struct Result: Sendable, Hashable {
        /// The best first.
        public var hits: [Hit]
        /// Words read as others, which are probably meant: `netoyage` as `nettoyage`.
        public var corrections: [Correction]
        /// Words that neither a label nor the lexicon has.
        public var unknownWords: [String]
    }

    public struct Correction: Sendable, Hashable {
        public let written: String
        public let read: String
    }

    let table = CPVTable.shared
    let index: CPVWordIndex
    let analyser: TextAnalyser
    /// Gives the stem of a word by itself: neither phrases nor abbreviations.
    private let stemmer = TextAnalyser(AnalyserLists())
    /// Trade → rows of its branches, main first.
    private let branches: [String: [Range<Int>]]
    /// English labels are read with the French endings too: they join the plurals, which is what is needed.
    private init(_ language: Language) {
        var lists = AnalyserLists()
        let emptyWords: [String]
        switch language {
        case .french:
            emptyWords = WordLists.procurementWords
            lists.stopWords = WordLists.stopWords
            lists.concepts = TradeConcept.all.map { LexiconConcept(id: $0.id, terms: $0.terms) }
            lists.accentedTexts = TradeConcept.all.flatMap(\.terms)
            lists.abbreviations = Dictionary(
                WordLists.abbreviations.map { ($0.abbreviation, $0.expansion) }, uniquingKeysWith: { first, _ in first }
            )
        case .english:
            emptyWords = ["service", "services", "work", "works", "supply", "supplies"]
            lists.stopWords = [
                "and", "for", "of", "the", "or", "with", "to", "in", "on", "by", "from", "other", "than",
            ]
        }
        let table = table
        analyser = TextAnalyser(lists)
        index = CPVWordIndex(table, language: language, stopWords: lists.stopWords, emptyWords: emptyWords)
        let trades = language == .french ? TradeConcept.all : []
        branches = Dictionary(
            trades.map { ($0.id, $0.cpvPrefixes.map { table.codes(prefix: $0) }) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The stem of a word.
    func stem(_ word: String) -> String? { stemmer.terms(word).first?.key }

    /// The codes that the words point to, best first; nothing when no word is known.
    ///
    /// A label with all the words comes before one with some, one that says little else before a long one, the exact phrase
    /// before the same words apart; when all is equal, the more general code.
    public func search(_ words: String, limit: Int = 20) -> Result {
        let query = CPVQuery(words, self)
        let best = scores(query).filter { $0.value.total >= Self.lowest }.sorted { left, right in
            let (one, other) = (left.value.rounded, right.value.rounded)
            if one != other { return one > other }
            let (first, second) = (table.codes[left.key], table.codes[right.key])
            return (first.depth, first) < (second.depth, second)
        }
        let hits = best.prefix(max(0, limit)).compactMap { label, score -> Hit? in
            let code = table.codes[label]
            guard let text = table.label(code) else { return nil }
            let held = query.words.filter { $0.isHeld(by: index.words(ofLabel: label)) }
            return Hit(code: code, label: text, score: score.total, words: held.map(\.surface), trade: score.trade)
        }
        return Result(hits: hits, corrections: query.corrections, unknownWords: query.unknown)
    }

    /// Hits below say too little of what was asked.
    private static let lowest = 0.15

    // MARK: Scoring

    private struct Score {
        var text = 0.0
        var concept = 0.0
        var trade: String?
        /// Either is enough; both are better.
        var total: Double { 1 - (1 - text) * (1 - concept) }
        /// What tells scores apart; finer differences come from the order of additions.
        var rounded: Int { Int((total * 1e6).rounded()) }
    }

    private func scores(_ query: CPVQuery) -> [Int: Score] {
        var scores: [Int: Score] = [:]
        for label in Set(query.words.flatMap(\.labels)) {
            scores[label, default: Score()].text = textScore(label, query)
        }
        for trade in query.trades {
            for (rank, branch) in (branches[trade.id] ?? []).enumerated() {
                guard let top = branch.first.map({ table.codes[$0].depth }) else { continue }
                // The branches of a trade are in the order of their importance, and what is finer is less sure.
                let topScore = Self.tradeScore * trade.share * Self.power(0.7, min(rank, 3))
                for label in branch {
                    let score = topScore * Self.power(0.75, table.codes[label].depth - top)
                    guard score > scores[label]?.concept ?? 0 else { continue }
                    scores[label, default: Score()].concept = score
                    scores[label, default: Score()].trade = trade.surface
                }
            }
        }
        return scores
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<max(0, exponent)).reduce(1) { product, _ in product * base }
    }

    /// What the lexicon alone can give.
    private static let tradeScore = 0.7

    private func textScore(_ label: Int, _ query: CPVQuery) -> Double {
        let row = index.words(ofLabel: label)
        let matched = query.words.filter { $0.isHeld(by: row) }.map(\.weight).reduce(0, +)
        let weight = Set(row).sorted().map { index.weights[Int($0)] }.reduce(0, +)
        let coverage = matched / query.weight
        let focus = weight > 0 ? min(1, matched / weight) : 0
        let generality = Double(8 - table.codes[label].depth) / 6
        return coverage * coverage * (0.5 + 0.3 * focus + 0.1 * generality + (query.isPhrase(of: row) ? 0.1 : 0))
    }
}
