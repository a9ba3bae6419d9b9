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

    private let index: TextIndex
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
                holders: (0..<place).filter { Self.holds(folded[$0], folded[place]) })
        }
    }

    private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, text.count > part.count else { return text == part }
        for start in 0...text.count - part.count where text[start] == first {
            var shared = 1
            while shared < part.count, text[start &+ shared] == part[shared] { shared &+= 1 }
            if shared == part.count { return true }
        }
        return false
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
        return Phrase(french, english)
    }
}
