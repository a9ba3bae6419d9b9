import FrenchText
import Wording

/// The words of a need, ready to be quoted for many suppliers.
struct TextWords {
    private struct Word {
        let number: Int
        let quoted: Phrase
        /// Places of earlier words that hold this one: « espaces verts » makes « verts » superfluous.
        let holders: [Int]
    }

    /// A trade that the title of the lot names.
    private struct Trade {
        /// Numbers of its concepts in the index; an ambiguous word has several.
        var numbers: [Int]
        let surface: String
        /// Branches of the CPV of its concepts.
        var branches: [CodePrefix]
    }

    private let index: TextIndex
    private let trades: [Trade]
    /// Phrases first, then the weightiest.
    private let words: [Word]
    /// How many words a sentence quotes.
    private static let quoted = 5

    init(_ text: TextCriterion, _ reading: NeedReading, index: TextIndex, needs: NeedVocabulary) {
        self.index = index
        let said = text.found.filter { !$0.term.surface.isLabel }
        let ordered = said.filter(\.term.isConcept) + said.filter { !$0.term.isConcept }
        let surfaces = ordered.map { reading.text(of: $0.term, needs) }
        let folded = surfaces.map { Array(Folding.fold($0).utf8) }
        words = ordered.enumerated().map { place, term in
            let surface = surfaces[place]
            let shown = surface.contains(where: \.isLowercase) ? surface : surface.lowercased()
            return Word(
                number: term.number, quoted: Phrase("«\u{A0}\(shown)\u{A0}»", "“\(shown)”"),
                holders: (0..<place).filter { folded[$0].holds(folded[place]) })
        }
        trades = Self.trades(reading, index, needs)
    }

    private static func trades(_ reading: NeedReading, _ index: TextIndex, _ needs: NeedVocabulary) -> [Trade] {
        var places: [Int32: Int] = [:]
        var trades: [Trade] = []
        for term in reading.terms
        where term.isConcept && term.surface.source == .title && !needs[term.term].isPurpose {
            let number = index.number(of: needs.reader.key(of: term.term)).map { [$0] } ?? []
            if term.surface.start >= 0, let place = places[term.surface.start] {
                trades[place].numbers += number
                trades[place].branches += needs[term.term].branches
            } else {
                places[term.surface.start] = trades.count
                trades.append(
                    Trade(
                        numbers: number, surface: reading.text(of: term, needs),
                        branches: needs[term.term].branches))
            }
        }
        return trades
    }

    /// The trades of a lot of several, each with whether a supplier says it; empty for a lot of one or none.
    func parts(for supplier: Int) -> [TradePart] {
        guard trades.count > 1 else { return [] }
        return trades.map { trade in
            TradePart(
                name: trade.surface, isCovered: trade.numbers.contains { index.strength($0, in: supplier) > 0 })
        }
    }

    /// The trades of a lot of several that a supplier does not say, with the branches of the CPV that they belong to.
    func unsaid(by supplier: Int) -> [(name: String, branches: [CodePrefix])] {
        guard trades.count > 1 else { return [] }
        return trades.filter { trade in !trade.numbers.contains { index.strength($0, in: supplier) > 0 } }
            .map { ($0.surface, $0.branches) }
    }

    /// Which part of a lot of several trades a supplier covers: « couvre 1 des 2 métiers du lot, pas « traiteur » ».
    private func part(for supplier: Int) -> Phrase? {
        let missing = parts(for: supplier).filter { !$0.isCovered }
        guard !missing.isEmpty, missing.count < trades.count else { return nil }
        let covered = trades.count - missing.count
        let french = missing.map { "«\u{A0}\($0.name)\u{A0}»" }.joined(separator: ", ")
        let english = missing.map { "“\($0.name)”" }.joined(separator: ", ")
        return Phrase(
            "couvre \(covered)\u{A0}des \(trades.count)\u{A0}métiers du lot, pas \(french)",
            "covers \(covered) of the \(trades.count) trades of the lot, not \(english)")
    }

    /// The words of the need that a supplier says, as a sentence quotes them.
    func sentence(for supplier: Int) -> Phrase {
        var quoted: [Int] = []
        for (place, word) in words.enumerated() where index.strength(word.number, in: supplier) > 0 {
            if !word.holders.contains(where: quoted.contains) { quoted.append(place) }
        }
        guard !quoted.isEmpty else { return Phrase("", "") }
        var french = quoted.count == 1 ? "1\u{A0}mot du lot\u{A0}: " : "\(quoted.count)\u{A0}mots du lot\u{A0}: "
        var english = quoted.count == 1 ? "1 word of the lot: " : "\(quoted.count) words of the lot: "
        for (order, place) in quoted.prefix(Self.quoted).enumerated() {
            if order > 0 {
                french += ", "
                english += ", "
            }
            french += words[place].quoted.fr
            english += words[place].quoted.en
        }
        if quoted.count > Self.quoted {
            french += "…"
            english += "…"
        }
        if let part = part(for: supplier) {
            french += "\u{A0}; " + part.fr
            english += "; " + part.en
        }
        return Phrase(french, english)
    }
}
