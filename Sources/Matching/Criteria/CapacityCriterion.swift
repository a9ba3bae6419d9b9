import Catalog
import Nomenclature
import Wording

/// The yearly value of the need against the size of the supplier: a gentle factor, never an exclusion. What is not
/// known is neutral.
struct CapacityCriterion {
    /// Value of the need a year, EUR HT; `nil` when it is not known.
    let yearly: Double?
    private let weights: Weights

    private static let monthsOfYear = 12.0
    /// Value of the criterion by yearly value over turnover: (upper bound, value).
    private static let steps: [(ratio: Double, value: Double)] = [
        (0.3, 1), (0.6, 0.9), (1, 0.75), (2, 0.55), (5, 0.35),
    ]
    private static let beyond = 0.2

    init(_ need: Need, weights: Weights) {
        self.weights = weights
        let years = max(1, (need.months ?? weights.assumedMonths) / Self.monthsOfYear)
        yearly = need.value.map { $0.euros / years }.flatMap { $0 > 0 ? $0 : nil }
    }

    /// Yearly turnover of a supplier, EUR HT.
    struct Size: Sendable {
        let turnover: Double
        /// From the workforce.
        let isEstimated: Bool

        init?(_ supplier: Supplier, weights: Weights) {
            if let turnover = supplier.turnover, turnover > .zero {
                self.turnover = turnover.euros
                isEstimated = false
            } else if let employees = supplier.employees, employees > 0 {
                turnover = Double(employees) * weights.turnoverPerEmployee
                isEstimated = true
            } else {
                return nil
            }
        }
    }

    /// - Parameter turnover: yearly, EUR HT; NaN when not known.
    func value(turnover: Float) -> Double {
        guard let yearly, !turnover.isNaN else { return weights.unknownCapacity }
        let ratio = yearly / Double(turnover)
        for step in Self.steps where ratio <= step.ratio { return step.value }
        return Self.beyond
    }

    /// The greatest value that a supplier can have.
    var greatest: Double { yearly == nil ? weights.unknownCapacity : max(1, weights.unknownCapacity) }

    func sentence(for size: Size?) -> Phrase {
        guard let yearly else { return Phrase("valeur du lot inconnue", "value of the lot unknown") }
        guard let size else {
            return Phrase("taille de la structure inconnue", "size of the structure unknown")
        }
        let ratio = yearly / size.turnover
        let percent = (
            fr: NumberFormat.percent(ratio, decimals: 0, .french),
            en: NumberFormat.percent(ratio, decimals: 0, .english)
        )
        guard size.isEstimated else {
            return Phrase(
                "valeur annuelle du lot\u{A0}: \(percent.fr) du chiffre d’affaires",
                "yearly value of the lot: \(percent.en) of the turnover")
        }
        return Phrase(
            "valeur annuelle du lot\u{A0}: environ \(percent.fr) du chiffre d’affaires estimé d’après l’effectif",
            "yearly value of the lot: about \(percent.en) of the turnover estimated from the workforce")
    }
}
