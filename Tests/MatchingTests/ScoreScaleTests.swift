import Testing

@testable import Matching

@Suite struct ScoreScaleTests {
    @Test func risesEverywhereFromNothingToAHundred() {
        let fits = (0...1_000).map { Double($0) / 1_000 }
        let scores = fits.map { ScoreScale.score($0) }
        #expect(scores.first == 0)
        #expect(scores.last == 100)
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(arguments: [0, 0.1, 0.283, 0.5, 0.61, 0.99, 1])
    func canBeReadBackwards(fit: Double) {
        #expect(abs(ScoreScale.fit(ScoreScale.score(fit)) - fit) < 1e-12)
    }

    @Test func stretchesThePartsOfAScoreAlike() throws {
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
