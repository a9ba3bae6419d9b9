import Catalog

/// Joins text and codes into the trade evidence of each supplier, which gates the whole score.
struct TradeJudge {
    let text: TextCriterion
    let codes: CodesCriterion
    private let usesText: Bool
    private let usesCodes: Bool
    private let asksForStaff: Bool
    private let weights: Weights

    init(_ reading: NeedReading, index: TradeIndex, criteria: Set<Criterion>, weights: Weights) {
        text = TextCriterion(reading, index: index.text, weights: weights)
        codes = CodesCriterion(reading, index: index, weights: weights)
        usesText = criteria.contains(.text)
        usesCodes = criteria.contains(.codes)
        asksForStaff = reading.asksForStaff
        self.weights = weights
    }

    struct Evidence {
        let supplier: Int
        let text: Float
        let codes: Float
        /// 0–1.
        let trade: Double
    }

    /// The suppliers that show the trade, in catalogue order.
    ///
    /// - Parameter lendsStaff: for each supplier, whether it only lends staff.
    func evidence(lendsStaff: [Bool]) -> [Evidence] {
        let texts = usesText ? text.values() : [Float](repeating: 0, count: lendsStaff.count)
        let share = weights[.text] / max(weights[.text] + weights[.codes], .leastNonzeroMagnitude)
        let textShare = usesText ? (usesCodes ? share : 1) : 0
        let least = weights.leastTrade
        var evidence: [Evidence] = []
        for supplier in texts.indices {
            let code = usesCodes ? codes.value(of: supplier) : 0
            guard texts[supplier] > 0 || code > 0 else { continue }
            var trade = textShare * Double(texts[supplier]) + (1 - textShare) * Double(code)
            if lendsStaff[supplier], !asksForStaff { trade *= weights.staffLent }
            guard trade >= least else { continue }
            evidence.append(Evidence(supplier: supplier, text: texts[supplier], codes: code, trade: trade))
        }
        return evidence
    }
}
