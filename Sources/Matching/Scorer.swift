/// Joins the criteria into one score.
///
/// With *t* the trade, *s* the share of the other criteria in use and *m* their weighted mean:
/// score = *t* × (1 − *s* × (1 − *m*)). A perfect place cannot make up for a wrong
/// trade; a far one costs at most its share.
struct Scorer {
    /// The criteria in use with their share, in the customary order.
    let shares: [(criterion: Criterion, share: Double)]
    let place: PlaceCriterion
    let capacity: CapacityCriterion
    let record: RecordCriterion

    init(
        criteria: Set<Criterion>, weights: Weights, place: PlaceCriterion, capacity: CapacityCriterion,
        record: RecordCriterion
    ) {
        let used = Criterion.allCases.filter { criteria.contains($0) }
        let total = used.map { weights[$0] }.reduce(0, +)
        shares = used.map { ($0, total > 0 ? weights[$0] / total : 0) }
        self.place = place
        self.capacity = capacity
        self.record = record
    }

    /// 0–1.
    func score(_ evidence: TradeJudge.Evidence, size: CapacityCriterion.Size?, seat: SupplierPlace) -> Double {
        var lost = 0.0
        for (criterion, share) in shares {
            switch criterion {
            case .text, .codes: continue
            case .place: lost += share * (1 - place.fit(of: seat).value)
            case .capacity: lost += share * (1 - capacity.value(of: size))
            case .record: lost += share * (1 - record.finding(of: evidence.supplier).value)
            }
        }
        return evidence.trade * (1 - lost)
    }
}
