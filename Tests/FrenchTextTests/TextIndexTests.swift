import FrenchText
import Testing

/// A small generator that gives the same numbers for the same seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

@Suite struct TextIndexTests {
    static let fields = [
        FieldSettings(weight: 1, lengthNormalisation: 0.3), FieldSettings(weight: 1.6, lengthNormalisation: 0.5),
    ]
    static let saturation = 1.2
    static let analyser = TextAnalyser(AnalyserLists())
    static let vocabulary = ["tonte", "linge", "repas", "peinture", "carton", "vélo", "bois", "livre"]

    static func index(_ documents: [[String]]) -> TextIndex {
        var builder = TextIndexBuilder(fields: fields, saturation: saturation)
        for document in documents { builder.add(document.map { analyser.terms($0) }) }
        return builder.build()
    }

    static func randomDocuments(_ seed: UInt64) -> [[String]] {
        var dice = Dice(seed: seed)
        return (0..<Int.random(in: 1...60, using: &dice)).map { _ in
            (0..<2).map { _ in
                (0..<Int.random(in: 0...9, using: &dice)).compactMap { _ in vocabulary.randomElement(using: &dice) }
                    .joined(separator: " ")
            }
        }
    }

    /// BM25F written as in the article, from the texts.
    static func strength(_ term: String, _ document: [String], _ documents: [[String]]) -> Float {
        var frequency: Float = 0
        for (field, settings) in fields.enumerated() {
            let lengths = documents.map { Float(analyser.terms($0[field]).count) }.filter { $0 > 0 }
            let mean = lengths.isEmpty ? 1 : lengths.reduce(0, +) / Float(lengths.count)
            let terms = analyser.terms(document[field])
            let b = Float(settings.lengthNormalisation)
            let count = Float(terms.count { $0.key == term })
            frequency +=
                Float(settings.weight) * count / max(1 - b + b * Float(terms.count) / mean, .leastNormalMagnitude)
        }
        return frequency / (Float(saturation) + frequency)
    }

    @Test(arguments: [1, 2, 3, 5, 8, 13] as [UInt64])
    func strengthsAreThoseOfTheArticle(seed: UInt64) {
        let documents = Self.randomDocuments(seed)
        let index = Self.index(documents)
        for word in Self.vocabulary {
            let key = Self.analyser.terms(word)[0].key
            guard let number = index.number(of: key) else { continue }
            var scores = [Float](repeating: 0, count: index.count)
            index.add(number, weight: 2, to: &scores)
            for (place, document) in documents.enumerated() {
                let expected = Self.strength(key, document, documents)
                #expect(abs(scores[place] - 2 * expected) < 1e-5)
                #expect(index.strength(number, in: place) * 2 == scores[place])
            }
        }
    }

    @Test func rareTermsSayMore() {
        let index = Self.index([["tonte linge", ""], ["tonte", ""], ["tonte", ""]])
        #expect(index.rarity(documentFrequency: 1) > index.rarity(documentFrequency: 3))
        #expect(index.rarity(documentFrequency: 3) > 0)
    }

    @Test(arguments: [
        ("blanchiserie", "blanchisserie"), ("débrousaillage", "débroussaillage"), ("peintrue", "peinture"),
    ])
    func forgivesTypingMistakes(written: String, meant: String) {
        let index = Self.index([["blanchisserie débroussaillage peinture tonte", ""]])
        let near = index.numberNear(Self.analyser.terms(written)[0].key)
        #expect(near.map { index.term($0) } == Self.analyser.terms(meant)[0].key)
    }

    @Test(arguments: ["tante", "ponte", "zlanchisserie", "restauration"])
    func doesNotGuessWildly(written: String) {
        let index = Self.index([["blanchisserie tonte réparation", ""]])
        #expect(index.numberNear(Self.analyser.terms(written)[0].key) == nil)
    }

    @Test func emptyIndexAnswers() {
        let index = Self.index([])
        #expect(index.count == 0)
        #expect(index.number(of: "tont") == nil)
    }
}
