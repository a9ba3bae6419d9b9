import Nomenclature
import Wording

/// What one source says of one structure, as read: the catalogue is the merger of such records.
///
/// A record speaks of an establishment (``siret``) or of an enterprise as a whole (``siren`` alone): lists of SIRENs such
/// as the one of ESS France or of the ESUS approvals say nothing of one establishment rather than another.
///
/// No field holds a natural person: columns with names of contacts, personal e-mails or telephones are not read.
public struct SupplierRecord: Sendable, Hashable, Codable {
    /// Identifier of the source, e.g. `marche-inclusion`; see ``SupplierSource``.
    public var source: String
    /// File, line or record.
    public var place: Place
    /// The day of the information: what the file says, else the day given at import.
    public var seen: Day?
    /// The first day for which the source said the same, where it was read more than once.
    public var firstSeen: Day?

    // MARK: Who

    /// The establishment; `nil` when the record speaks of the enterprise, or knows neither.
    public var siret: Siret? {
        didSet { if let siret { siren = siret.siren } }
    }
    /// The enterprise: that of the SIRET, else the one that the record names.
    public var siren: Siren?
    /// The head office, where a record of the enterprise names it: its address is then that of this establishment.
    public var headOffice: Siret?
    /// `finess:020016622`, `rna:W751234567`, `les-scop:24eme`: another official identifier, by which records without a
    /// SIRET join those that have one.
    public var otherIdentifier: String?
    /// Empty in the lists of establishments that leave it to the list of enterprises.
    public var name = ""
    /// Trade name, when it differs.
    public var brand = ""
    /// Sigle.
    public var acronym = ""

    // MARK: What it is

    public var kinds: [KindClaim] = []
    /// ESUS approval (L3332-17-1 code du travail); an approval without a known end has no `validTo`.
    public var esus: Approval?
    /// Whether the source says that the enterprise belongs to the ESS; `nil` when it says nothing.
    public var ess: Bool?
    /// Société à mission (L210-10 code de commerce).
    public var isMissionCompany: Bool?
    /// INSEE level III code.
    public var legalCategory: String?
    /// Legal form in words.
    public var legalForm = ""
    public var createdOn: Day?
    /// Whether the establishment, or the enterprise, has closed; `nil` when the source says nothing.
    public var isClosed: Bool?
    public var closedOn: Day?
    /// Whether the establishment is the head office of its enterprise.
    public var isHeadOffice: Bool?

    // MARK: What it does

    public var naf: NAF?
    public var naf2025: NAF2025?
    public var sectors: [String] = []
    public var description = ""
    /// Job titles or services offered, in words.
    public var offers: [String] = []
    /// CPV codes that it declares.
    public var cpv: [CPV] = []
    /// `PREST`, `DISP`, `BUILD`.
    public var supplyForms: [String] = []

    // MARK: Where it is and how far it goes

    public var street = ""
    public var postcode = ""
    public var city = ""
    /// INSEE code as given by the source.
    public var communeCode: String?
    public var coordinates: Coordinates?
    public var perimeter: Perimeter?

    // MARK: How large it is

    public var employees: Int?
    /// Code of the workforce band (tranche d'effectifs) of SIRENE; see ``WorkforceBand``.
    public var workforceBand: String?
    /// Share of disadvantaged or disabled workers, 0–1.
    public var insertionShare: Double?
    /// Yearly turnover, EUR HT.
    public var turnover: Amount?
    /// Authorised places (ESAT).
    public var capacity: Int?

    // MARK: The rest

    public var networks: [String] = []
    public var labels: [String] = []
    public var website = ""
    /// Repairs made on reading, each a sentence: nothing is corrected without a trace.
    public var repairs: [Phrase] = []

    public init(source: String, place: Place) {
        self.source = source
        self.place = place
    }

    /// SIRET, else SIREN (`siren:123456782`), else the other official identifier; `nil` for what nothing identifies.
    public var key: String? { siret?.text ?? siren.map { "siren:" + $0.text } ?? otherIdentifier }
}
