import Catalog
import Nomenclature
import Testing

@testable import Matching

/// `MatchEngine.explain`: where a supplier stands, and why.
@Suite struct EngineExplanationTests {
    private static let gardener = "00000000000000"

    private func suppliers() -> [Supplier] {
        [
            Sample.supplier(
                Self.gardener, kinds: [.ei], sectors: ["Création et entretien des espaces verts"],
                description: "Débroussaillage", naf: "81.30Z", commune: "40046", perimeter: "dep:40", turnover: 400_000),
            Sample.supplier(
                "00000000000018", kinds: [.esat], sectors: ["Création et entretien des espaces verts"], commune: "40192"
            ),
            Sample.supplier("00000000000026", kinds: [.aci], sectors: ["Blanchisserie"], naf: "96.01A"),
            Sample.supplier(
                "00000000000034", kinds: [.etti], sectors: ["Création et entretien des espaces verts"],
                commune: "97411", perimeter: "dep:974"),
        ]
    }

    private func need(flags: [String] = []) throws -> Need {
        try Sample.need(
            "Entretien des espaces verts et débroussaillage au Bourg-Inconnu", cpv: ["77310000"],
            place: "Mont-de-Marsan", value: 200_000, months: 24, flags: flags)
    }

    private func explain(_ key: String, _ need: Need, aside: Bool = false) throws -> Explanation {
        let options = RankingOptions(top: 1, setsAsideIneligible: aside)
        return try #require(MatchEngine(suppliers: suppliers()).explain(need, key: key, options).first)
    }

    /// The parts make the score, and the rank is that of the list: for everybody, on many needs.
    @Test(arguments: [
        Set(Criterion.allCases), [.text], [.codes], [.text, .codes], [.place], [.text, .place, .record],
    ])
    func thePartsMakeTheScore(_ criteria: Set<Criterion>) throws {
        let engine = MatchEngine(suppliers: suppliers())
        for title in ["Entretien des espaces verts", "Blanchisserie du linge", "Débroussaillage", "Mission d’audit"] {
            var need = try need()
            need.title = title
            let listed = engine.match(need, top: 10, criteria: criteria)
            for supplier in suppliers() {
                let found = engine.explain(need, key: supplier.key, RankingOptions(top: 1, criteria: criteria))
                let explanation = try #require(found.first)
                let sum = explanation.points.map(\.points).reduce(0, +)
                #expect(abs(sum - explanation.score) < 1e-6)
                let match = listed.first { $0.supplier.key == supplier.key }
                switch explanation.outcome {
                case .ranked(let rank):
                    #expect(match?.rank == rank && match?.score == explanation.score)
                    #expect(match?.criteria == explanation.criteria)
                case .tooLittleTrade: #expect(match == nil && explanation.trade < explanation.leastTrade)
                case .tooLowScore: #expect(match == nil && explanation.score < explanation.leastScore)
                case .toContact: Issue.record("the trade of everybody is known")
                case .setAside: Issue.record("nobody is set aside")
                }
                let words = explanation.words.map(\.points).reduce(0, +)
                let text = explanation.points.first { $0.part == .criterion(.text) }?.points ?? 0
                #expect(abs(words - text) < 1e-6)
            }
        }
    }

    @Test func wordsAndWhereTheyAreSaid() throws {
        let explanation = try explain(Self.gardener, try need())
        let said = Dictionary(
            explanation.words.map { ($0.text, $0.fields) }, uniquingKeysWith: { first, _ in first })
        #expect(said["débroussaillage"] == [.offers])
        #expect(explanation.words.contains { $0.isTrade && $0.fields.contains(.sectors) })
        #expect(explanation.unheardWords.contains("Inconnu"))
        #expect(abs(explanation.words.map(\.weight).reduce(0, +) - 1) < 1e-9)
    }

    @Test func codesAndWhereTheyComeFrom() throws {
        let explanation = try explain(Self.gardener, try need())
        let first = try #require(explanation.codes.first)
        #expect(first.need.en == "CPV 77310000")
        #expect(explanation.codes.contains { $0.origin == .sector("Création et entretien des espaces verts") })
        #expect(explanation.codes.contains { $0.origin == .activity(NAF("81.30Z") ?? NAF(stored: "")) })
        let value = explanation.criteria.first { $0.criterion == .codes }?.value ?? 0
        #expect(abs(first.value - value) < 0.01)
    }

    @Test func whoDoesSomethingElseIsAbsent() throws {
        let explanation = try explain("00000000000026", try need())
        #expect(explanation.outcome == .tooLittleTrade)
        #expect(explanation.trade < explanation.leastTrade)
    }

    @Test func staffAndSeaTakePointsAway() throws {
        let explanation = try explain("00000000000034", try need())
        let taken = explanation.points.filter { $0.points < 0 }.map(\.part)
        #expect(taken.contains(.staffLent) && taken.contains(.overseas))
    }

    @Test func aReservationKeepsOut() throws {
        var need = try need()
        need.title += ". Marché réservé aux ESAT et aux entreprises adaptées (article L. 2113-12)."
        let explanation = try explain(Self.gardener, need, aside: true)
        guard case .setAside(let rank) = explanation.outcome else {
            Issue.record("\(explanation.outcome)")
            return
        }
        #expect(rank >= 1)
        #expect(explanation.eligibility.verdict == .notEligible)
        #expect(try explain("00000000000018", need, aside: true).outcome == .ranked(1))
    }

    @Test func gapsSayWhatToDo() throws {
        let gaps = try explain("00000000000018", try need()).gaps
        let kinds = Set(gaps.map(\.kind))
        #expect(kinds.isSuperset(of: [.description, .codes, .activity, .perimeter, .size, .record]))
        #expect(kinds.isDisjoint(with: [.sectors, .needPlace, .needValue, .needCodes]))
        #expect(gaps.allSatisfy { ($0.points ?? 0) >= 0 && !$0.phrase.fr.isEmpty && !$0.phrase.en.isEmpty })
    }

    @Test func keysSiretsAndSirens() throws {
        var first = Sample.supplier("00001000900017/ACI", sectors: ["Propreté"])
        first.siret = try Siret("00001000900017")
        var second = Sample.supplier("00001000900017/EI", sectors: ["Propreté"])
        second.siret = try Siret("00001000900017")
        let engine = MatchEngine(suppliers: [second, first] + suppliers())
        #expect(engine.suppliers(key: "00001000900017").map(\.key) == [first.key, second.key])
        #expect(engine.suppliers(key: "000010009").map(\.key) == [first.key, second.key])
        #expect(engine.suppliers(key: "00001000900017/EI").map(\.key) == [second.key])
        #expect(engine.suppliers(key: "0000100090001").isEmpty && engine.suppliers(key: "").isEmpty)
        #expect(engine.suppliers(key: "99999999999999").isEmpty)
    }
}
