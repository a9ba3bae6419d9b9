import Catalog
import FrenchText
import Nomenclature
import TestSupport
import Testing

@testable import Matching

/// The list of suppliers of unknown trade beside the ranking.
@Suite struct ContactTests {
    private static let unknown = "00000000000000"

    // MARK: Whose trade is not known

    @Test(
        arguments: [
            // What a supplier says, and whether its trade is unknown.
            (name: "", naf: "88.99B", sectors: [], description: "", cpv: [], kinds: [.aci], isUnknown: true),
            (name: "", naf: "", sectors: [], description: "", cpv: [], kinds: [.esat], isUnknown: true),
            (name: "", naf: "", sectors: [], description: "", cpv: [], kinds: [], isUnknown: true),
            (name: "INSERTION 40", naf: "", sectors: [], description: "", cpv: [], kinds: [.aci], isUnknown: true),
            (name: "BLANCHISSERIE 40", naf: "", sectors: [], description: "", cpv: [], kinds: [.aci], isUnknown: false),
            (name: "", naf: "81.30Z", sectors: [], description: "", cpv: [], kinds: [.aci], isUnknown: false),
            (name: "", naf: "", sectors: ["Blanchisserie"], description: "", cpv: [], kinds: [.ei], isUnknown: false),
            (name: "", naf: "", sectors: [], description: "Divers", cpv: [], kinds: [.ei], isUnknown: false),
            (name: "", naf: "", sectors: [], description: "", cpv: ["90910000"], kinds: [.ei], isUnknown: false),
            (name: "", naf: "94.99Z", sectors: [], description: "", cpv: [], kinds: [.association], isUnknown: false),
            (
                name: "", naf: "94.99Z", sectors: [], description: "", cpv: [], kinds: [.association, .ai],
                isUnknown: true
            ),
        ] as [Said])
    func unknownTrade(_ said: Said) throws {
        var supplier = Sample.supplier(
            Self.unknown, name: said.name, kinds: said.kinds, sectors: said.sectors, description: said.description,
            naf: said.naf)
        supplier.cpv = said.cpv.compactMap { CPV($0) }
        let need = try Sample.need("Transport de fonds", place: "40")
        #expect(try contacts([supplier], need).count == (said.isUnknown ? 1 : 0))
    }

    typealias Said = (
        name: String, naf: String, sectors: [String], description: String, cpv: [String], kinds: [StructureKind],
        isUnknown: Bool
    )

    // MARK: For which needs

    @Test(arguments: [
        // Perimeter, commune, place of the need, CPV, whether it is to be contacted.
        ("", "40192", "40", "90910000", true), ("", "40192", "Dax", "90910000", true),
        ("km:10", "40192", "Dax", "90910000", false), ("km:100", "40192", "Dax", "90910000", true),
        ("", "13055", "40", "90910000", false), ("france", "13055", "40", "90910000", true),
        ("dep:64", "40192", "40", "90910000", false), ("", "97411", "40", "90910000", false),
        // Out of its département, near the place and far from it.
        ("", "40192", "Orthez", "90910000", true), ("", "40192", "Biarritz", "90910000", false),
        // No place, the whole country, what travels, no code.
        ("", "40192", "", "90910000", false), ("france", "40192", "France", "90910000", false),
        ("", "40192", "40", "30190000", false), ("", "40192", "40", "", true),
    ])
    func contacted(perimeter: String, commune: String, place: String, cpv: String, isContacted: Bool) throws {
        let supplier = Sample.supplier(Self.unknown, kinds: [.aci], commune: commune, perimeter: perimeter)
        let need = try Sample.need("Prestations pour les sites", cpv: [cpv], place: place)
        var weights = Weights.standard
        weights.contactDistance = 60
        #expect(try contacts([supplier], need, weights: weights).count == (isContacted ? 1 : 0))
    }

    @Test func placeMustBeAmongTheCriteria() throws {
        let suppliers = [Sample.supplier(Self.unknown, kinds: [.aci])]
        let need = try Sample.need("Nettoyage", place: "40")
        #expect(try contacts(suppliers, need, criteria: [.text, .codes]).isEmpty)
        #expect(try contacts(suppliers, need, criteria: [.text, .place]).count == 1)
    }

    @Test func reservationSetsAside() throws {
        let suppliers = [
            Sample.supplier("00000000000000", kinds: [.aci]),
            Sample.supplier("00000000000018", kinds: [.sep]),
        ]
        let need = try Sample.need("Nettoyage des locaux", cpv: ["90910000"], place: "40", flags: ["res-ws"])
        let all = try contacts(suppliers, need)
        #expect(all.count == 2)
        let open = try contacts(suppliers, need, setsAside: true)
        #expect(open.map(\.supplier.key) == ["00000000000000"])
        #expect(open.first?.eligibility.verdict != .notEligible)
    }

    /// Where a word of its name answers the need, it is ranked, and nobody is in both lists.
    @Test func rankedOrContactedNeverBoth() throws {
        let suppliers = [Sample.supplier(Self.unknown, name: "TONDEUSES DU MARSAN", kinds: [.ei])]
        var weights = Weights.standard
        weights.leastTrade = 0.05
        weights.leastScore = 0.0001
        weights.loneWord = 1
        let engine = MatchEngine(suppliers: suppliers, weights: weights)
        for (title, isRanked) in [("Location de tondeuses", true), ("Transport de fonds", false)] {
            let ranking = engine.rank(try Sample.need(title, place: "40"), RankingOptions(contacts: 5))
            #expect(ranking.matches.count == (isRanked ? 1 : 0))
            #expect(ranking.contacts.count == (isRanked ? 0 : 1))
        }
    }

    @Test func explained() throws {
        let suppliers = [
            Sample.supplier("00000000000000", kinds: [.aci], commune: "40088"),
            Sample.supplier("00000000000018", kinds: [.aci], commune: "40192"),
        ]
        let need = try Sample.need("Nettoyage des locaux", cpv: ["90910000"], place: "Mont-de-Marsan")
        let engine = MatchEngine(suppliers: suppliers)
        let near = try #require(engine.explain(need, key: "00000000000018", RankingOptions()).first)
        #expect(near.outcome == .toContact(1, of: 2))
        let other = try #require(engine.explain(need, key: "00000000000000", RankingOptions()).first)
        #expect(other.outcome == .toContact(2, of: 2))
        var travelling = need
        travelling.cpv = [CPV(number: 30_190_000)]
        let none = try #require(engine.explain(travelling, key: "00000000000018", RankingOptions()).first)
        #expect(none.outcome == .tooLittleTrade)
    }

    // MARK: Exactness

    /// The list equals filtering and sorting everybody, for any weights and blocks.
    @Test(arguments: Array(1...40) as [UInt64])
    func equalsFilteringEverybody(seed: UInt64) throws {
        var dice = SeededRandom(seed)
        let communes = ["40192", "40088", "64102", "33063", "75101", "13055", "97105", "97411", "59350", ""]
        let suppliers = (0..<Int.random(in: 50...600, using: &dice)).map { number in
            Sample.supplier(
                String(10_000 + number), name: dice.pick(["SOLIDARITÉ", "JARDINS", "TONDEUSES", "ATELIER"]),
                kinds: dice.pick([[.aci], [.ai], [.esat], [.scop], [.association], []]),
                sectors: dice.pick([[], [], [], ["Blanchisserie"]]), naf: dice.pick(["88.99B", "", "81.30Z"]),
                commune: dice.pick(communes), perimeter: dice.pick(["", "", "france", "km:60", "dep:40,64", "reg:75"]),
                employees: dice.pick([nil, 3, 60]))
        }
        var weights = Weights.standard
        for criterion in Criterion.allCases { weights[criterion] = Double.random(in: 0...1, using: &dice) }
        weights.contactDistance = Double.random(in: 0...400, using: &dice)
        weights.nearness = Double.random(in: 10...400, using: &dice)
        weights.farAway = Double.random(in: 0...1, using: &dice)
        weights.leastTrade = dice.pick([0.05, 0.28])
        var builder = try CatalogueIndexBuilder(vocabulary: .shared, weights: weights, writer: IndexImageWriter())
        for supplier in suppliers.shuffled(using: &dice) { try builder.add(supplier) }
        let references = suppliers.prefix(20).map { supplier in
            Reference(
                siret: supplier.key, object: "Nettoyage", cpv: CPV(number: 90_910_000), amount: nil,
                day: Day(iso: "2022-05-01"))
        }
        let engine = MatchEngine(try builder.finish(references: references, fingerprint: 0), weights: weights)
        for _ in 0..<8 {
            var need = try Sample.need(
                dice.pick(["Nettoyage des locaux", "Location de tondeuses", "Mise à disposition de personnel"]),
                cpv: dice.pick([[], ["90910000"], ["79620000"], ["30190000"]]),
                place: dice.pick(["", "40", "40000 Mont-de-Marsan", "971", "13;59", "France", "FRI13"]),
                value: dice.pick([nil, 5_000, 900_000]))
            if Bool.random(using: &dice) { need.reservationFlags = ["res-ws"] }
            let criteria = dice.pick([Set(Criterion.allCases), [.place], [.text, .codes], [.codes, .place, .record]])
            let setsAside = Bool.random(using: &dice)
            let everybody = engine.everybodyToContact(need, criteria: criteria, setsAsideIneligible: setsAside)
            for limit in [1, 5, suppliers.count] {
                let ranking = engine.rank(
                    need,
                    RankingOptions(
                        top: suppliers.count, criteria: criteria, setsAsideIneligible: setsAside, contacts: limit))
                #expect(ranking.contacts.map(\.supplier.key) == Array(everybody.prefix(limit)))
                #expect(ranking.contacts.map(\.rank) == Array(1..<ranking.contacts.count + 1))
                let ranked = Set(ranking.matches.map(\.supplier.key))
                #expect(ranked.isDisjoint(with: ranking.contacts.map(\.supplier.key)))
            }
        }
    }

    private func contacts(
        _ suppliers: [Supplier], _ need: Need, criteria: Set<Criterion> = Set(Criterion.allCases),
        setsAside: Bool = false, weights: Weights = .standard
    ) throws -> [Contact] {
        MatchEngine(suppliers: suppliers, weights: weights).rank(
            need, RankingOptions(criteria: criteria, setsAsideIneligible: setsAside, contacts: 10)
        ).contacts
    }
}

extension SeededRandom {
    fileprivate mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &self)]
    }
}

extension MatchEngine {
    /// Keys of all suppliers to be contacted, from their cards and one by one, as the definition says.
    fileprivate func everybodyToContact(
        _ need: Need, criteria: Set<Criterion>, setsAsideIneligible: Bool
    ) -> [String] {
        guard criteria.contains(.place), !need.places.isEmpty, !Travels.does(need),
            !need.places.contains(where: { $0.departements.isEmpty && $0.coordinates == nil })
        else { return [] }
        let reservation = ReservationReader.read(need)
        return withSpace { space in
            let reading = NeedReading(need, vocabulary: space.needs, weights: weights)
            let scorer = scorer(need, reading, criteria, space)
            var standings = Standings(need, reservation: reservation, index: index, members: space.members)
            let decides = setsAsideIneligible && standings.decides
            let found = (0..<index.count).filter { number in
                let supplier = index.supplier(number)
                let concepts = vocabulary.analyser.terms(SupplierWords.names(supplier), without: supplier.city)
                    .filter(\.isConcept).map(\.key)
                let fit = scorer.place.fit(of: number)
                let isNear: Bool =
                    switch fit.coverage {
                    case .covered, .partly, .assumed, .national: true
                    case .assumedOutside: fit.distance ?? .infinity <= weights.contactDistance
                    case .outside, .overseas, .unknown: false
                    }
                let said = scorer.evidence(
                    sum: scorer.usesText ? scorer.text.sum(of: number) : 0,
                    code: scorer.usesCodes ? scorer.codes.value(of: number) : 0, isSilent: true)
                let won = criteria.contains(.record) ? scorer.record.finding(of: number).likeness : 0
                let lender = scorer.lenderShare(index.traits(of: number))
                let evidence = max(said, weights.wonTrade * won)
                let isRanked =
                    evidence * lender >= weights.leastTrade
                    && scorer.trade(evidence) * (scorer.kept(number) * lender) >= weights.leastScore
                return UnknownTrade.is(of: supplier, concepts: concepts) && isNear && !isRanked
                    && (!decides || standings.mayAnswer(number))
            }
            let kept = found.map { (number: $0, kept: scorer.kept($0), key: index.supplier($0).key) }
            return kept.sorted { $0.kept != $1.kept ? $0.kept > $1.kept : $0.key < $1.key }.map(\.key)
        }
    }
}
