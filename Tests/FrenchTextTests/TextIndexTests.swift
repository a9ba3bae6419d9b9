import Foundation
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

    static func index(_ documents: [[String]], order: [UInt32]? = nil) throws -> TextIndex {
        let reader = TermReader(analyser)
        var builder = TextIndexBuilder(fields: fields, saturation: saturation)
        for document in documents {
            for (field, text) in document.enumerated() {
                var terms: [TermReader.Occurrence] = []
                reader.read(text, into: &terms)
                builder.add(terms, field: field)
            }
            builder.endDocument()
        }
        let writer = try IndexImageWriter()
        try builder.write(
            key: { reader.key(of: $0) }, termCount: reader.count, order: order ?? Array(0..<UInt32(documents.count)),
            at: 7, to: writer)
        return TextIndex(try writer.finish(fingerprint: 1), at: 7, count: documents.count)
    }

    /// The same documents read in parts by two readers, who number terms each in its own way.
    static func indexInParts(_ documents: [[String]], at path: String) throws {
        let readers = [TermReader(analyser), TermReader(analyser)]
        var makers = readers.map { _ in TextIndexPartMaker(fieldCount: fields.count) }
        var builder = TextIndexBuilder(fields: fields, saturation: saturation)
        for (number, document) in documents.enumerated() {
            let reader = number / 3 % 2
            for (field, text) in document.enumerated() {
                var terms: [TermReader.Occurrence] = []
                readers[reader].read(text, into: &terms)
                makers[reader].add(terms, field: field)
            }
            makers[reader].endDocument()
            if number % 3 == 2 || number + 1 == documents.count {
                builder.append(makers[reader].take(), reader: reader)
            }
        }
        let writer = try IndexImageWriter(path: path)
        try builder.write(
            terms: readers.map { reader in .init(count: reader.count) { reader.key(of: $0) } },
            order: Array(0..<UInt32(documents.count)), at: 7, to: writer)
        _ = try writer.finish(fingerprint: 1)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func partsOfSeveralReadersGiveTheIndexOfOne(seed: UInt64) throws {
        let documents = Self.randomDocuments(seed)
        let path = NSTemporaryDirectory() + "parts-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Self.indexInParts(documents, at: path)
        let image = try #require(IndexImage.map(path, fingerprint: 1))
        let found = TextIndex(image, at: 7, count: documents.count)
        let expected = try Self.index(documents)
        #expect(found.postings.count == expected.postings.count)
        for list in 0..<expected.postings.count {
            #expect(found.term(list) == expected.term(list))
            #expect(Array(found.postings[list]) == Array(expected.postings[list]))
        }
    }

    /// A field that weighs nothing gives postings of the least strength, each document once.
    @Test func aFieldWithoutWeightKeepsListsApart() throws {
        let reader = TermReader(Self.analyser)
        var builder = TextIndexBuilder(
            fields: [.init(weight: 0, lengthNormalisation: 0), .init(weight: 0, lengthNormalisation: 0)], saturation: 1)
        for _ in 0..<3 {
            for field in 0..<2 {
                var terms: [TermReader.Occurrence] = []
                reader.read("tonte linge", into: &terms)
                builder.add(terms, field: field)
            }
            builder.endDocument()
        }
        let writer = try IndexImageWriter()
        try builder.write(key: { reader.key(of: $0) }, termCount: reader.count, order: [0, 1, 2], at: 7, to: writer)
        let index = TextIndex(try writer.finish(fingerprint: 1), at: 7, count: 3)
        for list in 0..<index.postings.count { #expect(index.postings[list].map(\.document) == [0, 1, 2]) }
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
    func strengthsAreThoseOfTheArticle(seed: UInt64) throws {
        let documents = Self.randomDocuments(seed)
        // The last document first: the order of the index is another one than that of reading.
        let index = try Self.index(documents, order: (0..<UInt32(documents.count)).reversed())
        for word in Self.vocabulary {
            let key = Self.analyser.terms(word)[0].key
            guard let number = index.number(of: key) else { continue }
            var counted = 0
            for (place, document) in documents.reversed().enumerated() {
                let expected = Self.strength(key, document, documents) * 255
                let strength = Float(index.strength(number, in: place))
                #expect(expected == 0 ? strength == 0 : abs(strength - max(1, expected)) <= 0.51)
                if strength > 0 { counted += 1 }
            }
            #expect(index.documentFrequency(number) == counted)
            #expect(index.postings[number].map(\.document) == index.postings[number].map(\.document).sorted())
            #expect(index.postings.peak(number) == index.postings[number].map(\.strength).max())
        }
    }

    @Test func rareTermsSayMore() throws {
        let index = try Self.index([["tonte linge", ""], ["tonte", ""], ["tonte", ""]])
        #expect(index.rarity(documentFrequency: 1) > index.rarity(documentFrequency: 3))
        #expect(index.rarity(documentFrequency: 3) > 0)
    }

    @Test(arguments: [
        ("blanchiserie", "blanchisserie"), ("débrousaillage", "débroussaillage"), ("peintrue", "peinture"),
    ])
    func forgivesTypingMistakes(written: String, meant: String) throws {
        let index = try Self.index([["blanchisserie débroussaillage peinture tonte", ""]])
        let near = index.numberNear(Self.analyser.terms(written)[0].key)
        #expect(near.map { index.term($0) } == Self.analyser.terms(meant)[0].key)
    }

    @Test(arguments: ["tante", "ponte", "zlanchisserie", "restauration"])
    func doesNotGuessWildly(written: String) throws {
        let index = try Self.index([["blanchisserie tonte réparation", ""]])
        #expect(index.numberNear(Self.analyser.terms(written)[0].key) == nil)
    }

    @Test func emptyIndexAnswers() throws {
        let index = try Self.index([])
        #expect(index.count == 0)
        #expect(index.number(of: "tont") == nil)
    }
}
