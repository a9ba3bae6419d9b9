import Catalog
import FrenchText
import Nomenclature

/// Suppliers that follow each other, as one ``SupplierPartReader`` has read them. Zones, branches, activities and groups go
/// by the numbers of that reader, as do the terms.
struct SupplierPart: Sendable {
    var keys: [String] = []
    var sirets: [String] = []
    var seats: [Seat] = []
    var traits: [Traits] = []
    var groups: [UInt32] = []
    /// ``Seat/none`` for a supplier without one.
    var activities: [UInt16] = []
    var codes: [CatalogueIndex.Code] = []
    /// What suggests each of the codes.
    var evidence: [CodeEvidence] = []
    /// Where the codes of each supplier end.
    var codeEnds: [Int] = []
    var cards: [UInt8] = []
    /// Where the card of each supplier ends.
    var cardEnds: [Int] = []
    var text: TextIndexPart

    /// Number of suppliers.
    var count: Int { seats.count }
}

/// Reads suppliers into parts of an index. It remembers what it has met, so that what many suppliers have in common is read
/// once. Used by one thread at a time.
final class SupplierPartReader: @unchecked Sendable {
    let terms: TermReader
    /// Sets of départements met, each once.
    var zones: [CatalogueIndex.Zones] { places.zones }
    /// Branches of the CPV met.
    var branches: [CodePrefix] { codes.branches }
    /// Activities met.
    private(set) var activities: [NAF] = []
    /// How eligibility looks at the suppliers met, each way once.
    private(set) var groups: [SupplierStanding.Group] = []

    private let weights: Weights
    private var text: TextIndexPartMaker
    private var places = SeatMaker()
    private var codes: SupplierCodes
    private var activityNumbers: [NAF: UInt16] = [:]
    private var activityTerms: [[TermReader.Occurrence]] = []
    private var sectorTerms: [String: [TermReader.Occurrence]] = [:]
    private var groupNumbers: [SupplierStanding.Group: UInt32] = [:]
    // Emptied and filled again for each supplier.
    private var nameTerms: [TermReader.Occurrence] = []
    private var offerTerms: [TermReader.Occurrence] = []
    private var sectorsTerms: [TermReader.Occurrence] = []

    /// Name, sectors, description with offers, activity.
    static func fields(_ weights: Weights) -> [FieldSettings] {
        [weights.nameField, weights.sectorField, weights.offerField, weights.activityField]
    }

    init(vocabulary: TradeVocabulary, weights: Weights) {
        self.weights = weights
        terms = TermReader(vocabulary.analyser)
        text = TextIndexPartMaker(fieldCount: Self.fields(weights).count)
        codes = SupplierCodes(vocabulary: vocabulary, weights: weights)
    }

    func read(_ suppliers: ArraySlice<Supplier>) -> SupplierPart {
        var part = SupplierPart(text: text.take())
        suppliers.withUnsafeBufferPointer { suppliers in
            // In place: a copy of a supplier counts thirty references.
            for place in suppliers.indices { read(suppliers[place], into: &part) }
        }
        part.text = text.take()
        return part
    }

    private func read(_ supplier: Supplier, into part: inout SupplierPart) {
        var seat = places.seat(of: supplier)
        if let size = CapacityCriterion.Size(supplier, weights: weights) { seat.turnover = Float(size.turnover) }
        var traits: Traits = supplier.lendsStaff ? .lendsStaff : []
        if supplier.description.isEmpty, supplier.offers.isEmpty { traits.insert(.isSilent) }
        part.seats.append(seat)
        part.keys.append(supplier.key)
        part.sirets.append(supplier.siret?.text ?? supplier.key)
        part.groups.append(group(of: supplier))
        part.activities.append(activity(of: supplier))
        readWords(of: supplier, into: &part)
        let concepts = nameTerms.lazy.filter(\.isConcept).map { [terms] in terms.key(of: $0.term) }
        if UnknownTrade.is(of: supplier, concepts: Array(concepts)) { traits.insert(.hasUnknownTrade) }
        part.traits.append(traits)
        SupplierCard.append(supplier, to: &part.cards)
        part.cardEnds.append(part.cards.count)
    }

    private func readWords(of supplier: Supplier, into part: inout SupplierPart) {
        nameTerms.removeAll(keepingCapacity: true)
        offerTerms.removeAll(keepingCapacity: true)
        terms.read(SupplierWords.names(supplier), without: supplier.city, into: &nameTerms)
        terms.read(SupplierWords.offers(supplier), into: &offerTerms)
        text.add(nameTerms, field: 0)
        readSectors(supplier.sectors)
        text.add(sectorsTerms, field: 1)
        text.add(offerTerms, field: 2)
        if let activity = part.activities.last, activity != Seat.none {
            text.add(activityTerms[Int(activity)], field: 3)
        } else {
            text.add([], field: 3)
        }
        text.endDocument()
        let offers = offerTerms.count
        offerTerms += nameTerms
        codes.read(supplier, concepts: offerTerms, offers: offers, reader: terms, into: &part.codes, &part.evidence)
        part.codeEnds.append(part.codes.count)
    }

    /// Sectors are few and many suppliers have the same.
    private func readSectors(_ sectors: [String]) {
        sectorsTerms.removeAll(keepingCapacity: true)
        for sector in sectors {
            if let known = sectorTerms[sector] {
                sectorsTerms += known
                continue
            }
            var read: [TermReader.Occurrence] = []
            terms.read(SupplierWords.sector(sector), into: &read)
            sectorTerms[sector] = read
            sectorsTerms += read
        }
    }

    private func activity(of supplier: Supplier) -> UInt16 {
        guard let naf = SupplierWords.activity(of: supplier) else { return Seat.none }
        if let known = activityNumbers[naf] { return known }
        let number = UInt16(activities.count)
        activityNumbers[naf] = number
        activities.append(naf)
        var read: [TermReader.Occurrence] = []
        terms.read(SupplierWords.activity(naf), into: &read)
        activityTerms.append(read)
        return number
    }

    private func group(of supplier: Supplier) -> UInt32 {
        let group = SupplierStanding.Group(supplier)
        if let known = groupNumbers[group] { return known }
        let number = UInt32(groups.count)
        groupNumbers[group] = number
        groups.append(group)
        return number
    }
}
