import FrenchText
import Wording

/// The words of the need in the supplier's name, sectors and offer (BM25F).
///
/// The value means the same on every need: the score is compared with that of an ideal supplier, which says the
/// weightiest terms of the need. Terms that no supplier says count against everybody.
struct TextCriterion {
    /// A term of the need found in the index.
    private struct Found {
        let number: Int
        let weight: Float
        let surface: String
        let isConcept: Bool
    }

    private let index: TextIndex
    private let found: [Found]
    private let ideal: Double
    private let slope: Double

    init(_ reading: NeedReading, index: TextIndex, weights: Weights) {
        var found: [Int: Found] = [:]
        var masses: [Double] = []
        let unseen = index.rarity(documentFrequency: 0)
        for term in reading.terms {
            let isConcept = term.key.hasPrefix("#")
            var number = index.number(of: term.key)
            var weight = term.weight
            if number == nil, !isConcept, !term.surface.isEmpty, let near = index.numberNear(term.key) {
                number = near
                weight *= weights.correctedWord
            }
            guard let number else {
                // What only a CPV label says is no demand of the buyer.
                if !term.surface.isEmpty { masses.append(term.weight * unseen) }
                continue
            }
            let mass = weight * index.rarity(documentFrequency: index.documentFrequency(number))
            if !term.surface.isEmpty { masses.append(mass) }
            let known = found[number]?.weight ?? 0
            found[number] = Found(
                number: number, weight: max(known, Float(mass)), surface: term.surface, isConcept: isConcept)
        }
        self.index = index
        self.found = found.values.sorted { ($1.weight, $0.number) < ($0.weight, $1.number) }
        ideal = max(
            masses.sorted(by: >).prefix(weights.idealTerms).reduce(0, +) * weights.idealStrength, .leastNonzeroMagnitude
        )
        slope = weights.textSlope
    }

    /// The value of every supplier, 0–1.
    func values() -> [Float] {
        var scores = [Float](repeating: 0, count: index.count)
        for term in found { index.add(term.number, weight: term.weight, to: &scores) }
        let factor = Float(1 / ideal)
        let slope = Float(slope)
        for place in scores.indices where scores[place] > 0 {
            let part = scores[place] * factor * slope
            // Rises like a straight line, then bends towards 1 without ever making two scores equal.
            scores[place] = part / (1 + part)
        }
        return scores
    }

    /// The words of the need that a supplier says, weightiest first.
    func wordsFound(in supplier: Int) -> [String] {
        let strong = found.filter { !$0.surface.isEmpty && index.strength($0.number, in: supplier) > 0 }
        var words: [String] = []
        // Phrases first: « espaces verts » makes « espaces » and « verts » superfluous.
        for term in strong.filter(\.isConcept) + strong.filter({ !$0.isConcept }) {
            let folded = Folding.fold(term.surface)
            if !words.contains(where: { Folding.fold($0).contains(folded) }) { words.append(term.surface) }
        }
        return words.map { $0.contains(where: \.isLowercase) ? $0 : $0.lowercased() }
    }

    /// How many words a sentence quotes.
    private static let quoted = 5

    func sentence(for supplier: Int) -> Phrase {
        let words = wordsFound(in: supplier)
        guard !words.isEmpty else { return Phrase("", "") }
        let shown = words.prefix(Self.quoted)
        let rest = words.count > shown.count
        let fr = shown.map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: ", ") + (rest ? "…" : "")
        let en = shown.map { "“\($0)”" }.joined(separator: ", ") + (rest ? "…" : "")
        return words.count == 1
            ? Phrase("1\u{A0}mot du lot\u{A0}: \(fr)", "1 word of the lot: \(en)")
            : Phrase("\(words.count)\u{A0}mots du lot\u{A0}: \(fr)", "\(words.count) words of the lot: \(en)")
    }
}
