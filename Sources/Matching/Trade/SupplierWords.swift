import Catalog
import FrenchText
import Nomenclature

/// What a supplier says of itself, field by field.
enum SupplierWords {
    /// A sector as it is read: « Autre (Propreté) » says the group, not « autre »; an open list in brackets (« Nettoyage
    /// spécifique (chantiers, hôtellerie...) ») gives examples of where, and does not say that all of it is done.
    static func sector(_ name: String) -> String {
        if name.hasPrefix("Autre (") { return String(name.dropFirst(7)) }
        guard let start = name.firstIndex(of: "("), let end = name[start...].firstIndex(of: ")") else { return name }
        let list = name[start..<end]
        guard list.hasSuffix("...") || list.hasSuffix("…") || list.hasSuffix("etc.") else { return name }
        return String(name[..<start] + name[name.index(after: end)...])
    }

    /// Name and brand.
    static func names(_ supplier: Supplier) -> String {
        let name = withoutSeat(supplier.name)
        return supplier.brand.isEmpty || supplier.brand == supplier.name
            ? name : name + ". " + withoutSeat(supplier.brand)
    }

    private static let seatEndings = [" siège", " siège social", " (siège)", " (siège social)"].flatMap { ending in
        [ending, Folding.fold(ending)]
    }

    /// « Garage Martinet Siège » has its head office there, and makes no chairs.
    private static func withoutSeat(_ name: String) -> String {
        guard mayEndWithSeat(name) else { return name }
        let words = name.lowercased()
        guard let ending = seatEndings.first(where: words.hasSuffix) else { return name }
        return String(name.dropLast(ending.count))
    }

    /// Names come by the hundred thousand: nearly all are told by their last letters.
    private static func mayEndWithSeat(_ name: String) -> Bool {
        var last = name.utf8.suffix(3)
        if last.last == UInt8(ascii: ")") { last = last.dropLast() }
        let letters = last.suffix(2).map { $0 | 0x20 }
        return letters.elementsEqual("ge".utf8) || letters.elementsEqual("al".utf8)
    }

    /// Description and offers.
    static func offers(_ supplier: Supplier) -> String {
        supplier.offers.isEmpty
            ? supplier.description : ([supplier.description] + supplier.offers).joined(separator: ".\n")
    }

    /// The activity of a supplier, where it may say its trade: those of insertion and of disability are registered as social
    /// work whatever they do.
    static func activity(of supplier: Supplier) -> NAF? {
        guard let naf = supplier.naf, CPVAffinity.uninformative.contains(naf.code) else { return supplier.naf }
        return supplier.kinds.contains { employingKinds.contains($0.kind) } ? nil : naf
    }

    /// Kinds that are approved for whom they employ, whatever their trade.
    private static let employingKinds: Set<StructureKind> = [
        .ei, .aci, .ai, .etti, .eiti, .ea, .eatt, .esat, .geiq,
    ]

    /// The label of an activity; empty where it names no trade.
    static func activity(_ naf: NAF) -> String {
        CPVAffinity.uninformative.contains(naf.code) ? "" : NAFTable.shared.label(naf) ?? ""
    }
}
