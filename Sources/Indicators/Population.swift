import Nomenclature

/// The contracts of one buyer and one year with what figures need of them.
struct Population: Sendable {
    var facts: [ContractFacts] = []
    var rules: CountingRules
    var records = QualityCounts()
    var content = ContentQuality()
    /// SIREN of the holders that are of the ESS.
    var essEnterprises: Set<String> = []
    /// The same for the years before; `nil` when no contract of these years was given.
    var earlierESS: Set<String>?

    init(rules: CountingRules) { self.rules = rules }

    /// A: the sum of usable amounts.
    var totalAmount: Amount { facts.reduce(into: Amount.zero) { $0 += $1.amount } }

    func count(_ selection: Selection) -> Int {
        facts.reduce(into: 0) { if selection.contains($1.flags) { $0 += 1 } }
    }

    func amount(_ selection: Selection) -> Amount {
        facts.reduce(into: Amount.zero) { if selection.contains($1.flags) { $0 += $1.amount } }
    }

    func share(_ selection: Selection) -> Double? { ratio(count(selection), facts.count) }

    /// Median of the usable amounts; the mean of the two middle ones when they are even in number.
    var medianAmount: Amount? {
        let amounts = facts.filter { $0.flags.contains(.amountUsable) }.map(\.amount).sorted()
        guard !amounts.isEmpty else { return nil }
        let middle = amounts.count / 2
        if !amounts.count.isMultiple(of: 2) { return amounts[middle] }
        return Amount(units: (amounts[middle - 1].units + amounts[middle].units) / 2)
    }
}
