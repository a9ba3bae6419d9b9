import Catalog
import Nomenclature

/// What a supplier says of itself, field by field.
enum SupplierWords {
    /// A sector as it is read: « Autre (Propreté) » says the group, not « autre ».
    static func sector(_ name: String) -> String { name.hasPrefix("Autre (") ? String(name.dropFirst(7)) : name }

    /// Name and brand.
    static func names(_ supplier: Supplier) -> String {
        supplier.brand.isEmpty || supplier.brand == supplier.name
            ? supplier.name : supplier.name + ". " + supplier.brand
    }

    /// Description and offers.
    static func offers(_ supplier: Supplier) -> String {
        supplier.offers.isEmpty
            ? supplier.description : ([supplier.description] + supplier.offers).joined(separator: ".\n")
    }

    /// The label of an activity; empty where it names no trade.
    static func activity(_ naf: NAF) -> String {
        CPVAffinity.uninformative.contains(naf.code) ? "" : NAFTable.shared.label(naf) ?? ""
    }
}
