import Catalog
import FrenchText
import Nomenclature

/// An index kept in a file, and made anew when what it was made of has changed.
extension CatalogueIndex {
    /// Identifies what an index is made of: the state of its sources, the weights, the vocabulary, the form of the index.
    public static func fingerprint(stamp: String, weights: Weights) -> UInt64 {
        var hash = StableHash()
        hash.add(version)
        hash.add(UInt64(SupplierCard.version))
        hash.add(stamp)
        hash.add(weights.summary)
        for concept in TradeConcept.all {
            hash.add(concept.id)
            for term in concept.terms + concept.cpvPrefixes { hash.add(term) }
        }
        return hash.value
    }

    /// The index of a file, when it is there, whole and made of the same.
    public static func open(_ path: String, fingerprint: UInt64) -> CatalogueIndex? {
        IndexImage.map(path, fingerprint: fingerprint).map { CatalogueIndex($0) }
    }

    /// Makes an index of suppliers that come one by one.
    ///
    /// - Parameters:
    ///   - path: where to keep it; in memory when it is `nil` or cannot be written, which only costs making it again.
    ///   - suppliers: calls its argument with each supplier.
    ///   - references: the contracts won by the suppliers with these SIRETs.
    ///   - cores: how many read suppliers at once; as many as there are when it is not given.
    /// - Throws: what `suppliers` and `references` throw.
    public static func build(
        path: String?, fingerprint: UInt64, weights: Weights,
        suppliers: ((Supplier) throws -> Void) throws -> Void,
        references: (Set<String>) throws -> [Reference], cores: Int? = nil
    ) throws -> CatalogueIndex {
        do {
            let writer = try IndexImageWriter(path: path)
            var builder = try CatalogueIndexBuilder(
                vocabulary: .shared, weights: weights, writer: writer, cores: cores ?? ProcessorCount.available)
            try suppliers { try builder.add($0) }
            return try builder.finish(references: references(builder.knownSirets()), fingerprint: fingerprint)
        } catch is IndexImageWriter.Fault where path != nil {
            return try build(
                path: nil, fingerprint: fingerprint, weights: weights, suppliers: suppliers, references: references,
                cores: cores)
        }
    }
}

/// FNV-1a in 64 bits: the same for the same texts, on every run.
struct StableHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0xFF as UInt8)
    }

    mutating func add(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
