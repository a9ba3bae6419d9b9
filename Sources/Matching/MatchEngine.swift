import Catalog
import FrenchText
import Nomenclature
import Synchronization
import Wording

/// The answer to a need.
public struct Ranking: Sendable, Hashable {
    /// Best first.
    public var matches: [Match]
    /// Suppliers of the trade that the reservation keeps from answering; 0 where they were not counted.
    public var setAside: Int
    /// What reserves the lot, when something does.
    public var reservation: Reservation?
    /// Suppliers of unknown trade to be contacted, the nearest first; none where they were not asked for.
    public var contacts: [Contact] = []
}

/// How a need is ranked.
public struct RankingOptions: Sendable, Hashable {
    /// Suppliers kept.
    public var top: Int
    /// The criteria that make the score. Without text and codes nothing tells the trade, and both are read to choose who
    /// is in the answer.
    public var criteria: Set<Criterion>
    /// Whether suppliers that a reservation keeps from answering take no place in the list.
    public var setsAsideIneligible: Bool
    /// Whether those set aside are counted, which takes some milliseconds more.
    public var countsSetAside: Bool
    /// Suppliers of unknown trade listed apart, see ``Contact``; needs the place among the criteria.
    public var contacts: Int

    public init(
        top: Int = 20, criteria: Set<Criterion> = Set(Criterion.allCases), setsAsideIneligible: Bool = false,
        countsSetAside: Bool = false, contacts: Int = 0
    ) {
        self.top = top
        self.criteria = criteria
        self.setsAsideIneligible = setsAsideIneligible
        self.countsSetAside = countsSetAside
        self.contacts = contacts
    }
}

/// Ranks the suppliers of a catalogue for a need.
///
/// The trade (text and codes) gates: a supplier that shows no trade evidence is absent, and the other criteria only
/// take away from the trade, in proportion to their share. The answer is exact: it equals that of scoring everybody.
public final class MatchEngine: Sendable {
    let index: CatalogueIndex
    let weights: Weights
    let vocabulary: TradeVocabulary
    /// The catalogue by whose words those of a need are weighed; `nil` for its own.
    private let statistics: TextIndex?
    /// Working memory not in use; each ranking takes one.
    private let spaces = Mutex<[Space]>([])

    /// Handed from thread to thread, used by one at a time.
    private struct Space: @unchecked Sendable {
        let space: ScanSpace
    }

    public convenience init(_ index: CatalogueIndex, weights: Weights = .standard) {
        self.init(index, weights: weights, statistics: nil)
    }

    private init(_ index: CatalogueIndex, weights: Weights, statistics: TextIndex?) {
        self.index = index
        self.weights = weights
        self.statistics = statistics
        vocabulary = TradeVocabulary.shared
    }

    /// An engine over some suppliers held in memory.
    public convenience init(suppliers: [Supplier], references: [Reference] = [], weights: Weights = .standard) {
        do {
            var builder = try CatalogueIndexBuilder(
                vocabulary: .shared, weights: weights, writer: IndexImageWriter())
            for supplier in suppliers { try builder.add(supplier) }
            self.init(try builder.finish(references: references, fingerprint: 0), weights: weights)
        } catch {
            preconditionFailure("memory is always written")
        }
    }

    /// An engine over one supplier that is not in the catalogue of another engine, which scores it as if it were there:
    /// words are as rare and fields as long as in that catalogue.
    ///
    /// - Parameter engine: tells what is usual; its references are none of the supplier's.
    convenience init(profile: Supplier, measuredBy engine: MatchEngine) {
        do {
            var builder = try CatalogueIndexBuilder(
                vocabulary: .shared, weights: engine.weights, writer: IndexImageWriter(), cores: 1,
                means: engine.index.fieldMeans)
            try builder.add(profile)
            self.init(
                try builder.finish(references: [], fingerprint: 0), weights: engine.weights,
                statistics: engine.index.text)
        } catch {
            preconditionFailure("memory is always written")
        }
    }

    /// Number of suppliers.
    public var supplierCount: Int { index.count }

    /// The suppliers with a key, a SIRET or a SIREN.
    public func suppliers(key: String) -> [Supplier] { index.numbers(ofKey: key).map { index.supplier($0) } }

    /// The suppliers that may answer, best first; ties by key. Empty when nothing fits.
    public func match(
        _ need: Need, top: Int, criteria: Set<Criterion> = Set(Criterion.allCases)
    ) -> [Match] {
        rank(need, RankingOptions(top: top, criteria: criteria)).matches
    }

    public func rank(_ need: Need, _ options: RankingOptions) -> Ranking {
        let reservation = ReservationReader.read(need)
        return withSpace { space in
            let reading = NeedReading(need, vocabulary: space.needs, weights: weights)
            let scorer = scorer(need, reading, options.criteria, space)
            let found = scan(need, reservation, options, scorer, space)
            let toContact = contacts(need, reservation, options, scorer, space)
            guard !found.entries.isEmpty || !toContact.isEmpty else {
                return Ranking(matches: [], setAside: found.setAside, reservation: reservation)
            }
            let words = MatchWriter(need, reading, reservation, scorer, index, space, weights)
            let matches = found.entries.enumerated().map { place, entry in
                words.match(entry, rank: place + 1)
            }
            let contacts = toContact.enumerated().map { place, entry in
                words.contact(entry, rank: place + 1)
            }
            return Ranking(
                matches: matches, setAside: found.setAside, reservation: reservation, contacts: contacts)
        }
    }

    /// The best suppliers by their numbers, with their scores (0–1) and without a word on them: for measuring.
    public func best(_ need: Need, _ options: RankingOptions) -> [(supplier: Int, score: Double)] {
        withSpace { space in
            let reading = NeedReading(need, vocabulary: space.needs, weights: weights)
            let scorer = scorer(need, reading, options.criteria, space)
            return scan(need, ReservationReader.read(need), options, scorer, space).entries
                .map { (Int($0.supplier), $0.score) }
        }
    }

    func scan(
        _ need: Need, _ reservation: Reservation?, _ options: RankingOptions, _ scorer: Scorer, _ space: ScanSpace
    ) -> (entries: [TopList.Entry], setAside: Int) {
        guard options.top > 0 else { return ([], 0) }
        var standings = Standings(need, reservation: reservation, index: index, members: space.members)
        let setsAside = options.setsAsideIneligible && standings.decides
        let scan = CatalogueScan(
            index, scorer: scorer, top: options.top, space: space, countsAll: setsAside && options.countsSetAside,
            isAdmitted: setsAside ? { standings.mayAnswer($0) } : nil)
        return (scan.run(), options.countsSetAside ? scan.setAside : 0)
    }

    func withSpace<Result>(_ body: (ScanSpace) -> Result) -> Result {
        let taken = spaces.withLock { $0.popLast() }
        let space =
            taken ?? Space(space: ScanSpace(index, weights: weights, vocabulary: vocabulary, statistics: statistics))
        defer { spaces.withLock { $0.append(space) } }
        return body(space.space)
    }

    func scorer(
        _ need: Need, _ reading: NeedReading, _ criteria: Set<Criterion>, _ space: ScanSpace
    ) -> Scorer {
        Scorer(
            criteria: criteria, weights: weights, reading: reading,
            text: TextCriterion(
                reading, index: index.text, numbers: space.numbers, weights: weights, statistics: space.statistics),
            codes: CodesCriterion(reading, index: index, space: space, weights: weights),
            place: PlaceCriterion(need, index: self.index, weights: self.weights),
            capacity: CapacityCriterion(need, weights: weights),
            record: RecordCriterion(
                reading, day: need.day, index: index.references, numbers: space.referenceNumbers, weights: weights))
    }
}
