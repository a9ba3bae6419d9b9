import Nomenclature
import Wording

/// What one source says of one structure, as read: the catalogue is the merger of such records.
///
/// No field holds a natural person: columns with names of contacts, personal e-mails or telephones are not read.
public struct SupplierRecord: Sendable, Hashable, Codable {
    /// Identifier of the source, e.g. `marche-inclusion`; see ``SupplierSource``.
    public var source: String
    /// File, line or record.
    public var place: Place
    /// The day of the information: what the file says, else the day given at import.
    public var seen: Day?
    /// `nil` only where the source identifies the structure otherwise, e.g. by its FINESS number.
    public var siret: Siret?
    /// `finess:020016622`: official identifier used when there is no SIRET.
    public var otherIdentifier: String?
    public var name = ""
    /// Trade name, when it differs.
    public var brand = ""
    public var kinds: [KindClaim] = []
    /// ESUS approval (L3332-17-1 code du travail); an approval without a known end has no `validTo`.
    public var esus: Approval?
    /// Whether the source says that the enterprise belongs to the ESS; `nil` when it says nothing.
    public var ess: Bool?
    /// INSEE level III code.
    public var legalCategory: String?
    /// Legal form in words.
    public var legalForm = ""
    public var naf: NAF?
    public var street = ""
    public var postcode = ""
    public var city = ""
    /// INSEE code as given by the source.
    public var communeCode: String?
    public var coordinates: Coordinates?
    public var perimeter: Perimeter?
    public var sectors: [String] = []
    public var description = ""
    /// Job titles or services offered, in words.
    public var offers: [String] = []
    public var employees: Int?
    /// Share of disadvantaged or disabled workers, 0–1.
    public var insertionShare: Double?
    /// Yearly turnover, EUR HT.
    public var turnover: Amount?
    /// Authorised places (ESAT).
    public var capacity: Int?
    public var networks: [String] = []
    public var labels: [String] = []
    public var website = ""
    /// `PREST`, `DISP`, `BUILD`.
    public var supplyForms: [String] = []
    /// Repairs made on reading, each a sentence: nothing is corrected without a trace.
    public var repairs: [Phrase] = []

    public init(source: String, place: Place) {
        self.source = source
        self.place = place
    }

    /// SIRET, else the other official identifier: what records of one structure share.
    public var key: String? { siret?.text ?? otherIdentifier }
}

/// A kind claimed by a source, with its validity.
public struct KindClaim: Sendable, Hashable, Codable {
    public var kind: StructureKind
    public var validFrom: Day?
    public var validTo: Day?

    public init(_ kind: StructureKind, validFrom: Day? = nil, validTo: Day? = nil) {
        self.kind = kind
        self.validFrom = validFrom
        self.validTo = validTo
    }
}

/// An approval with its dates.
public struct Approval: Sendable, Hashable, Codable {
    public var validFrom: Day?
    public var validTo: Day?

    public init(validFrom: Day? = nil, validTo: Day? = nil) {
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether the approval holds on `day`; without dates it is taken to hold.
    public func isValid(on day: Day) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, day > validTo { return false }
        return true
    }
}

/// How far a structure works (périmètre d'intervention).
public enum Perimeter: Sendable, Hashable, Codable {
    /// Around the structure, km.
    case radius(Double)
    /// Département and région codes (INSEE).
    case zones(departements: [String], regions: [String])
    case france

    /// Reads `km:30`, `dep:40,64`, `reg:75`, `france`. Parts may be joined with `;`.
    public init?(_ text: String) {
        var departements: [String] = []
        var regions: [String] = []
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
            let pieces = part.split(separator: ":", maxSplits: 1)
            guard let name = pieces.first else { return nil }
            let key = name.filter { !$0.isWhitespace }.lowercased()
            let values = pieces.count > 1 ? pieces[1].split(separator: ",").map { $0.filter { !$0.isWhitespace } } : []
            switch key {
            case "france":
                self = .france
                return
            case "km":
                guard let first = values.first, let km = Double(first), km > 0, km.isFinite else { return nil }
                self = .radius(km)
                return
            case "dep": departements += values.map { Geography.departementCode($0) }
            case "reg": regions += values
            default: return nil
            }
        }
        guard !departements.isEmpty || !regions.isEmpty else { return nil }
        self = .zones(departements: departements, regions: regions)
    }
}
