import Catalog
import Nomenclature

/// Suppliers of which nothing says what they do: half of the structures of integration and of disability in the official
/// lists. That nothing is known of a trade is no evidence against it.
enum UnknownTrade {
    /// Legal forms alone: most associations, mutuals and foundations sell nothing, and those who say nothing of what they
    /// do would hide the structures whose purpose is to work for others.
    private static let legalForms: Set<StructureKind> = [.association, .mutuelle, .fondation, .essCompany]

    /// Whether a supplier says its trade neither by a code, nor a sector, nor a description or offer, nor an activity
    /// (NAF) that tells one, nor its name.
    ///
    /// - Parameter concepts: keys of the concepts of the lexicon that its name and brand speak of.
    static func `is`(of supplier: Supplier, concepts: [String]) -> Bool {
        guard supplier.cpv.isEmpty, supplier.sectors.isEmpty, supplier.description.isEmpty, supplier.offers.isEmpty,
            supplier.naf.map({ CPVAffinity.uninformative.contains($0.code) }) ?? true,
            concepts.allSatisfy({ TradeVocabulary.purposeConcepts.contains(String($0.dropFirst())) })
        else { return false }
        let kinds = supplier.kinds.map(\.kind)
        return kinds.isEmpty || !supplier.esus.isEmpty || !kinds.allSatisfy { legalForms.contains($0) }
    }
}
