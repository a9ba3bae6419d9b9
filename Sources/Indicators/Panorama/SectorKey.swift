import Catalog
import Nomenclature
import Wording

/// A sector of a structure: declared, in the words of the Marché de l'inclusion; else told from its NAF code.
struct SectorKey: Hashable {
    /// Where the sector comes from; rows of different origins are never added up silently.
    enum Origin: Int, Comparable {
        case declared, naf, unknown

        static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
    }

    var origin: Origin
    /// Stable key of the coarse row, and its label: a group of the Marché, a section of the NAF.
    var group: String
    var groupLabel: Phrase
    /// The same of the fine row: a sector of the Marché, a division of the NAF.
    var detail: String
    var detailLabel: Phrase

    static let unknown = SectorKey(
        origin: .unknown, group: PanoramaBreakdown.unknown, groupLabel: Phrase("Non renseigné", "Not known"),
        detail: PanoramaBreakdown.unknown, detailLabel: Phrase("Non renseigné", "Not known"))

    /// All sectors declared; when there is none, the one of the NAF code, which many structures of insertion are given
    /// whatever their trade. Never empty.
    static func of(_ supplier: Supplier) -> [SectorKey] {
        if !supplier.sectors.isEmpty { return supplier.sectors.map(declared) }
        guard let naf = supplier.naf, let section = NAFSection(naf) else { return [unknown] }
        let table = NAFTable.shared
        let division = table.divisionLabel(naf) ?? table.label(prefix: naf.division) ?? naf.division
        return [
            SectorKey(
                origin: .naf, group: "naf:" + section.rawValue, groupLabel: section.name,
                detail: "naf:" + naf.division, detailLabel: Phrase(verbatim: naf.division + " " + division))
        ]
    }

    private static func declared(_ name: String) -> SectorKey {
        let known = Sector.named(name)
        return SectorKey(
            origin: .declared, group: known.map { "group:" + $0.group } ?? "group:other",
            groupLabel: known.map { Phrase(verbatim: $0.group) }
                ?? Phrase("Autre secteur déclaré", "Other declared sector"),
            detail: "sector:" + (known?.slug ?? name), detailLabel: Phrase(verbatim: name))
    }
}
