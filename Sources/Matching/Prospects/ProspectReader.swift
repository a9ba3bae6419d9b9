import Catalog
import FrenchText
import Nomenclature
import Wording

/// Looks at single suppliers for one need: what the ranking does with everybody, for those who are asked about.
struct ProspectReader {
    let need: Need
    let reservation: Reservation?
    private let scorer: Scorer
    private let writer: MatchWriter
    private let index: CatalogueIndex
    private let weights: Weights
    private let travels: Bool

    init(
        _ need: Need, _ reservation: Reservation?, _ scorer: Scorer, _ writer: MatchWriter, _ index: CatalogueIndex,
        _ weights: Weights
    ) {
        self.need = need
        self.reservation = reservation
        self.scorer = scorer
        self.writer = writer
        self.index = index
        self.weights = weights
        travels = Travels.does(need)
    }

    func prospect(_ number: Int) -> Prospect {
        let parts = ScoreParts(number, scorer, index)
        let size = writer.profile(number).size.map {
            Explanation.Size(turnover: $0.turnover, isEstimated: $0.isEstimated)
        }
        let load = Prospect.Load(yearly: scorer.capacity.yearly, size: size)
        guard parts.trade >= weights.leastTrade else {
            return Prospect(
                outcome: .otherTrade, match: nil, reservation: reservation, load: load, lacks: [], gaps: [])
        }
        let match = writer.match(parts.entry, rank: 0)
        return Prospect(
            outcome: parts.entry.score >= weights.leastScore ? .fits : .tooLowScore, match: match,
            reservation: reservation, load: load, lacks: lacks(number, match, load),
            gaps: Explanation.gaps(
                of: match.supplier, need, isPlaced: index.seats[number].isPlaced, hasSize: size != nil,
                contracts: scorer.record.finding(of: number).sameKind, gain: { parts.gain($0) }))
    }

    private func lacks(_ number: Int, _ match: Match, _ load: Prospect.Load) -> [Prospect.Lack] {
        var lacks: [Prospect.Lack] = []
        // Who names none of the trades was found by its codes, which do not tell them apart.
        if match.trades.contains(where: \.isCovered) { lacks += missingTrades(number).map { .trade($0) } }
        lacks += missingPlaces(number).map { .place($0) }
        if let share = load.share, share > weights.groupLoad { lacks.append(.capacity) }
        return lacks
    }

    /// Closeness of branches of the CPV from which they are one trade.
    private static let sameTrade = 0.6

    /// The trades of the title that the supplier does not do. Titles also name what is no trade of the lot (« jardins de
    /// l’hôtel du Département »): where the lot declares codes, one of them has to be of the trade. And who does not say a
    /// trade may have it among its codes.
    private func missingTrades(_ number: Int) -> [String] {
        let declared = need.cpv.map { CodePrefix($0) }
        let own = (Int(index.codeStarts[number])..<Int(index.codeStarts[number + 1])).map {
            index.branches[index.codes[$0].document]
        }
        func isAmong(_ branches: [CodePrefix], _ trade: [CodePrefix]) -> Bool {
            trade.contains { branch in branches.contains { $0.closeness(to: branch) >= Self.sameTrade } }
        }
        return writer.text.unsaid(by: number).filter { trade in
            (declared.isEmpty || isAmong(declared, trade.branches)) && !isAmong(own, trade.branches)
        }.map(\.name)
    }

    /// What travels is supplied from anywhere.
    private func missingPlaces(_ number: Int) -> [Int] {
        guard !travels else { return [] }
        let reaches = scorer.place.reaches(of: number)
        return reaches.indices.filter { reaches[$0] == false }
    }

    /// Which of `lacks` a supplier makes up for; the capacity is for the group as a whole to have.
    func covers(_ lacks: [Prospect.Lack], _ number: Int, _ match: Match) -> Set<Prospect.Lack> {
        let reaches = scorer.place.reaches(of: number)
        return Set(
            lacks.filter { lack in
                switch lack {
                case .trade(let name): match.trades.contains { $0.name == name && $0.isCovered }
                case .place(let place): reaches[place] == true
                case .capacity: false
                }
            })
    }
}
