/// A point of the scale on which scores are shown: a row of `Catalog/Nomenclatures/score-scale.tsv`.
public struct ScorePoint: Sendable, Hashable {
    /// How well a supplier fits, 0–1, as the criteria and their weights give it.
    public let fit: Double
    /// The score that is shown, 0–100.
    public let score: Double
}

/// The scale from fit to score: straight lines between its points, both rising from row to row.
public enum ScoreScaleTable {
    public static let points: [ScorePoint] = {
        let points = Table("score-scale", columns: "fit", "score").map { row in
            guard let fit = row.cell(0).decimal, let score = row.cell(1).decimal else {
                preconditionFailure("a point of the scale of scores is no number")
            }
            return ScorePoint(fit: fit, score: score)
        }
        precondition(
            zip(points, points.dropFirst()).allSatisfy { $0.fit < $1.fit && $0.score < $1.score }
                && points.first == ScorePoint(fit: 0, score: 0) && points.last == ScorePoint(fit: 1, score: 100),
            "the scale of scores does not rise from 0 to 100")
        return points
    }()
}
