import Nomenclature

/// The scale on which scores are shown: the one place where the fit of a supplier becomes a score. It rises everywhere,
/// so that it changes no rank; `docs/matching.md` says what a score of 80 means.
enum ScoreScale {
    private static let points = ScoreScaleTable.points

    /// - Parameter fit: 0–1.
    /// - Returns: 0–100.
    static func score(_ fit: Double) -> Double { along(points, fit, \.fit, \.score) }

    /// The fit that is shown as a score.
    ///
    /// - Parameter score: 0–100.
    /// - Returns: 0–1.
    static func fit(_ score: Double) -> Double { along(points, score, \.score, \.fit) }

    private static func along(
        _ points: [ScorePoint], _ value: Double, _ from: KeyPath<ScorePoint, Double>, _ to: KeyPath<ScorePoint, Double>
    ) -> Double {
        guard let place = points.firstIndex(where: { $0[keyPath: from] >= value }), place > 0 else {
            return value > 0 ? points.last?[keyPath: to] ?? 0 : 0
        }
        let (low, high) = (points[place - 1], points[place])
        let share = (value - low[keyPath: from]) / (high[keyPath: from] - low[keyPath: from])
        return low[keyPath: to] + share * (high[keyPath: to] - low[keyPath: to])
    }
}
