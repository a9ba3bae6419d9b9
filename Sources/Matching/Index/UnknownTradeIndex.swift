import FrenchText

/// The suppliers of a catalogue whose trade is not known, in blocks of their own: small pieces of country, of which a need
/// reads only the nearest.
struct UnknownTradeIndex: Sendable {
    private enum Part {
        static let numbers: UInt32 = 0
        static let blocks: UInt32 = 1
    }

    /// Numbers of the suppliers, ascending: the order of the map.
    nonisolated(unsafe) let numbers: UnsafeBufferPointer<UInt32>
    /// Their start and end are places among ``numbers``.
    nonisolated(unsafe) let blocks: UnsafeBufferPointer<CatalogueIndex.Block>

    /// Suppliers of a block at least, where the département has so many, and at most.
    private static let smallest = 32
    private static let largest = 512

    init(_ image: IndexImage, at first: UInt32) {
        numbers = image.values(first + Part.numbers, as: UInt32.self)
        blocks = image.values(first + Part.blocks, as: CatalogueIndex.Block.self)
    }

    /// - Parameters:
    ///   - seats: those of all suppliers by their numbers; `traits` likewise.
    static func write(
        _ seats: [Seat], _ traits: [Traits], _ map: SupplierMap, to writer: IndexImageWriter, at first: UInt32
    ) throws {
        let numbers = seats.indices.filter { traits[$0].contains(.hasUnknownTrade) }
        try writer.add(first + Part.numbers, numbers.map { UInt32($0) })
        try writer.add(
            first + Part.blocks,
            map.blocks(of: numbers.map { seats[$0] }, smallest: smallest, largest: largest))
    }
}
