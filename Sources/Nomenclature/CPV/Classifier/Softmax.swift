import FrenchText

/// Scores to probabilities.
package enum Softmax {
    /// Replaces scores by their exponentials divided by the sum of these.
    package static func apply(_ scores: inout [Float]) {
        guard let highest = scores.max() else { return }
        var sum: Float = 0
        for index in scores.indices {
            scores[index] = Float(Arithmetic.exp(Double(scores[index] - highest)))
            sum += scores[index]
        }
        for index in scores.indices { scores[index] /= sum }
    }
}
