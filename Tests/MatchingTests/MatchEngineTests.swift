import Catalog
import Matching
import Nomenclature
import TestSupport
import Testing

@Suite struct MatchEngineTests {
    static let greens = "Création et entretien des espaces verts"
    static let landes = "Mont-de-Marsan"

    private static func randomCatalogue(_ dice: inout SeededRandom) -> [Supplier] {
        let words = [
            "tonte", "élagage", "linge", "traiteur", "peinture", "débroussaillage", "nettoyage de locaux", "archives",
        ]
        let sectors = Sector.all.map(\.name)
        let communes = ["40192", "40088", "64102", "33063", "75101", "13055"]
        let perimeters = ["", "france", "km:30", "dep:40,64", "reg:75"]
        return (0..<Int.random(in: 20...150, using: &dice)).map { number in
            Sample.supplier(
                String(1_000 + number), kinds: [[.ei], [.ai], [.esat], []].randomElement(using: &dice) ?? [],
                sectors: Bool.random(using: &dice) ? [sectors.randomElement(using: &dice) ?? greens] : [],
                description: (0..<Int.random(in: 0...4, using: &dice)).compactMap { _ in
                    words.randomElement(using: &dice)
                }
                .joined(separator: ", "),
                commune: communes.randomElement(using: &dice) ?? "40192",
                perimeter: perimeters.randomElement(using: &dice) ?? "",
                employees: Bool.random(using: &dice) ? Int.random(in: 1...80, using: &dice) : nil)
        }
    }

    @Test(arguments: Array(1...12) as [UInt64])
    func topEqualsTheBeginningOfTheWholeRanking(seed: UInt64) throws {
        var dice = SeededRandom(seed)
        let suppliers = Self.randomCatalogue(&dice)
        let engine = MatchEngine(suppliers: suppliers)
        for title in ["Tonte et débroussaillage", "Nettoyage de locaux", "Peinture"] {
            let need = try Sample.need(title, cpv: ["77310000"], place: Self.landes, value: 50_000)
            let whole = engine.match(need, top: suppliers.count)
            // Ranked by score, ties by key.
            for (first, second) in zip(whole, whole.dropFirst()) {
                #expect((second.score, first.supplier.key) < (first.score, second.supplier.key))
            }
            for top in [1, 3, 10] {
                #expect(engine.match(need, top: top) == Array(whole.prefix(top)))
            }
        }
    }

    @Test func orderOfTheCatalogueDoesNotMatter() throws {
        var dice = SeededRandom(99)
        let suppliers = Self.randomCatalogue(&dice)
        let need = try Sample.need("Tonte, élagage", cpv: ["77310000"], place: "40")
        let first = MatchEngine(suppliers: suppliers).match(need, top: 30)
        #expect(first == MatchEngine(suppliers: suppliers.reversed()).match(need, top: 30))
        #expect(!first.isEmpty)
    }

    @Test func tiesAreSettledByKey() throws {
        let twins = ["B", "C", "A"].map { Sample.supplier($0, name: "JARDINS", sectors: [Self.greens]) }
        let need = try Sample.need("Entretien des espaces verts", cpv: ["77310000"])
        #expect(MatchEngine(suppliers: twins).match(need, top: 3).map(\.supplier.key) == ["A", "B", "C"])
    }

    @Test func rightTradeFarBeatsWrongTradeNextDoor() throws {
        let near = Sample.supplier(
            "1", sectors: ["Blanchisserie"], description: "Lavage du linge", commune: "40192", perimeter: "dep:40")
        let right = Sample.supplier(
            "2", sectors: [Self.greens], description: "Tonte, taille de haies", commune: "40046", perimeter: "dep:40")
        let need = try Sample.need("Entretien des espaces verts", cpv: ["77310000"], place: Self.landes)
        #expect(MatchEngine(suppliers: [near, right]).match(need, top: 5).map(\.supplier.key) == ["2"])
    }

    @Test func nextDoorBeatsTheSameFarAway() throws {
        let near = Sample.supplier("2", sectors: [Self.greens], commune: "40192", perimeter: "km:50")
        let far = Sample.supplier("1", sectors: [Self.greens], commune: "13055", perimeter: "km:50")
        let national = Sample.supplier("0", sectors: [Self.greens], commune: "13055", perimeter: "france")
        let need = try Sample.need("Entretien des espaces verts", cpv: ["77310000"], place: Self.landes)
        let matches = MatchEngine(suppliers: [near, far, national]).match(need, top: 5)
        #expect(matches.map(\.supplier.key) == ["2", "0", "1"])
        #expect(matches[0].distance.map { $0 < 1 } == true)
    }

    @Test func nothingFits() throws {
        let suppliers = [
            Sample.supplier("1", sectors: ["Blanchisserie"]), Sample.supplier("2", name: "ASSOCIATION HABITAT"),
        ]
        let need = try Sample.need("Générateur de radiofréquence", cpv: ["33100000"], place: "75")
        #expect(MatchEngine(suppliers: suppliers).match(need, top: 10).isEmpty)
        #expect(MatchEngine(suppliers: []).match(need, top: 10).isEmpty)
        #expect(MatchEngine(suppliers: suppliers).match(need, top: 0).isEmpty)
    }

    @Test func textNamesTheTradeWhenTheCodeNamesThePurpose() throws {
        let suppliers = [
            Sample.supplier("1", sectors: ["Nettoyage urbain"]),
            Sample.supplier("2", description: "insertion professionnelle"),
        ]
        let need = try Sample.need(
            "Prestations d’insertion et de qualification professionnelle, support : propreté urbaine", cpv: ["85312510"]
        )
        #expect(MatchEngine(suppliers: suppliers).match(need, top: 1).map(\.supplier.key) == ["1"])
    }

    @Test func needWithoutCodeGetsItsCodesFromItsWords() throws {
        let suppliers = [
            Sample.supplier("1", sectors: ["Blanchisserie"]), Sample.supplier("2", sectors: [Self.greens]),
        ]
        let matches = MatchEngine(suppliers: suppliers).match(try Sample.need("lavage du linge"), top: 2)
        #expect(matches.map(\.supplier.key) == ["1"])
        #expect((matches[0].value(.codes) ?? 0) > 0.5)
    }

    @Test func whatAStructureDoesNotDoIsNoOffer() throws {
        let suppliers = [
            Sample.supplier("1", description: "Tonte. Nous ne faisons pas d’élagage."),
            Sample.supplier("2", description: "Tonte et élagage."),
        ]
        let matches = MatchEngine(suppliers: suppliers).match(try Sample.need("Élagage"), top: 2)
        #expect(matches.map(\.supplier.key).first == "2")
        #expect((matches.first { $0.supplier.key == "1" }?.value(.text) ?? 0) == 0)
    }

    @Test func onlyTheCriteriaAskedForMakeTheScore() throws {
        let supplier = Sample.supplier("1", sectors: [Self.greens], commune: "13055", perimeter: "km:10")
        let need = try Sample.need("Entretien des espaces verts", cpv: ["77310000"], place: Self.landes)
        let engine = MatchEngine(suppliers: [supplier])
        let trade = try #require(engine.match(need, top: 1, criteria: [.text, .codes]).first)
        let whole = try #require(engine.match(need, top: 1).first)
        #expect(trade.criteria.map(\.criterion) == [.text, .codes])
        #expect(whole.criteria.map(\.criterion) == Criterion.allCases)
        #expect(trade.score > whole.score)
        #expect(abs(whole.criteria.map(\.weight).reduce(0, +) - 1) < 1e-9)
        #expect((0...100).contains(whole.score))
    }
}
