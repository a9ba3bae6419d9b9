import FrenchText

/// The words of the need in the supplier's name, sectors and offer (BM25F).
///
/// The value means the same on every need: the score is compared with that of an ideal supplier, which says the
/// weightiest terms of the need. Terms that no supplier says count against everybody.
struct TextCriterion {
    /// A term of the need found in the index.
    struct Found {
        /// Number of the term in the index.
        let number: Int
        /// Share of the ideal, in units of 1/``unit``.
        let weight: UInt32
        let term: NeedReading.QueryTerm
    }

    /// The suppliers by whom words are weighed, where they are not those that are scored.
    struct Statistics {
        let index: TextIndex
        let numbers: TermNumbers
    }

    /// A term as it is found: among the suppliers by whom words are weighed, or only among those that are scored.
    private enum Place: Hashable {
        case weighed(Int)
        case own(Int)
    }

    private let index: TextIndex
    /// The weightiest first.
    let found: [Found]
    private let slope: Double
    /// Sums of weight × strength that the ideal supplier reaches.
    private let ideal: Double

    /// Parts that the ideal is divided into: weights are whole numbers, so that sums do not depend on their order.
    private static let unit = 65_536.0
    /// Bound of a weight.
    private static let heaviest = 64.0
    /// Bound of all weights together: sums stay under 2³¹.
    private static let heaviestTogether = 120.0
    /// Masses nearer than this are equal.
    private static let hair = 1 - 1e-9

    init(
        _ reading: NeedReading, index: TextIndex, numbers: TermNumbers, weights: Weights, statistics: Statistics? = nil
    ) {
        let weighing = statistics ?? Statistics(index: index, numbers: numbers)
        var found: [Place: (weight: Double, term: NeedReading.QueryTerm)] = [:]
        var masses: [Double] = []
        let unseen = weighing.index.rarity(documentFrequency: 0)
        for term in reading.terms {
            let isLabel = term.surface.isLabel
            var number = weighing.numbers.number(of: term.term)
            var weight = term.weight
            let own = statistics == nil || number != nil ? nil : numbers.number(of: term.term)
            if number == nil, own == nil, !term.isConcept, !isLabel,
                let near = weighing.numbers.numberNear(term.term)
            {
                number = near
                weight *= weights.correctedWord
            }
            guard let place = number.map({ Place.weighed($0) }) ?? own.map({ .own($0) }) else {
                // What only a CPV label says is no demand of the buyer.
                if !isLabel { masses.append(term.weight * unseen) }
                continue
            }
            let frequency = number.map { weighing.index.documentFrequency($0) } ?? 0
            let mass = weight * weighing.index.rarity(documentFrequency: frequency)
            if !isLabel { masses.append(mass) }
            found[place] = (max(found[place]?.weight ?? 0, mass), term)
        }
        let ideal = max(
            masses.sorted(by: >).prefix(weights.idealTerms).reduce(0, +) * weights.idealStrength, .leastNormalMagnitude)
        self.index = index
        // « Maintenance des ascenseurs »: who only says « maintenance » shows no trade.
        let weightiest = (masses.max() ?? 0) * Self.hair
        let shares = found.mapValues { found in
            let mayStandAlone =
                found.term.isConcept || found.weight >= weightiest || reading.isInTrade(found.term)
            return min(found.weight / ideal, mayStandAlone ? Self.heaviest : weights.loneWord)
        }
        // Only of needs without a word of their own, whose codes' labels say it all.
        let unit = Self.unit * min(1, Self.heaviestTogether / max(shares.values.sorted().reduce(0, +), 1))
        self.found = found.compactMap { place, term in
            let weight = UInt32(((shares[place] ?? 0) * unit).rounded())
            guard weight > 0 else { return nil }
            let number: Int? =
                switch place {
                case .own(let number): number
                case .weighed(let number):
                    statistics == nil ? number : index.number(of: weighing.index.term(number))
                }
            return number.map { Found(number: $0, weight: weight, term: term.term) }
        }
        .sorted { ($1.weight, $0.number) < ($0.weight, $1.number) }
        self.ideal = Self.unit * Double(Posting.full)
        slope = weights.textSlope
    }

    /// 0–1, from a sum of weight × strength: rises like a straight line, then bends towards 1 without ever making two
    /// sums equal.
    @inline(__always) func value(_ sum: UInt32) -> Double {
        let part = Double(sum) / ideal * slope
        return part / (1 + part)
    }

    /// A sum whose value is at most `value`, and nearly as much.
    ///
    /// - Parameter value: 0–1, both excluded.
    @inline(__always) func leastSum(value: Double) -> UInt32 {
        let sum = value / (1 - value) / slope * ideal - 1
        return sum < Double(UInt32.max / 2) ? UInt32(max(0, sum)) : .max / 2
    }

    /// The sum of a supplier.
    func sum(of supplier: Int) -> UInt32 {
        found.reduce(0) { $0 &+ $1.weight &* index.strength($1.number, in: supplier) }
    }
}
