import Catalog
import Nomenclature
import Wording

/// A structure as the panorama counts it: what stands behind every figure.
public struct PanoramaStructure: Sendable, Hashable {
    public var key: String
    public var siret: Siret?
    public var siren: Siren?
    public var name: String
    public var city: String
    public var communeCode: String?
    public var departement: String?
    /// SIREN; `nil` where the commune is not known or belongs to none.
    public var epci: String?
    public var family: OfferFamily
    public var legalFamily: PanoramaLegalFamily
    public var kinds: [StructureKind]
    public var expiredKinds: [StructureKind]
    public var isESS: Bool?
    public var esus: ESUSState
    public var sectors: [String]
    public var naf: NAF?
    public var size: StructureSize
    public var lastSeen: Day?
    public var sources: [String]
    public var gaps: PanoramaGaps

    init(_ supplier: Supplier, _ facts: StructureFacts, _ gaps: PanoramaGaps) {
        key = supplier.key
        siret = supplier.siret
        siren = supplier.siren ?? supplier.siret?.siren
        name = supplier.displayName
        city = facts.commune?.name ?? supplier.city
        communeCode = facts.commune?.code
        departement = facts.departement
        epci = facts.commune.flatMap { $0.epci.isEmpty ? nil : $0.epci }
        family = facts.family
        legalFamily = facts.legalFamily
        kinds = facts.kinds
        expiredKinds = facts.expiredKinds
        isESS = facts.isESS
        esus = facts.esus
        sectors = supplier.sectors
        naf = supplier.naf
        size = facts.size
        lastSeen = facts.lastSeen
        sources = supplier.sources
        self.gaps = gaps
    }
}

extension PanoramaStructure: Comparable {
    /// The order of lists: by département, then by name.
    public static func < (left: PanoramaStructure, right: PanoramaStructure) -> Bool {
        (left.departement ?? "", left.name, left.key) < (right.departement ?? "", right.name, right.key)
    }
}

/// The first of many elements, in their order, whatever the order in which they come: the rest is only counted.
struct FirstOf<Element: Comparable> {
    private let limit: Int
    private var kept: [Element] = []
    private(set) var count = 0

    init(_ limit: Int) { self.limit = max(limit, 0) }

    mutating func add(_ element: @autoclosure () -> Element) {
        count += 1
        guard limit > 0 else { return }
        kept.append(element())
        if kept.count >= 2 * limit { shorten() }
    }

    private mutating func shorten() {
        kept.sort()
        if kept.count > limit { kept.removeSubrange(limit...) }
    }

    var elements: [Element] {
        var copy = self
        copy.shorten()
        return copy.kept
    }
}
