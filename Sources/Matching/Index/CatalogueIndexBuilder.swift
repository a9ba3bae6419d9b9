import Catalog
import FrenchText
import Nomenclature

/// Builds a ``CatalogueIndex`` supplier by supplier; none of them is kept, so that a catalogue of any size can be read
/// through. The same suppliers in the same order give the same bytes; in another order, the same answers.
struct CatalogueIndexBuilder {
    private let vocabulary: TradeVocabulary
    private let weights: Weights
    private let writer: IndexImageWriter
    private let reader: TermReader
    private var text: TextIndexBuilder
    private var places = SeatMaker()
    private var codes: SupplierCodes
    private var keys: [String] = []
    private var sirets: [String] = []
    private var seats: [Seat] = []
    private var positions: [SIMD4<Float>] = []
    private var standings: [Standing] = []
    private var activityOf: [UInt16] = []
    private var codeEnds: [Int] = []
    private var allCodes: [CatalogueIndex.Code] = []
    private var cardRanges: [CatalogueIndex.CardRange] = []
    private var cards: [UInt8] = []
    private var activities: [NAF: UInt16] = [:]
    private var activityTerms: [UInt16: [TermReader.Occurrence]] = [:]
    private var sectorTerms: [String: [TermReader.Occurrence]] = [:]
    private var groups: [SupplierStanding.Group: UInt32] = [:]
    /// The first supplier of each group.
    private var groupMembers: [UInt32] = []

    private static let cardsWritten = 1 << 20
    /// Suppliers of a block at most: its sums stay in the caches, and the lists are still read in long runs.
    static let largestBlock = 16_384
    private let smallestBlock: Int

    /// - Parameters:
    ///   - writer: where the index goes.
    ///   - smallestBlock: suppliers of a block at least.
    /// - Throws: `IndexImageWriter.Fault`.
    init(
        vocabulary: TradeVocabulary, weights: Weights, writer: IndexImageWriter, smallestBlock: Int = 1_024
    ) throws {
        self.smallestBlock = smallestBlock
        self.vocabulary = vocabulary
        self.weights = weights
        self.writer = writer
        reader = TermReader(vocabulary.analyser)
        text = TextIndexBuilder(
            fields: [weights.nameField, weights.sectorField, weights.offerField, weights.activityField],
            saturation: weights.saturation)
        codes = SupplierCodes(vocabulary: vocabulary, weights: weights)
        try writer.begin(CatalogueIndex.Part.cards, of: UInt8.self)
    }

    /// - Throws: `IndexImageWriter.Fault`.
    mutating func add(_ supplier: Supplier) throws {
        precondition(seats.count < Posting.mostDocuments)
        let placed = places.seat(of: supplier)
        var seat = placed.seat
        if let size = CapacityCriterion.Size(supplier, weights: weights) { seat.turnover = Float(size.turnover) }
        if supplier.lendsStaff { seat.flags.insert(.lendsStaff) }
        if supplier.description.isEmpty, supplier.offers.isEmpty { seat.flags.insert(.isSilent) }
        if readWords(of: supplier) { seat.flags.insert(.hasUnknownTrade) }
        standings.append(Standing(group: group(of: supplier), rank: 0))
        seats.append(seat)
        positions.append(placed.position)
        keys.append(supplier.key)
        sirets.append(supplier.siret?.text ?? supplier.key)

        let start = cards.count
        SupplierCard.append(supplier, to: &cards)
        cardRanges.append(.init(start: writer.countOfSection + UInt64(start), count: UInt64(cards.count - start)))
        if cards.count >= Self.cardsWritten { try flushCards() }
    }

    private mutating func flushCards() throws {
        try writer.append(cards)
        cards.removeAll(keepingCapacity: true)
    }

    /// SIRETs of the suppliers so far.
    var knownSirets: Set<String> { Set(sirets) }

    // MARK: Words and codes

    /// Whether nothing says the trade.
    private mutating func readWords(of supplier: Supplier) -> Bool {
        var name: [TermReader.Occurrence] = []
        reader.read(SupplierWords.names(supplier), without: supplier.city, into: &name)
        var offers: [TermReader.Occurrence] = []
        reader.read(SupplierWords.offers(supplier), into: &offers)
        text.add(name, field: 0)
        text.add(sectors(supplier.sectors), field: 1)
        text.add(offers, field: 2)
        text.add(activity(supplier.naf), field: 3)
        text.endDocument()
        codes.read(supplier, concepts: offers + name, offers: offers.count, reader: reader, into: &allCodes)
        codeEnds.append(allCodes.count)
        return UnknownTrade.is(of: supplier, concepts: name.filter(\.isConcept).map { reader.key(of: $0.term) })
    }

    /// Sectors are few and many suppliers have the same.
    private mutating func sectors(_ sectors: [String]) -> [TermReader.Occurrence] {
        var terms: [TermReader.Occurrence] = []
        for sector in sectors {
            if let known = sectorTerms[sector] {
                terms += known
                continue
            }
            var read: [TermReader.Occurrence] = []
            reader.read(SupplierWords.sector(sector), into: &read)
            sectorTerms[sector] = read
            terms += read
        }
        return terms
    }

    private mutating func activity(_ naf: NAF?) -> [TermReader.Occurrence] {
        guard let naf else {
            activityOf.append(Seat.none)
            return []
        }
        let number = activities[naf] ?? UInt16(activities.count)
        activities[naf] = number
        activityOf.append(number)
        if let known = activityTerms[number] { return known }
        var read: [TermReader.Occurrence] = []
        reader.read(SupplierWords.activity(naf), into: &read)
        activityTerms[number] = read
        return read
    }

    private mutating func group(of supplier: Supplier) -> UInt32 {
        let group = SupplierStanding.Group(supplier)
        if let known = groups[group] { return known }
        let number = UInt32(groups.count)
        groups[group] = number
        groupMembers.append(UInt32(seats.count))
        return number
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
        try flushCards()
        let keyOrder = keys.indices.sorted { keys[$0] < keys[$1] }
        for (rank, arrival) in keyOrder.enumerated() { standings[arrival].rank = UInt32(rank) }
        // Places in the map first, then keys.
        let order = seats.indices.map { (places.order(of: seats[$0]) << 32 | UInt64(standings[$0].rank), UInt32($0)) }
            .sorted { $0.0 < $1.0 }.map(\.1)
        var place = [UInt32](repeating: 0, count: order.count)
        for (number, arrival) in order.enumerated() { place[Int(arrival)] = UInt32(number) }

        try writer.add(Part.cardRanges, order.map { cardRanges[Int($0)] })
        let ordered = order.map { seats[Int($0)] }
        try writer.add(Part.seats, ordered)
        try writer.add(Part.zones, places.zones)
        let orderedPositions = order.map { positions[Int($0)] }
        try writer.add(Part.positions, orderedPositions)
        let blocks = places.blocks(
            of: ordered, at: orderedPositions, smallest: smallestBlock, largest: Self.largestBlock)
        let blockEnds = blocks.map(\.end)
        try writer.add(Part.blocks, blocks)
        try UnknownTradeIndex.write(ordered, orderedPositions, places, to: writer, at: Part.unknownTrades)
        try writer.add(Part.keyOrder, keyOrder.map { place[$0] })
        try writer.add(Part.standings, order.map { standings[Int($0)] })
        try writer.add(Part.groups, groupMembers.map { place[Int($0)] })
        try writeCodes(order, blockEnds)
        try writeActivities(order.map { activityOf[Int($0)] }, blockEnds)
        try text.write(
            key: { reader.key(of: $0) }, termCount: reader.count, order: order, blockEnds: blockEnds, at: Part.text,
            to: writer)
        let owners = Dictionary(zip(sirets, place), uniquingKeysWith: { first, _ in first })
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
        var byBranch = [[Posting]](repeating: [], count: codes.branches.count)
        for (number, arrival) in order.enumerated() {
            let first = arrival == 0 ? 0 : codeEnds[Int(arrival) - 1]
            for code in allCodes[first..<codeEnds[Int(arrival)]] {
                ordered.append(code)
                byBranch[code.document].append(Posting(document: number, strength: UInt8(code.strength)))
            }
            starts.append(UInt32(ordered.count))
        }
        try writer.add(Part.codeStarts, starts)
        try writer.add(Part.codes, ordered)
        let names = codes.branches.map { String(decoding: $0.digits, as: UTF8.self) }.joined(separator: " ")
        try writer.add(Part.branchBytes, Array(names.utf8))
        try writeLists(byBranch, blockEnds, at: Part.branchLists)
    }

    private func writeActivities(_ activityOf: [UInt16], _ blockEnds: [UInt32]) throws {
        typealias Part = CatalogueIndex.Part
        var byActivity = [[Posting]](repeating: [], count: activities.count)
        try writer.add(Part.activities, activityOf)
        for (number, activity) in activityOf.enumerated() where activity != Seat.none {
            byActivity[Int(activity)].append(Posting(document: number, strength: .max))
        }
        let names = activities.sorted { $0.value < $1.value }.map(\.key.code).joined(separator: " ")
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
