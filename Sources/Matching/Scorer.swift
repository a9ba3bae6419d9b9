/// Joins the criteria into one score, 0–1.
///
/// Words and codes are evidence of the trade, which ``TradeScale`` turns into *t*, how sure the trade is. With *s* the share
/// of the other criteria in use and *m* their weighted mean: score = *t* × (1 − *s* × (1 − *m*)). A perfect place cannot
/// make up for a wrong trade; a far one costs at most its share, unless the sea lies between.
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
    private let scale = TradeScale.standard
    let usesText: Bool
    let usesCodes: Bool
    /// Whether contracts won are evidence of a trade.
    let usesRecord: Bool
    /// Share of the text in the trade.
    private let textShare: Double
    private let placeShare: Double
    private let capacityShare: Double
    private let recordShare: Double
    /// What nobody may show less of, a staff lender included.
    private let leastTrade: Double
    /// What structures that only lend staff keep of their trade.
    private let lent: Double

    init(
        criteria: Set<Criterion>, weights: Weights, reading: NeedReading, text: TextCriterion, codes: CodesCriterion,
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
        lent =
            reading.asksForStaff ? 1 : reading.buysInsertion ? weights.staffLentForInsertion : weights.staffLent
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
        leastTrade = weights.leastTrade / max(1, lent)
    }

    /// Evidence of the trade, 0–1, from the sum of the words and the closeness of the codes. Whose words say nothing at all is
    /// judged by the codes.
    @inline(__always) func evidence(sum: UInt32, code: Float, isSilent: Bool) -> Double {
        let evidence = textShare * (usesText ? text.value(sum) : 0) + (1 - textShare) * Double(usesCodes ? code : 0)
        return isSilent && usesCodes ? max(evidence, weights.silentTrade * Double(code)) : evidence
    }

    /// How sure the trade is, 0–1.
    @inline(__always) func trade(_ evidence: Double) -> Double { scale.likelihood(evidence) }

    /// Evidence of the trade of one supplier, 0–1: what its words and codes say, or the contracts of the same kind that it has
    /// won.
    func evidence(of supplier: Int) -> Double {
        let said = evidence(
            sum: usesText ? text.sum(of: supplier) : 0, code: usesCodes ? codes.value(of: supplier) : 0,
            isSilent: codes.index.traits(of: supplier).contains(.isSilent))
        return usesRecord ? max(said, weights.wonTrade * record.finding(of: supplier).likeness) : said
    }

    /// What staff lenders keep of their trade.
    @inline(__always) func lenderShare(_ traits: Traits) -> Double {
        traits.contains(.lendsStaff) ? lent : 1
    }

    /// The most that a supplier of any kind keeps of its trade.
    var greatestLenderShare: Double { max(1, lent) }

    /// Whether a supplier shows enough of the trade.
    @inline(__always) func shows(_ evidence: Double, lender: Double) -> Bool { evidence * lender >= weights.leastTrade }

    /// What is left of the trade after place, capacity and record.
    @inline(__always) func kept(place: Double, capacity: Double, record: Double) -> Double {
        1 - (placeShare * (1 - place) + capacityShare * (1 - capacity) + recordShare * (1 - record))
    }

    /// What is left of the trade of a supplier, staff lenders taken at their full trade.
    func kept(_ supplier: Int) -> Double {
        guard looksAround else { return 1 }
        let seat = codes.index.seats[supplier]
        let fit = placeShare > 0 ? place.fit(seat) : nil
        let kept = kept(
            place: fit?.value ?? 1, capacity: capacityShare > 0 ? capacity.value(turnover: seat.turnover) : 1,
            record: recordShare > 0 ? record.finding(of: supplier).value : 1)
        guard let fit else { return kept }
        return fit.coverage == .overseas ? kept * weights.overseas : fit.isFar ? kept * weights.farAway : kept
    }

    /// Whether anything but the trade matters for the score.
    var looksAround: Bool { placeShare > 0 || capacityShare > 0 || recordShare > 0 }

    /// Whether it matters for the score where a supplier is.
    var tellsBlocksApart: Bool { placeShare > 0 }

    /// The most that can be left of the trade of a supplier of a block, staff lenders taken at their full trade.
    func greatestKept(in block: CatalogueIndex.Block) -> Double {
        let place = placeShare > 0 ? place.greatest(in: block) : (value: 1, share: 1)
        return place.share
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
        let evidence = max(leastTrade, scale.evidence(score / kept)) * Self.hair
        let wanted = evidence - (1 - textShare) * Double(usesCodes ? code : 0)
        guard wanted > 0 else { return 0 }
        guard textShare > 0 else { return nil }
        let value = wanted / textShare
        return value < 1 ? text.leastSum(value: value) : nil
    }

    /// The least closeness of codes with which a supplier whose words say nothing shows the trade and reaches `score`, or a
    /// little less; beyond 1 when none does.
    @inline(__always) func leastSilentCode(kept: Double, score: Double) -> Float {
        guard usesCodes, weights.silentTrade > 0 else { return 2 }
        let code = max(leastTrade, scale.evidence(score / kept)) * Self.hair / weights.silentTrade
        return code < 2 ? Float(code).nextDown : 2
    }

    /// A closeness of codes under which a supplier whose words sum up to no more than `sum` cannot show the trade and reach
    /// `score`, or a little less; those whose words say nothing need ``leastSilentCode(kept:score:)``.
    func leastCode(sum: UInt32, kept: Double, score: Double) -> Float {
        guard usesCodes, textShare < 1 else { return 0 }
        let evidence = max(leastTrade, scale.evidence(score / kept)) * Self.hair
        let code = (evidence - textShare * (usesText ? text.value(sum) : 0)) / (1 - textShare) - 1e-6
        return code < 2 ? Float(max(0, code)).nextDown : 2
    }

    private static let hair = 1 - 1e-9
}
