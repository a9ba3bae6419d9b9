import Nomenclature
import Tenders

extension Indicator {
    /// Measures the indicator over `population`, whose usable amounts sum to `totalAmount`.
    func result(over population: Population, totalAmount: Amount) -> IndicatorResult {
        let total = population.facts.count
        var result = IndicatorResult(
            definition: definition, count: 0, total: total, amount: .zero, totalAmount: totalAmount, amountShared: nil,
            convention: population.rules.groupConvention,
            informed: total, notInformed: 0, contradictory: 0, excluded: 0, otherEstablishment: 0, selection: selection,
            smallSample: total < population.rules.smallSampleWarning, figure: nil, comparison: nil)
        result.excluded = population.content.amountsNotUsable
        if let selection {
            for fact in population.facts where selection.contains(fact.flags) {
                result.count += 1
                result.amount += fact.amount
            }
        }
        switch measure {
        case .figure(_, let value): result.figure = value(population)
        case .contracts(let selection, let field, let shared):
            if let field {
                result.informed = population.count(Selection(with: field.informed))
                result.notInformed = total - result.informed
                result.contradictory = field.contradictory.map { population.count(Selection(with: $0)) } ?? 0
            }
            if let shared {
                result.amountShared = population.facts.reduce(into: Amount.zero) {
                    if selection.contains($1.flags) { $0 += $1.part(shared) }
                }
            }
            if definition.caveats.contains(Caveat.establishment) {
                result.otherEstablishment = population.count(Selection(with: .otherEstablishment))
            }
        }
        return result
    }

    /// The same a year before.
    func comparison(over population: Population, totalAmount: Amount, year: Int) -> IndicatorComparison? {
        switch measure {
        case .contracts(let selection, _, _):
            return IndicatorComparison(
                year: year, count: population.count(selection), total: population.facts.count,
                amount: population.amount(selection), totalAmount: totalAmount, value: nil)
        // What is known of records has no year.
        case .figure(nil, _): return nil
        case .figure(let selection?, let value):
            return IndicatorComparison(
                year: year, count: population.count(selection), total: population.facts.count,
                amount: population.amount(selection), totalAmount: totalAmount, value: value(population).value)
        }
    }
}
