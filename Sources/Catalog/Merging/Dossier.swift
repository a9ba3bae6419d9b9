import Nomenclature
import Wording

/// All that is known of an enterprise and its structures: what the catalogue retains, what it does not, and who says it.
public struct Dossier: Sendable {
    public let enterprise: Enterprise
    /// The structures of the catalogue asked for; empty when the catalogue has none of the kind.
    public let structures: [Sheet]
    /// The other structures of the enterprise: what they hold is not held by those asked for.
    public let sisters: [Supplier]
    /// What the sources say of the enterprise as a whole.
    public let facts: [Fact]
    /// Every record of the enterprise, most believed first.
    public let records: [SupplierRecord]

    /// One structure, with what each source says of it.
    public struct Sheet: Sendable {
        public let supplier: Supplier
        public let facts: [Fact]
    }

    /// One thing that sources say, with every value that they give it.
    public struct Fact: Sendable, Hashable {
        public let name: Phrase
        /// The retained value first, then the others, most believed first.
        public let values: [Value]

        /// Whether sources differ.
        public var isConflict: Bool { values.count > 1 }
    }

    /// A value and who gives it.
    public struct Value: Sendable, Hashable {
        public let text: Phrase
        public let evidence: [Evidence]
        public let isRetained: Bool
    }

    /// - Parameters:
    ///   - records: all that is known of one SIREN, as for ``Merger/suppliers(of:)``.
    ///   - asked: the SIRET or key asked for; `nil` for all the structures of the enterprise.
    public init(records: [SupplierRecord], asked: String? = nil) {
        let readings = Preference.sorted(records)
        let enterprise = EnterpriseMerger.enterprise(readings)
        var structures: [Sheet] = []
        var sisters: [Supplier] = []
        for structure in Establishments(readings, enterprise).structures {
            let supplier = StructureMerger.supplier(structure, of: enterprise, readings)
            if let asked, asked != supplier.key, asked != supplier.siret?.text {
                sisters.append(supplier)
            } else {
                let about = structure.own + structure.shared
                structures.append(
                    Sheet(supplier: supplier, facts: FactFields.ofStructure.compactMap { $0.fact(about, supplier) }))
            }
        }
        self.enterprise = enterprise
        self.structures = structures
        self.sisters = sisters
        facts = FactFields.ofEnterprise.compactMap { $0.fact(readings, enterprise) }
        self.records = readings.map(\.record)
    }
}
