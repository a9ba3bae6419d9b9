import Nomenclature

/// How sure it is that a supplier clearly does the trade of a lot, by the evidence that its words and codes give: the one
/// place where evidence becomes a score. `docs/matching.md` says what a score of 80 means.
struct TradeScale: Sendable {
    static let standard = TradeScale(TradeScaleTable.points)

    /// Both rising from 0 to 1.
    private let evidence: [Double]
    private let likelihood: [Double]

    private init(_ points: [TradeScalePoint]) {
        evidence = points.map(\.evidence)
        likelihood = points.map { $0.score / 100 }
    }

    /// Rises with the evidence, also as the machine rounds.
    ///
    /// - Parameter evidence: 0–1.
    /// - Returns: 0–1.
    @inline(__always) func likelihood(_ value: Double) -> Double { Self.along(evidence, likelihood, value) }

    /// The evidence that gives a likelihood.
    ///
    /// - Parameter value: 0–1.
    /// - Returns: 0–1.
    @inline(__always) func evidence(_ value: Double) -> Double { Self.along(likelihood, evidence, value) }

    @inline(__always) private static func along(_ from: [Double], _ to: [Double], _ value: Double) -> Double {
        from.withUnsafeBufferPointer { from in
            to.withUnsafeBufferPointer { to in
                guard value > 0 else { return 0 }
                var place = 1
                while place < from.count, from[place] < value { place &+= 1 }
                guard place < from.count else { return 1 }
                let share = (value - from[place &- 1]) / (from[place] - from[place &- 1])
                return min(to[place], to[place &- 1] + share * (to[place] - to[place &- 1]))
            }
        }
    }
}
