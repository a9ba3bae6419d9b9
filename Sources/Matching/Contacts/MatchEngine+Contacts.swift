import Catalog
import Nomenclature

extension MatchEngine {
    /// The suppliers of unknown trade to be contacted for a need, in the order that the ranking would give them if their
    /// trades were alike; ties by key. Exact: it equals filtering and sorting everybody.
    func contacts(
        _ need: Need, _ reservation: Reservation?, _ options: RankingOptions, _ scorer: Scorer, _ space: ScanSpace
    ) -> [TopList.Entry] {
        // What travels is bought anywhere, and without a place nobody is near.
        guard options.contacts > 0, options.criteria.contains(.place), !index.unknownTrades.numbers.isEmpty,
            !Travels.does(need), scorer.place.hasPlace
        else { return [] }
        var standings = Standings(need, reservation: reservation, index: index, members: space.members)
        let setsAside = options.setsAsideIneligible && standings.decides
        return ContactScan(index, scorer: scorer, limit: options.contacts).run { supplier in
            !setsAside || standings.mayAnswer(supplier)
        }
    }
}
