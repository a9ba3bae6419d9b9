import Catalog
import FrenchText
import Nomenclature
import TestSupport
import Testing

@testable import Matching

/// What the ranking skips could not have entered: it equals the scoring of everybody, for any weights.
@Suite struct ExactnessTests {
    private static let trades = [
        "tonte et entretien des espaces verts", "élagage", "blanchisserie", "traiteur, buffets et cocktails",
        "peinture",
        "débroussaillage", "nettoyage de locaux", "archivage et numérisation", "déménagement", "couture", "menuiserie",
        "collecte de papier", "mécanique de vélos", "mise sous pli", "gardiennage", "maraîchage",
    ]
    private static let fillers = [
        "association", "depuis 1998", "clients particuliers", "qualité", "équipe", "territoire", "accompagnement",
        "projet", "insertion", "emploi", "nous ne faisons pas de peinture", "services", "atelier",
    ]
    private static let communes = [
        "40192", "40088", "64102", "33063", "75101", "13055", "97105", "97411", "2A004", "59350", "67482", "",
    ]
    private static let perimeters = ["", "france", "km:30", "km:200", "dep:40,64", "reg:75", "dep:971", "dep:13"]

    private static func catalogue(_ dice: inout SeededRandom) -> [Supplier] {
        let sectors = Sector.all.map(\.name)
        let activities = ["81.30Z", "88.99B", "96.01B", "43.34Z", "56.21Z", ""]
        return (0..<Int.random(in: 200...900, using: &dice)).map { number in
            var words: [String] = []
            for _ in 0..<Int.random(in: 0...3, using: &dice) { words.append(dice.pick(trades)) }
            for _ in 0..<Int.random(in: 0...6, using: &dice) { words.append(dice.pick(fillers)) }
            var supplier = Sample.supplier(
                String(10_000 + number), name: dice.pick(["JARDINS", "ATELIER", "PROPRETÉ PLUS", "SOLIDARITÉ"]),
                kinds: dice.pick([[.ei], [.ai], [.esat], [.ei, .ai], []]),
                sectors: Bool.random(using: &dice) ? [dice.pick(sectors)] : [],
                description: words.joined(separator: ", "), naf: dice.pick(activities), commune: dice.pick(communes),
                perimeter: dice.pick(perimeters),
                employees: Bool.random(using: &dice) ? Int.random(in: 1...80, using: &dice) : nil)
            if Bool.random(using: &dice) {
                supplier.cpv = [CPV(number: dice.pick([77_310_000, 90_910_000, 45_000_000]))]
            }
            return supplier
        }
    }

    private static func weights(_ dice: inout SeededRandom) -> Weights {
        var weights = Weights.standard
        for criterion in Criterion.allCases { weights[criterion] = dice.real(0...1) }
        weights.leastTrade = dice.pick([0, 0, 0.1, 0.28, 0.5])
        weights.leastScore = dice.pick([0, 0, 0.14, 0.4])
        weights.overseas = dice.real(0...1)
        weights.farAway = dice.real(0...1)
        weights.far = dice.real(0...800)
        weights.silentTrade = dice.pick([0, 0.3, 0.6, 1])
        weights.wonTrade = dice.pick([0, 0.3, 0.7, 1])
        weights.staffLent = dice.real(0...1.3)
        weights.nearness = dice.real(10...400)
        weights.textSlope = dice.real(0.3...3)
        weights.idealStrength = dice.real(0.1...1)
        weights.unknownPlace = dice.real(0...1)
        weights.unknownCapacity = dice.real(0...1)
        weights.noRecord = dice.real(0...1)
        weights.mainConceptCode = dice.real(0...1)
        weights.activityCode = dice.real(0...1)
        weights.saturation = dice.real(0.2...3)
        return weights
    }

    private static func need(_ dice: inout SeededRandom) throws -> Need {
        var need = try Sample.need(
            dice.pick(trades) + (Bool.random(using: &dice) ? " et " + dice.pick(trades) : ""),
            description: (0..<Int.random(in: 0...8, using: &dice)).map { _ in dice.pick(trades + fillers) }
                .joined(separator: ". "),
            cpv: dice.pick([[], ["77310000"], ["90910000", "98310000"], ["45000000"], ["85312510"]]),
            place: dice.pick(["", "40", "40000 Mont-de-Marsan", "971", "13;59", "France", "FRI13"]),
            value: dice.pick([nil, 5_000, 900_000]))
        if Bool.random(using: &dice) { need.reservationFlags = ["res-ws"] }
        return need
    }

    private static func references(_ suppliers: [Supplier], _ dice: inout SeededRandom) -> [Reference] {
        (0..<Int.random(in: 0...40, using: &dice)).map { _ in
            Reference(
                siret: dice.pick(suppliers).key, object: dice.pick(trades),
                cpv: CPV(number: dice.pick([77_310_000, 98_310_000])), amount: nil,
                day: Day(iso: dice.pick(["2022-05-01", "2023-12-31", "2025-01-01"])))
        }
    }

    @Test(arguments: Array(1...60) as [UInt64])
    func equalsScoringEverybody(seed: UInt64) throws {
        var dice = SeededRandom(seed)
        let suppliers = Self.catalogue(&dice)
        let weights = Self.weights(&dice)
        var builder = try CatalogueIndexBuilder(
            vocabulary: .shared, weights: weights, writer: IndexImageWriter(),
            smallestBlock: dice.pick([1, 16, 64, 10_000]))
        for supplier in suppliers.shuffled(using: &dice) { try builder.add(supplier) }
        let index = try builder.finish(references: Self.references(suppliers, &dice), fingerprint: 0)
        let engine = MatchEngine(index, weights: weights)
        for _ in 0..<6 {
            let need = try Self.need(&dice)
            let criteria = dice.pick([
                Set(Criterion.allCases), [.text, .codes], [.text], [.codes], [.place], [.text, .place, .record],
            ])
            let setsAside = Bool.random(using: &dice)
            let everybody = engine.everybody(need, criteria: criteria, setsAsideIneligible: setsAside)
            for top in [1, 5, 40, suppliers.count] {
                let found = engine.best(
                    need, RankingOptions(top: top, criteria: criteria, setsAsideIneligible: setsAside))
                #expect(found.map(\.supplier) == everybody.prefix(top).map(\.supplier))
                #expect(found.map(\.score) == everybody.prefix(top).map(\.score))
            }
        }
    }
}

extension SeededRandom {
    fileprivate mutating func real(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }
    fileprivate mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &self)]
    }
}

extension MatchEngine {
    /// Scores every supplier by itself, as the definition of the score says, and sorts.
    func everybody(
        _ need: Need, criteria: Set<Criterion>, setsAsideIneligible: Bool
    ) -> [(supplier: Int, score: Double)] {
        withSpace { space in
            let reading = NeedReading(need, vocabulary: space.needs, weights: weights)
            let scorer = scorer(need, reading, criteria, space)
            var standings = Standings(
                need, reservation: ReservationReader.read(need), index: index, members: space.members)
            let decides = setsAsideIneligible && standings.decides
            return (0..<index.count).compactMap { supplier -> (supplier: Int, score: Double)? in
                guard let score = scorer.score(of: supplier) else { return nil }
                return decides && !standings.mayAnswer(supplier) ? nil : (supplier, score)
            }.sorted {
                $0.score != $1.score
                    ? $0.score > $1.score : index.standings[$0.supplier].rank < index.standings[$1.supplier].rank
            }
        }
    }
}

extension Scorer {
    /// The score of one supplier, 0–1; `nil` for one that shows too little of the trade, or fits too little as a whole.
    func score(of supplier: Int) -> Double? {
        let traits = codes.index.traits(of: supplier)
        let lender = lenderShare(traits)
        let said = evidence(
            sum: usesText ? text.sum(of: supplier) : 0, code: usesCodes ? codes.value(of: supplier) : 0,
            isSilent: traits.contains(.isSilent))
        let won = usesRecord ? weights.wonTrade * record.finding(of: supplier).likeness : 0
        let evidence = max(said, won)
        guard evidence * lender >= weights.leastTrade else { return nil }
        let score = trade(evidence) * (kept(supplier) * lender)
        return score >= weights.leastScore ? score : nil
    }
}
