import Catalog
import Nomenclature
import Testing

@testable import Matching

/// Rules of relevance, each on its own: which of two suppliers a need prefers, or whether one is in the answer at all.
@Suite struct TradeRulesTests {
    private func scores(_ need: Need, _ suppliers: [Supplier]) -> [String: Double] {
        let matches = MatchEngine(suppliers: suppliers).match(need, top: 20, criteria: [.text, .codes])
        return Dictionary(uniqueKeysWithValues: matches.map { ($0.supplier.key, $0.score) })
    }

    /// A staff lender beside a supplier that says the same and performs it.
    @Test(arguments: [
        ("Élagage", "77340000", StructureKind.ai, 0.6), ("Élagage", "77340000", .geiq, 0.6),
        ("Marché d’insertion sociale et professionnelle ayant pour support l’élagage", "77340000", .ai, 0.85),
        ("Élagage", "75231240", .etti, 0.85),
    ])
    func staffLendersCountForMoreWhereInsertionIsBought(
        title: String, code: String, kind: StructureKind, share: Double
    ) throws {
        let need = try Sample.need(title, cpv: [code])
        let suppliers = [
            Sample.supplier("1", kinds: [kind], description: "Élagage, taille d’arbres"),
            Sample.supplier("2", kinds: [.esat], description: "Élagage, taille d’arbres"),
        ]
        let engine = MatchEngine(suppliers: suppliers)
        let lender = try #require(engine.suppliers(key: "1").first)
        #expect(lender.lendsStaff)
        let fits = engine.best(need, RankingOptions(top: 2, criteria: [.text])).map(\.score).sorted()
        try #require(fits.count == 2)
        #expect(abs(fits[0] / fits[1] - share) < 1e-9)
    }

    /// Social work is the registered activity of most structures of insertion, whatever they do.
    @Test(arguments: [
        ("88.99B", [StructureKind.aci], false), ("88.10C", [.esat], false), ("87.90B", [.ei], false),
        ("88.99B", [], true), ("88.99B", [.scop], true), ("88.91A", [.aci], true),
    ])
    func activityOfSocialWorkIsNoTradeOfInsertion(naf: String, kinds: [StructureKind], counts: Bool) throws {
        let need = try Sample.need("Accompagnement social des ménages", cpv: ["85312000"])
        let supplier = Sample.supplier("1", name: "STRUCTURE", kinds: kinds, naf: naf)
        #expect((scores(need, [supplier])["1"] != nil) == counts)
    }

    @Test(arguments: [
        ("Collecte des biodéchets", "Collecte de biodéchets", "Collecte de textiles"),
        ("Collecte de textiles", "Collecte de textiles", "Collecte de DEEE"),
        ("Collecte des déchets dangereux", "Collecte de déchets dangereux", "Collecte de biodéchets"),
    ])
    func aSpecialityIsNoOther(title: String, same: String, other: String) throws {
        let need = try Sample.need(title, cpv: ["90511000"])
        let suppliers = [("1", same), ("2", other), ("3", other + ", collecte de déchets")].map { key, text in
            var supplier = Sample.supplier(key, description: text)
            supplier.cpv = [CPV(number: 90_511_000)]
            return supplier
        }
        let matches = MatchEngine(suppliers: suppliers).match(need, top: 3, criteria: [.codes])
        let codes = Dictionary(uniqueKeysWithValues: matches.map { ($0.supplier.key, $0.value(.codes) ?? 0) })
        let whole = try #require(codes["1"])
        #expect(codes["3"] == whole)
        #expect(abs((codes["2"] ?? 0) - whole * Weights.standard.otherSpeciality) < 1e-6)
        let sentence = try #require(matches.first { $0.supplier.key == "2" }?.criteria.first?.sentence)
        #expect(sentence.fr.hasSuffix("nomme une autre spécialité"))
    }

    /// One common word beside a more telling one that nobody says is no evidence.
    @Test(arguments: [
        ("Maintenance des ascenseurs", "Maintenance", false),
        ("Maintenance des ascenseurs", "Ascenseurs", true),
        ("Maintenance des ascenseurs", "Maintenance des ascenseurs", true),
        ("Maintenance", "Maintenance", true),
    ])
    func aCommonWordAloneProvesNothing(title: String, said: String, isFound: Bool) throws {
        var suppliers = (0..<40).map { Sample.supplier(String(100 + $0), description: "Maintenance, conseil") }
        suppliers.append(Sample.supplier("1", description: said))
        suppliers.append(Sample.supplier("2", description: "Ascenseurs, treuils"))
        let need = try Sample.need(title)
        #expect((scores(need, suppliers)["1"] != nil) == isFound)
    }

    @Test(arguments: [
        ("EI GARAGE MARTINET SIEGE", "EI GARAGE MARTINET"), ("Garage Martinet (siège)", "Garage Martinet"),
        ("ASSOCIATION DUPONT SIÈGE SOCIAL", "ASSOCIATION DUPONT"), ("SIEGE ET MEUBLE", "SIEGE ET MEUBLE"),
        ("Atelier des Sièges", "Atelier des Sièges"),
    ])
    func headOfficeInANameIsNoFurniture(name: String, read: String) {
        #expect(SupplierWords.names(Sample.supplier("1", name: name)) == read)
    }

    @Test(arguments: [
        ("Nettoyage spécifique (chantiers, parkings, hôpitaux, hôtellerie...)", "Nettoyage spécifique "),
        ("Objet promotionnel (goodies)", "Objet promotionnel (goodies)"),
        ("Collecte 5 flux (papier, métal, verre et bois)", "Collecte 5 flux (papier, métal, verre et bois)"),
        ("Autre (Propreté)", "Propreté)"),
    ])
    func openListsInSectorsAreExamples(sector: String, read: String) {
        #expect(SupplierWords.sector(sector) == read)
    }

    /// Pairs of the CPV and the NAF that are not near: who writes is no actor, who tows washes no cars.
    @Test(arguments: [
        ("92312211", "90.01Z", "90.03B"), ("79824000", "18.12Z", "53.20Z"), ("45340000", "43.21A", "43.29B"),
        ("50118110", "45.20A", "52.21Z"), ("45453100", "43.21A", "43.39Z"),
    ])
    func activitiesAreNearToWhatTheyDo(code: String, far: String, near: String) throws {
        let cpv = try #require(CPV(code))
        func weight(_ naf: String) throws -> Double {
            CPVAffinity.shared.weight(cpv: cpv, naf: try #require(NAF(naf))).value
        }
        #expect(try weight(far) <= 0.6)
        #expect(try weight(near) >= 0.8)
    }

    /// What the supplier does not say and what nobody says are two things.
    @Test(arguments: ["Élagage", "Élagage des arbres", "Maraîchage et ascenseurs"])
    func aWordIsNotMissingTwice(title: String) throws {
        let suppliers = [
            Sample.supplier("1", description: "Arboriste, taille des platanes, légumes"),
            Sample.supplier("2", sectors: ["Blanchisserie"]),
        ]
        let engine = MatchEngine(suppliers: suppliers)
        let explanations = suppliers.flatMap { supplier in
            (try? engine.explain(Sample.need(title), key: supplier.key, RankingOptions())) ?? []
        }
        #expect(explanations.count == 2)
        for explanation in explanations {
            let said = Set(explanation.words.map { $0.text.lowercased() })
            #expect(said.isDisjoint(with: explanation.unheardWords.map { $0.lowercased() }))
        }
    }
}
