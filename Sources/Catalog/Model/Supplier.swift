import Nomenclature
import Wording

/// A structure of the catalogue: one establishment, what is known of it, and from where.
public struct Supplier: Sendable, Hashable, Codable {
    /// SIRET, or another official identifier (`finess:…`) for the few without.
    public var key: String
    public var siret: Siret?
    public var name: String
    public var brand: String
    /// Kinds with their evidence, in the customary order.
    public var kinds: [HeldKind]
    /// Evidence of an ESUS approval, the one that lasts longest first.
    public var esus: [Evidence]
    public var ess: ESSStatus
    public var legalCategory: String?
    public var legalForm: String
    public var naf: NAF?
    public var street: String
    public var postcode: String
    public var city: String
    /// INSEE code of the commune that the address was placed in.
    public var communeCode: String?
    public var departement: String?
    public var coordinates: Coordinates?
    public var perimeter: Perimeter?
    public var sectors: [String]
    public var description: String
    public var offers: [String]
    public var employees: Int?
    /// Share of disadvantaged or disabled workers, 0–1.
    public var insertionShare: Double?
    /// Yearly turnover, EUR HT.
    public var turnover: Amount?
    public var capacity: Int?
    public var networks: [String]
    public var labels: [String]
    public var website: String
    public var supplyForms: [String]
    /// Identifiers of the sources that know the structure.
    public var sources: [String]
    public var repairs: [Phrase]

    public init(key: String) {
        self.key = key
        name = ""
        brand = ""
        kinds = []
        esus = []
        ess = ESSStatus(belongs: nil, title: Phrase("non établi", "not established"), source: "")
        legalForm = ""
        street = ""
        postcode = ""
        city = ""
        sectors = []
        description = ""
        offers = []
        networks = []
        labels = []
        website = ""
        supplyForms = []
        sources = []
        repairs = []
    }

    public var siren: Siren? { siret?.siren }

    /// Brand and name as shown: « Enseigne (RAISON SOCIALE) ».
    public var displayName: String {
        brand.isEmpty || brand.lowercased() == name.lowercased() ? name : "\(brand) (\(name))"
    }

    /// Whether the structure holds `kind` on `day`.
    public func holds(_ kind: StructureKind, on day: Day) -> Bool {
        kinds.contains { $0.kind == kind && $0.evidence.contains { $0.isValid(on: day) } }
    }

    /// Whether the structure holds a kind of `family` on `day`.
    public func holds(_ family: StructureKind.Family, on day: Day) -> Bool {
        kinds.contains { $0.kind.family == family && $0.evidence.contains { $0.isValid(on: day) } }
    }

    /// Whether an ESUS approval is valid on `day`.
    public func isESUS(on day: Day) -> Bool { esus.contains { $0.isValid(on: day) } }
}

/// A kind that a structure holds, with what shows it.
public struct HeldKind: Sendable, Hashable, Codable {
    public var kind: StructureKind
    public var evidence: [Evidence]

    public init(_ kind: StructureKind, evidence: [Evidence]) {
        self.kind = kind
        self.evidence = evidence
    }
}

/// Why something is believed of a structure: which source said it, where, when, and for which time.
public struct Evidence: Sendable, Hashable, Codable {
    public var source: String
    public var place: Place
    public var seen: Day?
    public var validFrom: Day?
    public var validTo: Day?

    public init(source: String, place: Place, seen: Day?, validFrom: Day? = nil, validTo: Day? = nil) {
        self.source = source
        self.place = place
        self.seen = seen
        self.validFrom = validFrom
        self.validTo = validTo
    }

    public func isValid(on day: Day) -> Bool { Approval(validFrom: validFrom, validTo: validTo).isValid(on: day) }
}

/// Whether a structure belongs to the ESS, by what title, and who says so.
public struct ESSStatus: Sendable, Hashable, Codable {
    /// `nil`: no source says and the legal form does not tell.
    public var belongs: Bool?
    /// The title: « association (forme juridique 9220) », « liste ESS France » …
    public var title: Phrase
    public var source: String

    public init(belongs: Bool?, title: Phrase, source: String) {
        self.belongs = belongs
        self.title = title
        self.source = source
    }
}
