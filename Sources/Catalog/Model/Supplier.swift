import Nomenclature
import Wording

/// A structure of the catalogue: one establishment, what is known of it and of its enterprise, and from where.
public struct Supplier: Sendable, Hashable, Codable {
    /// SIRET; `SIRET/KIND` where several structures share one; `siren:…` for an enterprise of which no establishment is
    /// known; else another official identifier (`finess:…`).
    public var key: String
    public var siret: Siret? {
        didSet { if let siret { siren = siret.siren } }
    }
    /// That of the SIRET, or the one known without it.
    public var siren: Siren?
    public var name: String
    public var brand: String
    public var acronym: String
    /// Name of the enterprise, where the establishment bears another one: « ESAT Les Tilleuls » of « ADAPEI ».
    public var enterpriseName: String
    /// Kinds with their evidence, in the customary order.
    public var kinds: [HeldKind]
    /// Evidence of an ESUS approval, the one that lasts longest first.
    public var esus: [Evidence]
    public var ess: ESSStatus
    public var isMissionCompany: Bool?
    public var legalCategory: String?
    public var legalForm: String
    public var createdOn: Day?
    /// Whether the establishment or its enterprise has closed, as the last source that speaks of it says.
    public var isClosed: Bool
    public var closedOn: Day?
    public var isHeadOffice: Bool?
    public var naf: NAF?
    public var naf2025: NAF2025?
    public var street: String
    public var postcode: String
    public var city: String
    /// INSEE code of the commune that the address was placed in.
    public var communeCode: String?
    /// How the commune was found; `nil` when it was not.
    public var placing: PlacingConfidence?
    public var departement: String?
    public var coordinates: Coordinates?
    public var perimeter: Perimeter?
    public var sectors: [String]
    public var description: String
    public var offers: [String]
    /// CPV codes that it declares itself.
    public var cpv: [CPV]
    /// Number of employees; where no source counts them, the low end of the band that SIRENE gives.
    public var employees: Int?
    /// Whether ``employees`` is the low end of the band, for want of a count.
    public var isHeadcountOfBand: Bool
    /// Code of the workforce band of SIRENE.
    public var workforceBand: String?
    /// Share of disadvantaged or disabled workers, 0–1.
    public var insertionShare: Double?
    /// Yearly turnover, EUR HT.
    public var turnover: Amount?
    public var capacity: Int?
    public var networks: [String]
    public var labels: [String]
    public var website: String
    public var supplyForms: [String]
    /// Identifiers of the sources that know the structure or its enterprise, the most official first.
    public var sources: [String]
    public var otherIdentifiers: [String]
    public var repairs: [Phrase]
    /// The last day for which a source says anything of the structure.
    public var lastSeen: Day?
    /// What the sources differ on; ``Dossier`` tells how.
    public var conflicts: [Phrase]

    public init(key: String) {
        self.key = key
        name = ""
        brand = ""
        acronym = ""
        enterpriseName = ""
        kinds = []
        esus = []
        ess = ESSStatus(belongs: nil, title: Phrase("non établi", "not established"), source: "")
        legalForm = ""
        isClosed = false
        isHeadcountOfBand = false
        street = ""
        postcode = ""
        city = ""
        sectors = []
        description = ""
        offers = []
        cpv = []
        networks = []
        labels = []
        website = ""
        supplyForms = []
        sources = []
        otherIdentifiers = []
        repairs = []
        conflicts = []
    }

    /// Brand and name as shown: « Enseigne (RAISON SOCIALE) ».
    public var displayName: String {
        if name.isEmpty { return brand.isEmpty ? acronym.isEmpty ? key : acronym : brand }
        return brand.isEmpty || brand.lowercased() == name.lowercased() ? name : "\(brand) (\(name))"
    }

    /// Whether the structure holds `kind` on `day`.
    public func holds(_ kind: StructureKind, on day: Day) -> Bool {
        kinds.contains { $0.kind == kind && $0.isValid(on: day) }
    }

    /// Whether the structure holds a kind of `family` on `day`.
    public func holds(_ family: StructureKind.Family, on day: Day) -> Bool {
        kinds.contains { $0.kind.family == family && $0.isValid(on: day) }
    }

    /// Whether the structure had closed by `day`.
    public func isClosed(on day: Day) -> Bool { isClosed && closedOn.map { $0 <= day } ?? true }

    /// Whether an ESUS approval is valid on `day`.
    public func isESUS(on day: Day) -> Bool { esus.contains { $0.isValid(on: day) } }
}
