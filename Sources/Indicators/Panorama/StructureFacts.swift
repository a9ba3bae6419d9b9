import Catalog
import Nomenclature
import Wording

/// What the panorama reads of one structure, once.
struct StructureFacts {
    /// The numbers themselves, small enough to remember a million of them.
    var siret: UInt64?
    var siren: UInt32?
    var commune: Commune?
    var departement: String?
    /// Held on the day, and held until a day before it.
    var kinds: [StructureKind]
    var expiredKinds: [StructureKind]
    var family: OfferFamily
    var isInBothFamilies: Bool
    var legalFamily: PanoramaLegalFamily
    var esus: ESUSState
    var isESS: Bool?
    var size: StructureSize
    var sectors: [SectorKey]
    /// The newest day for which a source says anything of the structure or its enterprise.
    var lastSeen: Day?

    init(_ supplier: Supplier, on day: Day) {
        siret = supplier.siret.flatMap { UInt64($0.text) }
        siren = (supplier.siren ?? supplier.siret?.siren).flatMap { UInt32($0.text) }
        commune = supplier.communeCode.flatMap { Geography.shared.commune(code: $0) }
        departement = commune?.departement ?? supplier.departement
        kinds = supplier.kinds.filter { $0.isValid(on: day) }.map(\.kind)
        expiredKinds = supplier.kinds.filter { held in
            !held.isValid(on: day) && held.evidence.contains { $0.validTo.map { $0 < day } ?? false }
        }.map(\.kind)
        family = OfferFamily(supplier, on: day)
        isInBothFamilies = supplier.holds(.siae, on: day) && supplier.holds(.disability, on: day)
        legalFamily = PanoramaLegalFamily(supplier)
        esus = ESUSState(supplier.esus, on: day)
        isESS = supplier.ess.belongs
        size = StructureSize(supplier)
        sectors = SectorKey.of(supplier)
        let evidence = supplier.kinds.flatMap(\.evidence) + supplier.esus + [supplier.ess.evidence].compactMap { $0 }
        lastSeen = (evidence.compactMap(\.seen) + [supplier.lastSeen].compactMap { $0 }).max()
    }
}
