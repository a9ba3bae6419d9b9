import Catalog
import Nomenclature
import Testing
import Wording

@testable import Matching

/// The chances of one supplier, and with whom it could answer.
@Suite struct ProspectTests {
    private func candidate(_ key: String, in engine: MatchEngine) throws -> Candidate {
        try #require(engine.candidates(key: key).first)
    }

    private static func gardeners() -> [Supplier] {
        let mowing = "Entretien des espaces verts, tonte, taille de haies"
        return [
            Sample.supplier(
                "00000000000001", kinds: [.aci], description: mowing, perimeter: "dep:40", turnover: 100_000),
            Sample.supplier(
                "00000000000002", kinds: [.esat], description: mowing, perimeter: "dep:64", turnover: 900_000),
            Sample.supplier(
                "00000000000003", kinds: [.aci], description: mowing + ", blanchisserie, nettoyage de locaux",
                perimeter: "dep:40,64", turnover: 2_000_000),
            Sample.supplier(
                "00000000000004", kinds: [.ei], description: "Nettoyage de locaux et de bureaux", perimeter: "dep:40",
                turnover: 300_000),
            Sample.supplier("00000000000005", description: "Traiteur, cocktails", perimeter: "france"),
        ]
    }

    /// The prospect is the line of the ranking, of whoever is in it; who is not in it does not fit.
    @Test func aProspectIsTheLineOfTheRanking() throws {
        let engine = MatchEngine(suppliers: Self.gardeners())
        for need in [
            try Sample.need("Entretien des espaces verts", cpv: ["77310000"], place: "40", value: 400_000),
            try Sample.need("Nettoyage de locaux", cpv: ["90910000"], place: "64"),
            try Sample.need("Traiteur"), try Sample.need("Maintenance d’ascenseurs", cpv: ["50750000"], place: "75"),
        ] {
            let ranking = engine.rank(need, RankingOptions(top: 10)).matches
            for supplier in Self.gardeners() {
                let prospect = try candidate(supplier.key, in: engine).prospect(for: need)
                var line = ranking.first { $0.supplier.key == supplier.key }
                line?.rank = 0
                #expect((prospect.outcome == .fits) == (line != nil))
                if line != nil { #expect(prospect.match == line) }
            }
        }
    }

    /// A profile is scored as the same supplier is in the catalogue: as rare words, as long fields.
    @Test func aProfileIsScoredByTheStatisticsOfTheCatalogue() throws {
        let engine = MatchEngine(suppliers: Self.gardeners())
        let needs = [
            try Sample.need(
                "Entretien des espaces verts et tonte", description: "Taille de haies, désherbage", cpv: ["77310000"],
                place: "40", value: 400_000, months: 12),
            try Sample.need("Nettoyage de locaux et blanchisserie", place: "64"),
            try Sample.need("Collecte de textiles", cpv: ["90500000"], place: "75"),
        ]
        for supplier in Self.gardeners() {
            for need in needs {
                let listed = try candidate(supplier.key, in: engine).prospect(for: need)
                #expect(engine.candidate(profile: supplier).prospect(for: need) == listed)
            }
        }
    }

    /// A word that nobody in the catalogue says counts for the one who says it.
    @Test func aProfileWithATradeOfItsOwn() throws {
        let engine = MatchEngine(suppliers: Self.gardeners())
        let bees = Sample.supplier("00000000000009", description: "Apiculture, pose de ruches", perimeter: "dep:40")
        let prospect = engine.candidate(profile: bees).prospect(for: try Sample.need("Pose de ruches", place: "40"))
        #expect(prospect.outcome == .fits)
        #expect((prospect.match?.value(.text) ?? 0) > 0.3)
    }

    // MARK: What is lacking, and who brings it

    @Test func whatIsLackingAlone() throws {
        let engine = MatchEngine(suppliers: Self.gardeners())
        func lacks(_ key: String, _ need: Need) throws -> [Prospect.Lack] {
            try candidate(key, in: engine).prospect(for: need).lacks
        }
        let small = try Sample.need("Tonte", cpv: ["77310000"], place: "40", value: 50_000, months: 12)
        #expect(try lacks("00000000000001", small).isEmpty)
        #expect(try lacks("00000000000002", small) == [.place(0)])
        let large = try Sample.need("Tonte", cpv: ["77310000"], place: "40", value: 500_000, months: 12)
        #expect(try lacks("00000000000001", large) == [.capacity])
        #expect(try lacks("00000000000003", large).isEmpty)
        // Over four years it is a fourth of that a year.
        let long = try Sample.need("Tonte", cpv: ["77310000"], place: "40", value: 400_000, months: 48)
        #expect(try lacks("00000000000001", long).isEmpty)
        let two = try Sample.need(
            "Entretien des espaces verts et nettoyage de locaux", cpv: ["77310000", "90910000"], place: "40; 64")
        let found = try lacks("00000000000001", two)
        #expect(found.contains { if case .trade(let name) = $0 { name.contains("ettoyage") } else { false } })
        #expect(found.contains(.place(1)) && !found.contains(.place(0)))
        // Of a title that names what is no trade of its codes, nothing is lacking.
        let hotel = try Sample.need("Tonte des jardins de l’hôtel de ville", cpv: ["77310000"], place: "40")
        #expect(try lacks("00000000000001", hotel).isEmpty)
    }

    @Test func theSmallestGroup() throws {
        let engine = MatchEngine(suppliers: Self.gardeners())
        let supplier = try candidate("00000000000001", in: engine)
        func group(_ need: Need) -> SupplierGroup? {
            engine.group(for: need, with: supplier.supplier, supplier.prospect(for: need))
        }
        let alone = try Sample.need("Tonte", cpv: ["77310000"], place: "40", value: 50_000, months: 12)
        #expect(group(alone) == nil)
        let large = try Sample.need("Tonte", cpv: ["77310000"], place: "40", value: 500_000, months: 12)
        let one = try #require(group(large))
        #expect(one.partners.count == 1 && one.partners[0].brings == [.capacity] && one.verdict == .eligible)
        #expect(try #require(one.load) <= 1)
        // One who has all of it comes before two who have it together.
        let two = try Sample.need(
            "Entretien des espaces verts et nettoyage de locaux", cpv: ["77310000", "90910000"], place: "40; 64")
        let both = try #require(group(two))
        #expect(both.partners.map(\.match.supplier.key) == ["00000000000003"])
        #expect(Set(both.partners[0].brings) == Set(supplier.prospect(for: two).lacks))
        // Nobody is large enough.
        let huge = try Sample.need("Tonte", cpv: ["77310000"], place: "40", value: 90_000_000, months: 12)
        #expect(group(huge) == nil)
    }

    /// Where a lot is reserved, every member has to be of those it is reserved for.
    @Test func aGroupIsEligibleTogether() throws {
        let engine = MatchEngine(suppliers: Self.gardeners())
        var need = try Sample.need("Tonte", cpv: ["77310000"], place: "40; 64", value: 50_000, months: 12)
        need.description = "Lot réservé aux entreprises adaptées et aux ESAT (article L. 2113-12)."
        let workshop = try candidate("00000000000001", in: engine)
        let prospect = workshop.prospect(for: need)
        #expect(prospect.match?.eligibility.verdict == .notEligible)
        #expect(engine.group(for: need, with: workshop.supplier, prospect) == nil)
        // The ESAT lacks a place that only structures bring who may not answer.
        let sheltered = try candidate("00000000000002", in: engine)
        let other = sheltered.prospect(for: need)
        #expect(other.lacks == [.place(0)] && other.match?.eligibility.verdict != .notEligible)
        #expect(engine.group(for: need, with: sheltered.supplier, other) == nil)
    }

    // MARK: Finding

    private func member(
        _ number: Int, brings: Set<Prospect.Lack>, turnover: Double? = nil
    ) -> GroupFinder.Member {
        let supplier = Sample.supplier("0000000000000\(number)")
        return .init(
            match: Match(
                rank: 0, supplier: supplier, score: 50, criteria: [], eligibility: Eligibility(verdict: .eligible),
                distance: nil),
            brings: brings, turnover: turnover)
    }

    @Test(
        arguments: [
            // What is lacking; what the members bring; who is chosen.
            ([.trade("a")], [[], [.trade("a")], [.trade("a")]], [1]),
            ([.trade("a"), .place(0)], [[.trade("a")], [.place(0)], [.trade("a"), .place(0)]], [2]),
            ([.trade("a"), .place(0)], [[.trade("a")], [.trade("a")], [.place(0)], [.place(0)]], [0, 2]),
            ([.trade("a"), .trade("b"), .trade("c")], [[.trade("a")], [.trade("b")], [.trade("c")]], nil),
            ([.trade("a")], [], nil),
        ] as [([Prospect.Lack], [Set<Prospect.Lack>], [Int]?)])
    func whoIsChosen(_ lacks: [Prospect.Lack], _ brings: [Set<Prospect.Lack>], _ chosen: [Int]?) {
        let members = brings.enumerated().map { member($0.offset, brings: $0.element) }
        let found = GroupFinder(lacks: lacks, yearly: nil, turnover: nil, mostLoad: 1).find(among: members)
        #expect(found?.map(\.match.supplier.key) == chosen?.map { "0000000000000\($0)" })
    }

    @Test(
        arguments: [([nil, 90.0, 200.0], [2]), ([90.0, nil, 80.0], [0, 2]), ([50.0, 40.0], nil)]
            as [([Double?], [Int]?)])
    func theSizeOfAll(_ turnovers: [Double?], _ chosen: [Int]?) {
        let members = turnovers.enumerated().map { member($0.offset, brings: [], turnover: $0.element) }
        let found = GroupFinder(lacks: [.capacity], yearly: 250, turnover: 100, mostLoad: 1).find(among: members)
        #expect(found?.map(\.match.supplier.key) == chosen?.map { "0000000000000\($0)" })
    }
}
