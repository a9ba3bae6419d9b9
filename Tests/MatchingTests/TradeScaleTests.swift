import Testing

@testable import Matching

@Suite struct TradeScaleTests {
    @Test func risesEverywhereFromNothingToOne() {
        let likelihoods = (0...1_000).map { TradeScale.standard.likelihood(Double($0) / 1_000) }
        #expect(likelihoods.first == 0)
        #expect(likelihoods.last == 1)
        #expect(zip(likelihoods, likelihoods.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(arguments: [0, 0.1, 0.283, 0.5, 0.61, 0.99, 1])
    func canBeReadBackwards(evidence: Double) {
        #expect(abs(TradeScale.standard.evidence(TradeScale.standard.likelihood(evidence)) - evidence) < 1e-12)
    }

    @Test func partsAddUpToTheScore() throws {
        let suppliers = [
            Sample.supplier("1", description: "Tonte, élagage", commune: "13055", perimeter: "km:20"),
            Sample.supplier("2", kinds: [.ai], sectors: ["Création et entretien des espaces verts"]),
        ]
        let need = try Sample.need("Tonte des espaces verts", cpv: ["77310000"], place: "40", value: 50_000)
        let engine = MatchEngine(suppliers: suppliers)
        let explanations = suppliers.flatMap { engine.explain(need, key: $0.key, RankingOptions()) }
        #expect(explanations.count == 2)
        for explanation in explanations {
            let sum = explanation.points.reduce(0) { $0 + $1.points }
            #expect(abs(sum - explanation.score) < 1e-9)
        }
    }
}
