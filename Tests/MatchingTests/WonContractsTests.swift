import Catalog
import Nomenclature
import Testing

@testable import Matching

/// Contracts won as evidence of the trade.
@Suite struct WonContractsTests {
    private static let silent = "00000000000000"

    private func engine(_ object: String, _ cpv: UInt32, on day: String) -> MatchEngine {
        MatchEngine(
            suppliers: [
                Sample.supplier(Self.silent, kinds: [.aci]),
                Sample.supplier("00000000000018", kinds: [.ei], sectors: ["Blanchisserie"], description: "Linge"),
            ],
            references: [
                Reference(siret: Self.silent, object: object, cpv: CPV(number: cpv), amount: nil, day: Day(iso: day))
            ])
    }

    @Test(
        arguments: [
            // Object and code of the contract won, its day, whether the supplier is in the list. The need is of 2024-03-01.
            ("Blanchisserie du linge de l’hôpital", 98_310_000, "2022-05-01", true),
            ("Blanchisserie du linge de l’hôpital", 98_310_000, "2024-03-01", false),
            ("Blanchisserie du linge de l’hôpital", 98_310_000, "2025-01-01", false),
            ("Tonte des pelouses", 77_310_000, "2022-05-01", false),
        ] as [(String, UInt32, String, Bool)])
    func listed(object: String, cpv: UInt32, day: String, isListed: Bool) throws {
        let engine = engine(object, cpv, on: day)
        let need = try Sample.need("Blanchisserie du linge", cpv: ["98310000"], place: "40")
        let ranking = engine.rank(need, RankingOptions(contacts: 10))
        #expect(ranking.matches.contains { $0.supplier.key == Self.silent } == isListed)
        #expect(ranking.contacts.contains { $0.supplier.key == Self.silent } == !isListed)
        // The question of the trade alone asks for what is said.
        #expect(!engine.match(need, top: 10, criteria: [.text, .codes]).contains { $0.supplier.key == Self.silent })
    }

    @Test func explained() throws {
        let engine = engine("Blanchisserie du linge de l’hôpital", 98_310_000, on: "2022-05-01")
        let need = try Sample.need("Blanchisserie du linge", cpv: ["98310000"], place: "40")
        let found = try #require(engine.explain(need, key: Self.silent, RankingOptions()).first)
        #expect(found.outcome == .ranked(2))
        #expect(found.points.contains { $0.part == .contractsWon && $0.points > 0 })
        #expect(abs(found.points.map(\.points).reduce(0, +) - found.score) < 1e-6)
    }
}
