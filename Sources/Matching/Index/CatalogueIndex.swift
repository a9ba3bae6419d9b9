import Catalog
import FrenchText
import Nomenclature

/// What the ranking needs of a catalogue, in flat arrays of an ``IndexImage``: the words, codes, place and size of each
/// supplier, and a card with all that is shown of it. Opened by mapping a file: nothing is read before it is used.
///
/// Suppliers stand in the order of the map (régions, départements, communes), so that a block of them is a piece of
/// country, and whole blocks can be shown to be too far to enter an answer.
public final class CatalogueIndex: Sendable {
    /// Changes whenever the meaning of a section does.
    static let version: UInt64 = 4

    /// Numbers of the sections.
    enum Part {
        static let seats: UInt32 = 1
        static let codeStarts: UInt32 = 2
        static let codes: UInt32 = 3
        static let codeEvidence: UInt32 = 5
        static let branchBytes: UInt32 = 4
        static let branchLists: UInt32 = 60
        static let activityBytes: UInt32 = 8
        static let activityLists: UInt32 = 70
        static let zones: UInt32 = 12
        static let standings: UInt32 = 13
        static let cardRanges: UInt32 = 14
        static let cards: UInt32 = 15
        static let blocks: UInt32 = 16
        // These take several.
        static let text: UInt32 = 20
        static let traits: UInt32 = 17
        static let groups: UInt32 = 18
        static let activities: UInt32 = 19
        static let keyOrder: UInt32 = 40
        static let tradeStems: UInt32 = 41
        static let references: UInt32 = 80
        static let unknownTrades: UInt32 = 120
        static let fieldMeans: UInt32 = 140
    }

    /// Suppliers that follow each other, with the piece of country that holds them. Without gaps, whose bytes would be
    /// whatever the memory held before.
    struct Block: BitwiseCopyable, Sendable {
        var start: UInt32
        var end: UInt32
        var gap: UInt64 = 0
        var centre: SIMD4<Float>
        /// Straight line from the centre to the farthest supplier.
        var radius: Float
        /// The widest radius declared, km.
        var widest: Float
        /// Départements that a supplier of the block is in, and those that one declares.
        var own: Zones
        var declared: Zones
        /// Whether a supplier of the block works in all of France.
        var hasNational: Bool
        /// Whether a supplier could not be placed, and whether of one the département or the zones are not known.
        var hasUnplaced: Bool
        var hasUnknown: Bool
        var lastGap: (UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0)
    }

    /// Départements, one bit each, by their places in the map.
    struct Zones: BitwiseCopyable, Hashable, Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        mutating func insert(_ departement: Int) {
            if departement < 64 { low |= 1 << UInt64(departement) } else { high |= 1 << UInt64(departement - 64) }
        }

        func shared(with other: Zones) -> Int {
            (low & other.low).nonzeroBitCount + (high & other.high).nonzeroBitCount
        }

        mutating func formUnion(_ other: Zones) {
            low |= other.low
            high |= other.high
        }

        func contains(_ departement: Int) -> Bool {
            departement < 64
                ? low >> UInt64(departement) & 1 == 1 : departement < 128 && high >> UInt64(departement - 64) & 1 == 1
        }
    }

    /// Where the card of a supplier stands.
    struct CardRange: BitwiseCopyable, Sendable {
        let start: UInt64
        let count: UInt32
        /// Tells whether the card is the one that was written.
        let check: UInt32

        init(_ card: ArraySlice<UInt8>, at start: UInt64) {
            self.start = start
            count = UInt32(card.count)
            check = card.withUnsafeBytes { Checksum.short($0) }
        }
    }

    /// A branch of the CPV that a supplier is taken to work in: its place among the branches, and the trust in it.
    typealias Code = Posting

    let image: IndexImage
    let text: TextIndex
    nonisolated(unsafe) let seats: UnsafeBufferPointer<Seat>
    nonisolated(unsafe) private let traits: UnsafeBufferPointer<UInt8>
    nonisolated(unsafe) let standings: UnsafeBufferPointer<Standing>
    /// The place of each supplier's activity in ``activities``, or `Seat.none`.
    nonisolated(unsafe) let activityOf: UnsafeBufferPointer<UInt16>
    nonisolated(unsafe) let codeStarts: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) let codes: UnsafeBufferPointer<Code>
    /// What suggests each of the codes.
    nonisolated(unsafe) let codeEvidence: UnsafeBufferPointer<CodeEvidence>
    nonisolated(unsafe) let zones: UnsafeBufferPointer<Zones>
    /// A supplier that stands for each group whose members every eligibility rule judges alike.
    nonisolated(unsafe) let groups: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) let blocks: UnsafeBufferPointer<Block>
    /// Suppliers by the order of their keys.
    nonisolated(unsafe) let keyOrder: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) private let cardRanges: UnsafeBufferPointer<CardRange>
    nonisolated(unsafe) private let cards: UnsafeBufferPointer<UInt8>
    /// Branches of the CPV that occur.
    let branches: [CodePrefix]
    let branchLists: PostingLists
    /// Activities that occur.
    let activities: [NAF]
    let activityLists: PostingLists
    let references: ReferenceIndex
    /// Stems of the words by which trades are named.
    let tradeStems: StemSet
    let unknownTrades: UnknownTradeIndex
    /// Mean length of each field in words, see `TextIndexBuilder`: those who are not in the index are measured by it.
    let fieldMeans: [Float]

    init(_ image: IndexImage) {
        self.image = image
        seats = image.values(Part.seats, as: Seat.self)
        text = TextIndex(image, at: Part.text, count: seats.count)
        codeStarts = image.values(Part.codeStarts, as: UInt32.self)
        codes = image.values(Part.codes, as: Code.self)
        codeEvidence = image.values(Part.codeEvidence, as: CodeEvidence.self)
        zones = image.values(Part.zones, as: Zones.self)
        traits = image.values(Part.traits, as: UInt8.self)
        standings = image.values(Part.standings, as: Standing.self)
        activityOf = image.values(Part.activities, as: UInt16.self)
        groups = image.values(Part.groups, as: UInt32.self)
        blocks = image.values(Part.blocks, as: Block.self)
        keyOrder = image.values(Part.keyOrder, as: UInt32.self)
        cardRanges = image.values(Part.cardRanges, as: CardRange.self)
        cards = image.values(Part.cards, as: UInt8.self)
        branches = Self.words(image.values(Part.branchBytes, as: UInt8.self)).map { CodePrefix($0) }
        branchLists = PostingLists(image, at: Part.branchLists)
        activities = Self.words(image.values(Part.activityBytes, as: UInt8.self)).compactMap { NAF($0) }
        activityLists = PostingLists(image, at: Part.activityLists)
        references = ReferenceIndex(image, at: Part.references)
        tradeStems = StemSet(image.values(Part.tradeStems, as: UInt64.self))
        unknownTrades = UnknownTradeIndex(image, at: Part.unknownTrades)
        fieldMeans = Array(image.values(Part.fieldMeans, as: Float.self))
    }

    /// Words separated by spaces.
    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
    }

    /// Number of suppliers.
    public var count: Int { seats.count }

    @inline(__always) func traits(of number: Int) -> Traits { Traits(rawValue: traits[number]) }

    /// All that is shown of a supplier.
    func supplier(_ number: Int) -> Supplier {
        let range = cardRanges[number]
        let card = UnsafeBufferPointer(rebasing: cards[Int(range.start)..<Int(range.start) + Int(range.count)])
        // Too many to be checked when the index is opened. What can be read is shown, and the next run makes the index anew.
        if Checksum.short(UnsafeRawBufferPointer(card)) != range.check { image.discard() }
        return SupplierCard.read(card)
    }
}
