import Foundation
import TestSupport
import Testing

@testable import Nomenclature

@Suite struct CPVClassifierTests {
    private let classifier = CPVClassifier.shared

    private func first(_ text: String, digits: Int) -> String? {
        classifier.codes(for: text, digits: digits, top: 1).first?.code.prefix(digits)
    }

    /// What nobody would code otherwise.
    @Test(arguments: [
        ("Entretien des espaces verts de la commune", "77"), ("Tonte des pelouses et taille des haies", "77"),
        ("NETTOYAGE DES LOCAUX ET DE LA VITRERIE", "90"), ("Fourniture de repas en liaison froide", "55"),
        ("Travaux de peinture et de revêtements muraux", "45"), ("Collecte des ordures ménagères", "90"),
        ("Mission de coordination SPS", "71"), ("Assurance flotte automobile", "66"),
        ("Acquisition de véhicules utilitaires électriques", "34"), ("Fourniture de papier pour photocopieurs", "30"),
        ("Location et entretien du linge", "98"), ("Prestations de traduction", "79"),
        ("Transport scolaire", "60"), ("Achat de livres pour la médiathèque", "22"),
        ("Formation des agents au secourisme", "80"), ("Fourniture d'électricité", "09"),
    ])
    func divisions(_ text: String, division: String) {
        #expect(first(text, digits: 2) == division)
    }

    @Test(arguments: [
        ("Élagage et abattage d'arbres", "772"), ("Peinture intérieure", "454"), ("Gardiennage des bâtiments", "797"),
        ("Services postaux", "641"), ("Plomberie sanitaire chauffage", "453"), ("Médicaments", "336"),
    ])
    func groups(_ text: String, group: String) {
        #expect(first(text, digits: 3) == group)
    }

    private static let texts = [
        "Réfection de la toiture de l'école", "Prestations de blanchisserie", "xqzt wvkp", "Lot 3",
        "Marché à bons de commande pour l'entretien, la réparation et le contrôle des véhicules de la collectivité",
    ]

    /// Over all codes of so many digits the probabilities sum to 1, and none of them comes twice.
    @Test(arguments: texts, [2, 3, 4, 5, 8])
    func probabilitiesAreProbabilities(_ text: String, digits: Int) {
        let all = classifier.codes(for: text, digits: digits, top: .max)
        #expect(abs(all.reduce(0) { $0 + $1.probability } - 1) < 1e-4)
        #expect(all.allSatisfy { (0...1).contains($0.probability) })
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.probability >= $1.probability })
        #expect(all.allSatisfy { $0.code.number % CPV.span(ofDepth: digits) == 0 })
    }

    /// A code is as probable as its parts together.
    @Test(arguments: texts, [(2, 3), (3, 4), (4, 5), (5, 8)])
    func codesNest(_ text: String, _ depths: (Int, Int)) {
        var sums: [String: Double] = [:]
        for part in classifier.codes(for: text, digits: depths.1, top: .max) {
            sums[part.code.prefix(depths.0), default: 0] += part.probability
        }
        for whole in classifier.codes(for: text, digits: depths.0, top: .max) {
            #expect(abs(sums[whole.code.prefix(depths.0), default: 0] - whole.probability) < 1e-4)
        }
    }

    @Test func codesOfEightDigitsExist() {
        for proposal in classifier.codes(for: "Fourniture de mobilier scolaire", digits: 8, top: 50) {
            #expect(CPVTable.shared.contains(proposal.code))
        }
    }

    @Test(arguments: ["", "   ", "123 456", "de la", "—", "\u{FFFD}\u{FFFD}", "2019-045"])
    func aTextWithoutAWordHasNoCode(_ text: String) {
        #expect(classifier.codes(for: text, digits: 2, top: 5).isEmpty)
    }

    /// As the same words are written by one publisher and the other.
    @Test(arguments: [
        ("Aménagement paysager", ["AMENAGEMENT PAYSAGER", "Am\u{FFFD}nagement paysager", "Am?nagement paysager"]),
        (
            "Collecte des déchets ménagers",
            [
                "Collecte des d\u{FFFD}chets m\u{FFFD}nagers",
                "Collecte des d\u{FFFD}\u{FFFD}chets m\u{FFFD}\u{FFFD}nagers",
                "Collecte des dÃ©chets mÃ©nagers", "collecte des déchets ménagers",
            ]
        ),
        ("Maîtrise d'œuvre pour l'école", ["Ma\u{FFFD}trise d\u{FFFD}\u{FFFD}uvre pour l\u{FFFD}\u{FFFD}cole"]),
        ("Fourniture d'électricité", ["Fourniture d\u{FFFD}\u{FFFD}lectricit\u{FFFD}"]),
    ])
    func spellingChangesNothing(_ text: String, _ others: [String]) {
        let codes = classifier.codes(for: text, digits: 3, top: 5)
        for other in others { #expect(classifier.codes(for: other, digits: 3, top: 5) == codes, "\(other)") }
    }

    /// Long and hostile texts end.
    @Test func anyTextEnds() {
        for text in [
            String(repeating: "travaux de voirie ", count: 20_000), String(repeating: "a", count: 100_000),
            String(repeating: "\u{FFFD}", count: 10_000), String(repeating: "l\u{FFFD}", count: 100_000),
            String(repeating: "é?", count: 10_000),
            "\u{0}\u{1F600}é\u{301}",
        ] {
            #expect(classifier.codes(for: text, digits: 8, top: 3).count <= 3)
        }
    }

    /// The share of contracts, one in five, whose division is found first. The model has learned from these very texts,
    /// so this says only that the model that the program carries is whole: how good it is is measured by
    /// `Scripts/train --cross-validate`.
    @Test(.enabled(if: Corpus.isPresent)) func theModelKnowsItsTexts() throws {
        let file = try String(contentsOfFile: Corpus.path("evaluation/cpv-from-text/train.tsv"), encoding: .utf8)
        var texts = 0
        var found = 0
        for (number, line) in file.split(separator: "\n").dropFirst().enumerated() where number % 5 == 0 {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            texts += 1
            if first(String(cells[0]), digits: 2) == String(cells[1].prefix(2)) { found += 1 }
        }
        #expect(Double(found) / Double(texts) > 0.85)
    }
}
