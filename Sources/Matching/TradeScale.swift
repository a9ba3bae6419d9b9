import Nomenclature

/// How sure it is that a supplier clearly does the trade of a lot, by the evidence that its words and codes give: the one
/// place where evidence becomes a score. `docs/matching.md` says what a score of 80 means.
struct TradeScale: Sendable {
    static let standard = TradeScale(TradeScaleTable.points)

    // Both rise from 0 to 1. Made once and never taken back: thousands of suppliers a lot are put on the scale, and nothing
    // of it is counted when it is copied.
    nonisolated(unsafe) private let evidence: UnsafePointer<Double>
    nonisolated(unsafe) private let likelihood: UnsafePointer<Double>
    private let count: Int

    private init(_ points: [TradeScalePoint]) {
        evidence = Self.kept(points.map(\.evidence))
        likelihood = Self.kept(points.map { $0.score / 100 })
        count = points.count
    }

    private static func kept(_ values: [Double]) -> UnsafePointer<Double> {
        let memory = UnsafeMutablePointer<Double>.allocate(capacity: values.count)
        for (place, value) in values.enumerated() { (memory + place).initialize(to: value) }
        return UnsafePointer(memory)
    }

    /// Rises with the evidence, also as the machine rounds.
    ///
    /// - Parameter evidence: 0–1.
    /// - Returns: 0–1.
    @inline(__always) func likelihood(_ value: Double) -> Double { along(evidence, likelihood, value) }

    /// The evidence that gives a likelihood.
    ///
    /// - Parameter value: 0–1.
    /// - Returns: 0–1.
    @inline(__always) func evidence(_ value: Double) -> Double { along(likelihood, evidence, value) }

    @inline(__always) private func along(
        _ from: UnsafePointer<Double>, _ to: UnsafePointer<Double>, _ value: Double
    ) -> Double {
        guard value > 0 else { return 0 }
        var place = 1
        while place < count, from[place] < value { place &+= 1 }
        guard place < count else { return 1 }
        let share = (value - from[place &- 1]) / (from[place] - from[place &- 1])
        return min(to[place], to[place &- 1] + share * (to[place] - to[place &- 1]))
    }
}
