/// Joins the criteria into one score.
///
/// With *t* the trade, *s* the share of the other criteria in use and *m* their weighted mean:
/// score = *t* × (1 − *s* × (1 − *m*)). A perfect place cannot make up for a wrong
/// trade; a far one costs at most its share, unless the sea lies between.
///
/// Every figure rises with each of the values that it is made of, also as the machine rounds: what is greatest with the
/// greatest values bounds the rest.
final class Scorer {
    /// The criteria in use with their share, in the customary order.
    let shares: [(criterion: Criterion, share: Double)]
    let text: TextCriterion
    let codes: CodesCriterion
    /// Made when it is first asked for: a ranking without places needs no map.
    lazy var place: PlaceCriterion = makePlace()
    private let makePlace: () -> PlaceCriterion
    let capacity: CapacityCriterion
    let record: RecordCriterion
    let weights: Weights
    let usesText: Bool
    let usesCodes: Bool
    /// Whether contracts won are evidence of a trade.
    let usesRecord: Bool
    /// Share of the text in the trade.
    private let textShare: Double
    private let placeShare: Double
    private let capacityShare: Double
    private let recordShare: Double
    /// Structures that only lend staff are taken at their full trade.
    private let asksForStaff: Bool

    init(
        criteria: Set<Criterion>, weights: Weights, asksForStaff: Bool, text: TextCriterion, codes: CodesCriterion,
        place: @autoclosure @escaping () -> PlaceCriterion, capacity: CapacityCriterion, record: RecordCriterion
    ) {
        let used = Criterion.allCases.filter { criteria.contains($0) }
        let total = used.map { weights[$0] }.reduce(0, +)
        let shares = used.map { (criterion: $0, share: total > 0 ? weights[$0] / total : 0) }
        func share(_ criterion: Criterion) -> Double { shares.first { $0.criterion == criterion }?.share ?? 0 }
        self.shares = shares
        self.text = text
        self.codes = codes
        makePlace = place
        self.capacity = capacity
        self.record = record
        self.weights = weights
        self.asksForStaff = asksForStaff
        // Without text and codes nothing tells the trade: both are read.
        let isTradeless = criteria.isDisjoint(with: [.text, .codes])
        usesText = isTradeless || criteria.contains(.text)
        usesCodes = isTradeless || criteria.contains(.codes)
        usesRecord = criteria.contains(.record)
        let trade = weights[.text] + weights[.codes]
        textShare = usesText ? (usesCodes ? (trade > 0 ? weights[.text] / trade : 0.5) : 1) : 0
        placeShare = share(.place)
        capacityShare = share(.capacity)
        recordShare = share(.record)
    }

    /// 0–1, from the sum of the words and the closeness of the codes. Whose words say nothing at all is judged by the codes.
    @inline(__always) func trade(sum: UInt32, code: Float, isSilent: Bool) -> Double {
        let trade = textShare * (usesText ? text.value(sum) : 0) + (1 - textShare) * Double(usesCodes ? code : 0)
        return isSilent && usesCodes ? max(trade, weights.silentTrade * Double(code)) : trade
    }

    /// The trade of one supplier, 0–1: what its words and codes say, or the contracts of the same kind that it has won.
    func trade(of supplier: Int, _ seat: Seat) -> Double {
        let said = trade(
            sum: usesText ? text.sum(of: supplier) : 0, code: usesCodes ? codes.value(of: supplier) : 0,
            isSilent: seat.flags.contains(.isSilent))
        return usesRecord ? max(said, weights.wonTrade * record.finding(of: supplier).likeness) : said
    }

    /// What staff lenders keep of their trade.
    @inline(__always) func lenderShare(_ seat: Seat) -> Double {
        seat.flags.contains(.lendsStaff) && !asksForStaff ? weights.staffLent : 1
    }

    /// What is left of the trade after place, capacity and record.
    @inline(__always) func kept(place: Double, capacity: Double, record: Double) -> Double {
        1 - (placeShare * (1 - place) + capacityShare * (1 - capacity) + recordShare * (1 - record))
    }

    /// What is left of the trade of a supplier.
    func kept(_ supplier: Int, _ seat: Seat) -> Double {
        let fit = placeShare > 0 ? place.fit(of: supplier) : nil
        let kept = kept(
            place: fit?.value ?? 1, capacity: capacityShare > 0 ? capacity.value(turnover: seat.turnover) : 1,
            record: recordShare > 0 ? record.finding(of: supplier).value : 1)
        guard let fit else { return kept }
        return fit.coverage == .overseas ? kept * weights.overseas : fit.isFar ? kept * weights.farAway : kept
    }

    /// Whether it matters for the score where a supplier is.
    var tellsBlocksApart: Bool { placeShare > 0 }

    /// The most that can be left of the trade of a supplier of a block.
    func greatestKept(in block: CatalogueIndex.Block) -> Double {
        let place = placeShare > 0 ? place.greatest(in: block) : (value: 1, share: 1)
        return max(1, weights.staffLent) * place.share
            * kept(
                place: place.value, capacity: capacityShare > 0 ? capacity.greatest : 1,
                record: recordShare > 0 ? max(record.greatest, weights.noRecord) : 1) / Self.hair
    }

    /// A sum of words under which a supplier of codes no nearer than `code` cannot show the trade or reach `score`; it may
    /// be a little less than the least that does, never more.
    ///
    /// - Parameter kept: what is left of the trade at most, of a staff lender included.
    /// - Returns: `nil` when no sum does.
    @inline(__always) func leastSum(code: Float, kept: Double, score: Double) -> UInt32? {
        // A hair less than what is asked for, for what rounding may take.
        let trade = max(weights.leastTrade, score / kept) * Self.hair
        let wanted = trade - (1 - textShare) * Double(usesCodes ? code : 0)
        guard wanted > 0 else { return 0 }
        guard textShare > 0 else { return nil }
        let value = wanted / textShare
        return value < 1 ? text.leastSum(value: value) : nil
    }

    /// The least closeness of codes with which a supplier whose words say nothing shows the trade and reaches `score`, or a
    /// little less; beyond 1 when none does.
    @inline(__always) func leastSilentCode(kept: Double, score: Double) -> Float {
        guard usesCodes, weights.silentTrade > 0 else { return 2 }
        let code = max(weights.leastTrade, score / kept) * Self.hair / weights.silentTrade
        return code < 2 ? Float(code).nextDown : 2
    }

    private static let hair = 1 - 1e-9
}
