/// A point of the scale from evidence of a trade to its likelihood: a row of `Catalog/Nomenclatures/trade-scale.tsv`.
public struct TradeScalePoint: Sendable, Hashable {
    /// What the words and codes of a supplier give, 0–1.
    public let evidence: Double
    /// Suppliers of such evidence, of a hundred, that clearly do the trade.
    public let score: Double
}

/// The scale from evidence to likelihood: straight lines between its points, both rising from row to row.
public enum TradeScaleTable {
    public static let points: [TradeScalePoint] = {
        let points = Table("trade-scale", columns: "evidence", "score").map { row in
            guard let evidence = row.cell(0).decimal, let score = row.cell(1).decimal else {
                preconditionFailure("a point of the scale of trades is no number")
            }
            return TradeScalePoint(evidence: evidence, score: score)
        }
        precondition(
            zip(points, points.dropFirst()).allSatisfy { $0.evidence < $1.evidence && $0.score < $1.score }
                && points.first == TradeScalePoint(evidence: 0, score: 0)
                && points.last == TradeScalePoint(evidence: 1, score: 100),
            "the scale of trades does not rise from 0 to 100")
        return points
    }()
}
