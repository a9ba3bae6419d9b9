import Catalog
import Matching
import Nomenclature
import Testing
import Wording

@Suite struct ExplanationTests {
    private func match() throws -> Match {
        let supplier = Sample.supplier(
            "00000000000000", kinds: [.ei], sectors: ["Création et entretien des espaces verts"],
            description: "Débroussaillage", commune: "40046", perimeter: "dep:40", turnover: 400_000)
        let references = [
            Reference(
                siret: "00000000000000", object: "Entretien des espaces verts du lycée", cpv: CPV("77310000"),
                amount: nil,
                day: Day(iso: "2022-05-01"))
        ]
        let need = try Sample.need(
            "Entretien des espaces verts et débroussaillage", cpv: ["77310000"], place: "Mont-de-Marsan",
            value: 200_000, months: 24)
        return try #require(MatchEngine(suppliers: [supplier], references: references).match(need, top: 1).first)
    }

    private func sentence(_ criterion: Criterion) throws -> (fr: String, en: String) {
        let found = try #require(try match().criteria.first { $0.criterion == criterion })
        return (found.sentence.fr, found.sentence.en)
    }

    @Test func words() throws {
        let sentence = try sentence(.text)
        #expect(
            sentence.fr
                == "2\u{A0}mots du lot\u{A0}: «\u{A0}Entretien des espaces verts\u{A0}», «\u{A0}débroussaillage\u{A0}»")
        #expect(sentence.en == "2 words of the lot: “Entretien des espaces verts”, “débroussaillage”")
    }

    @Test func codes() throws {
        let sentence = try sentence(.codes)
        #expect(sentence.fr == "CPV\u{A0}77310000\u{A0}: secteur «\u{A0}Création et entretien des espaces verts\u{A0}»")
        #expect(sentence.en == "CPV 77310000: sector “Création et entretien des espaces verts”")
    }

    @Test func place() throws {
        let sentence = try sentence(.place)
        #expect(sentence.fr.hasSuffix("km\u{A0}; intervient sur ce lieu\u{A0}: 40000 Mont-de-Marsan"))
        #expect(sentence.en.hasSuffix("km away; works there: 40000 Mont-de-Marsan"))
    }

    @Test func capacity() throws {
        let sentence = try sentence(.capacity)
        #expect(sentence.fr == "valeur annuelle du lot\u{A0}: 25\u{202F}% du chiffre d’affaires")
        #expect(sentence.en == "yearly value of the lot: 25% of the turnover")
    }

    @Test func record() throws {
        let sentence = try sentence(.record)
        #expect(
            sentence.fr == "1\u{A0}marché comparable\u{A0}: «\u{A0}Entretien des espaces verts du lycée\u{A0}», 2022")
        #expect(sentence.en == "1 comparable contract: “Entretien des espaces verts du lycée”, 2022")
        #expect((try match().value(.record) ?? 0) > Weights.standard.noRecord)
    }

    @Test(arguments: [
        ("Élagage et entretien du linge", "Lavage et entretien du linge", "élagage"),
        ("Élagage et entretien du linge", "Élagage, abattage d’arbres", "entretien du linge"),
        ("Élagage et entretien du linge", "Élagage et entretien du linge", ""),
        ("Élagage", "Élagage", ""),
    ])
    func aLotOfSeveralTradesSaysWhichPartIsCovered(title: String, description: String, missing: String) throws {
        let supplier = Sample.supplier("1", description: description)
        let match = try #require(MatchEngine(suppliers: [supplier]).match(try Sample.need(title), top: 1).first)
        let sentence = try #require(match.criteria.first { $0.criterion == .text }).sentence
        #expect(sentence.fr.contains("couvre 1\u{A0}des 2\u{A0}métiers du lot") == !missing.isEmpty)
        if !missing.isEmpty { #expect(sentence.fr.lowercased().hasSuffix("pas «\u{A0}\(missing)\u{A0}»")) }
    }
}
