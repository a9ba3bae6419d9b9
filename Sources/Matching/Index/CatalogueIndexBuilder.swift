import Catalog
import Dispatch
import FrenchText
import Nomenclature
import Synchronization

/// Builds a ``CatalogueIndex`` of suppliers that come one by one; they are read on all cores, some thousands at a time, and
/// none of them is kept, so that a catalogue of any size can be read through. The same suppliers in the same order give the
/// same bytes, on however many cores; in another order, the same answers.
struct CatalogueIndexBuilder {
    private let vocabulary: TradeVocabulary
    private let weights: Weights
    private let writer: IndexImageWriter
    private var text: TextIndexBuilder
    private var waiting: [Supplier] = []
    private var readers: [SupplierPartReader] = []
    private let cores: Int

    private var keys: [String] = []
    private var sirets: [String] = []
    private var seats: [Seat] = []
    private var traits: [Traits] = []
    private var standings: [Standing] = []
    private var activityOf: [UInt16] = []
    private var codeEnds: [Int] = []
    private var allCodes: [CatalogueIndex.Code] = []
    private var allEvidence: [CodeEvidence] = []
    private var cardRanges: [CatalogueIndex.CardRange] = []
    private var zones = SharedNumbers<CatalogueIndex.Zones>()
    private var branches = SharedNumbers<CodePrefix>()
    private var activities = SharedNumbers<NAF>()
    private var groups = SharedNumbers<SupplierStanding.Group>()
    /// The first supplier of each group.
    private var groupMembers: [UInt32] = []

    /// Suppliers of a block at most: its sums stay in the caches, and the lists are still read in long runs.
    static let largestBlock = 16_384
    private let smallestBlock: Int
    /// Suppliers that wait until they are read: enough to keep the cores busy, few enough for the memory.
    private static let most = 4_096
    /// Suppliers read at a time by one core.
    private static let piece = 256

    /// - Parameters:
    ///   - writer: where the index goes.
    ///   - smallestBlock: suppliers of a block at least.
    ///   - cores: how many read at once.
    ///   - means: ``CatalogueIndex/fieldMeans`` of the catalogue that the suppliers are measured by; `nil` for their own.
    /// - Throws: `IndexImageWriter.Fault`.
    init(
        vocabulary: TradeVocabulary, weights: Weights, writer: IndexImageWriter, smallestBlock: Int = 1_024,
        cores: Int = ProcessorCount.available, means: [Float]? = nil
    ) throws {
        self.smallestBlock = smallestBlock
        self.vocabulary = vocabulary
        self.weights = weights
        self.writer = writer
        self.cores = max(1, cores)
        text = TextIndexBuilder(
            fields: SupplierPartReader.fields(weights), saturation: weights.saturation, means: means)
        try writer.begin(CatalogueIndex.Part.cards, of: UInt8.self, isChecked: false)
    }

    /// - Throws: `IndexImageWriter.Fault`.
    mutating func add(_ supplier: Supplier) throws {
        waiting.append(supplier)
        if waiting.count >= Self.most { try readWaiting() }
    }

    /// SIRETs of the suppliers so far.
    ///
    /// - Throws: `IndexImageWriter.Fault`.
    mutating func knownSirets() throws -> Set<String> {
        try readWaiting()
        return Set(sirets)
    }

    // MARK: Reading

    private mutating func readWaiting() throws {
        guard !waiting.isEmpty else { return }
        let suppliers = waiting
        waiting.removeAll(keepingCapacity: true)
        let starts = Array(stride(from: 0, to: suppliers.count, by: Self.piece))
        while readers.count < min(cores, starts.count) {
            readers.append(SupplierPartReader(vocabulary: vocabulary, weights: weights))
        }
        let readers = readers
        let parts = Mutex([(part: SupplierPart, reader: Int)?](repeating: nil, count: starts.count))
        let next = Atomic(0)
        // A reader each, which takes the next piece whenever it is done with one.
        DispatchQueue.concurrentPerform(iterations: readers.count) { reader in
            while true {
                let piece = next.add(1, ordering: .relaxed).oldValue
                guard piece < starts.count else { return }
                let end = min(starts[piece] + Self.piece, suppliers.count)
                let part = readers[reader].read(suppliers[starts[piece]..<end])
                parts.withLock { $0[piece] = (part, reader) }
            }
        }
        for case let read? in parts.withLock({ $0 }) { try append(read.part, reader: read.reader) }
    }

    private mutating func append(_ part: SupplierPart, reader number: Int) throws {
        precondition(seats.count + part.count <= Posting.mostDocuments)
        let reader = readers[number]
        keys += part.keys
        sirets += part.sirets
        traits += part.traits
        for var seat in part.seats {
            if seat.zones != Seat.none {
                let shared = zones.number(of: Int(seat.zones), reader: number) { reader.zones[$0] }
                seat.zones = UInt16(exactly: shared) ?? Seat.none
            }
            seats.append(seat)
        }
        for group in part.groups {
            let shared = groups.number(of: Int(group), reader: number) { reader.groups[$0] }
            if shared == groupMembers.count { groupMembers.append(UInt32(standings.count)) }
            standings.append(Standing(group: UInt32(shared), rank: 0))
        }
        for activity in part.activities {
            activityOf.append(
                activity == Seat.none
                    ? Seat.none
                    : UInt16(activities.number(of: Int(activity), reader: number) { reader.activities[$0] }))
        }
        codeEnds += part.codeEnds.map { $0 + allCodes.count }
        for code in part.codes {
            let shared = branches.number(of: code.document, reader: number) { reader.branches[$0] }
            allCodes.append(.init(document: shared, strength: UInt8(code.strength)))
        }
        allEvidence += part.evidence
        let first = writer.countOfSection
        var start = 0
        for end in part.cardEnds {
            cardRanges.append(.init(part.cards[start..<end], at: first + UInt64(start)))
            start = end
        }
        try writer.append(part.cards)
        text.append(part.text, reader: number)
    }

    // MARK: The index

    /// Writes what has been read.
    ///
    /// - Parameters:
    ///   - references: contracts won, of any supplier.
    ///   - fingerprint: of what the index is made.
    /// - Throws: `IndexImageWriter.Fault`.
    mutating func finish(references: [Reference], fingerprint: UInt64) throws -> CatalogueIndex {
        typealias Part = CatalogueIndex.Part
        try readWaiting()
        let map = SupplierMap(zones: zones.values)
        let keyOrder = keys.indices.sorted { keys[$0] < keys[$1] }
        for (rank, arrival) in keyOrder.enumerated() { standings[arrival].rank = UInt32(rank) }
        // Places in the map first, then keys.
        let order = seats.indices.map { (map.order(of: seats[$0]) << 32 | UInt64(standings[$0].rank), UInt32($0)) }
            .sorted { $0.0 < $1.0 }.map(\.1)
        var place = [UInt32](repeating: 0, count: order.count)
        for (number, arrival) in order.enumerated() { place[Int(arrival)] = UInt32(number) }

        try writer.add(Part.cardRanges, order.map { cardRanges[Int($0)] })
        let ordered = order.map { seats[Int($0)] }
        try writer.add(Part.seats, ordered)
        try writer.add(Part.zones, zones.values)
        let orderedTraits = order.map { traits[Int($0)] }
        try writer.add(Part.traits, orderedTraits.map(\.rawValue))
        let blocks = map.blocks(of: ordered, smallest: smallestBlock, largest: Self.largestBlock)
        let blockEnds = blocks.map(\.end)
        try writer.add(Part.blocks, blocks)
        try UnknownTradeIndex.write(ordered, orderedTraits, map, to: writer, at: Part.unknownTrades)
        try writer.add(Part.keyOrder, keyOrder.map { place[$0] })
        try writer.add(Part.standings, order.map { standings[Int($0)] })
        try writer.add(Part.tradeStems, StemSet.hashes(of: TradeVocabulary.tradeStems))
        try writer.add(Part.groups, groupMembers.map { place[Int($0)] })
        try writeCodes(order, blockEnds)
        try writeActivities(order.map { activityOf[Int($0)] }, blockEnds)
        let terms = readers.map { reader in
            TextIndexBuilder.Terms(count: reader.terms.count) { reader.terms.key(of: $0) }
        }
        try writer.add(Part.fieldMeans, text.means)
        try text.write(terms: terms, order: order, blockEnds: blockEnds, at: Part.text, to: writer)
        let owners =
            references.isEmpty
            ? [:] : Dictionary(zip(sirets, place), uniquingKeysWith: { first, _ in first })
        try ReferenceIndex.write(
            references, owners: owners, reader: TermReader(vocabulary.analyser), weights: weights, to: writer,
            at: Part.references)
        return CatalogueIndex(try writer.finish(fingerprint: fingerprint))
    }

    private func writeCodes(_ order: [UInt32], _ blockEnds: [UInt32]) throws {
        typealias Part = CatalogueIndex.Part
        var starts: [UInt32] = [0]
        var ordered: [CatalogueIndex.Code] = []
        ordered.reserveCapacity(allCodes.count)
        var evidence: [CodeEvidence] = []
        evidence.reserveCapacity(allCodes.count)
        var byBranch = [[Posting]](repeating: [], count: branches.values.count)
        for (number, arrival) in order.enumerated() {
            let own = (arrival == 0 ? 0 : codeEnds[Int(arrival) - 1])..<codeEnds[Int(arrival)]
            evidence += allEvidence[own]
            for code in allCodes[own] {
                ordered.append(code)
                byBranch[code.document].append(Posting(document: number, strength: UInt8(code.strength)))
            }
            starts.append(UInt32(ordered.count))
        }
        try writer.add(Part.codeStarts, starts)
        try writer.add(Part.codes, ordered)
        try writer.add(Part.codeEvidence, evidence)
        let names = branches.values.map { String(decoding: $0.digits, as: UTF8.self) }.joined(separator: " ")
        try writer.add(Part.branchBytes, Array(names.utf8))
        try writeLists(byBranch, blockEnds, at: Part.branchLists)
    }

    private func writeActivities(_ activityOf: [UInt16], _ blockEnds: [UInt32]) throws {
        typealias Part = CatalogueIndex.Part
        var byActivity = [[Posting]](repeating: [], count: activities.values.count)
        try writer.add(Part.activities, activityOf)
        for (number, activity) in activityOf.enumerated() where activity != Seat.none {
            byActivity[Int(activity)].append(Posting(document: number, strength: .max))
        }
        let names = activities.values.map(\.code).joined(separator: " ")
        try writer.add(Part.activityBytes, Array(names.utf8))
        try writeLists(byActivity, blockEnds, at: Part.activityLists)
    }

    private func writeLists(_ lists: [[Posting]], _ blockEnds: [UInt32], at part: UInt32) throws {
        var starts: [UInt32] = [0]
        for list in lists { starts.append(starts[starts.count - 1] + UInt32(list.count)) }
        try PostingLists.write(
            starts: starts, postings: Array(lists.joined()), blockEnds: blockEnds, at: part, to: writer)
    }
}
