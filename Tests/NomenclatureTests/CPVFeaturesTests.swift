import Testing

@testable import Nomenclature

@Suite struct CPVFeaturesTests {
    private let reader = CPVWordReader(damaged: DamagedWords(["aménagement", "école", "œuvre", "créée"]))

    private func words(_ text: String) -> [String] { reader.words(text).map(\.folded) }

    @Test(arguments: [
        ("L'aménagement de l'École", ["amenagement", "ecole"]), ("LOT 12 : 2019-T-045", ["lot"]),
        ("am\u{FFFD}nagement", ["amenagement"]), ("l\u{FFFD}\u{FFFD}cole", ["ecole"]),
        ("d\u{FFFD}am\u{FFFD}nagement", ["amenagement"]), ("cr\u{FFFD}e", ["creee"]),
        ("d\u{FFFD}\u{FFFD}\u{FFFD}eau", ["eau"]), ("inconnu\u{FFFD}", ["inconnue"]),
        ("A4 2x1 18FCS0101", ["a4", "2x1"]),
    ])
    func readsWords(_ text: String, _ expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func theSameTextHasTheSameFeatures() {
        let text = "Travaux d'aménagement de l'école, travaux de peinture"
        let features = CPVFeatures(reader.words(text))
        #expect(features.words == CPVFeatures(reader.words(text)).words)
        #expect(features.letters == CPVFeatures(reader.words(text)).letters)
        #expect(zip(features.words, features.words.dropFirst()).allSatisfy { $0.hash < $1.hash })
        #expect(Set(features.stems).isSubset(of: features.words))
    }

    /// These hashes are in the model: another way to make them needs another model.
    @Test func hashesAreStable() {
        let features = CPVFeatures(reader.words("jardin"))
        #expect(Set(features.words.map(\.hash)) == Set([1, 4].map { Self.fnv([$0] + Array("jardin".utf8)) }))
        #expect(features.letters.count == 6 + 5 + 4)
    }

    private static func fnv(_ bytes: [UInt8]) -> UInt32 {
        bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }

    /// What is bought counts more than what it is for.
    @Test(arguments: [
        ("repas pour les écoles", [1, Float(0.6)]), ("marché pour des repas", [1, 1]),
        ("mobilier destiné aux écoles", [1, 0.6, 0.6]), ("peinture sur bois", [1, 0.6]),
    ])
    func emphasis(_ text: String, _ expected: [Float]) {
        #expect(reader.words(text).map(\.emphasis) == expected)
    }
}
