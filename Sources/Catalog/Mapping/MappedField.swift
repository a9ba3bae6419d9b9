import Bytes
import Wording

/// What a column of a user's own file may hold, by the name that a mapping file calls it.
///
/// The order is that in which the fields of a record are read: identifiers first, then the name.
public enum MappedField: String, Sendable, Hashable, CaseIterable {
    case siret
    case siren
    case finess
    case rna
    /// A number that the file alone knows.
    case identifier = "identifiant"
    case name = "nom"
    case brand = "enseigne"
    case acronym = "sigle"
    case kinds = "types"
    case esus
    case esusUntil = "fin_esus"
    case legalCategory = "categorie_juridique"
    case legalForm = "forme_juridique"
    case naf
    case street = "adresse"
    case communeCode = "code_commune"
    case postcode = "code_postal"
    case city = "ville"
    case point = "coordonnees"
    case perimeter = "perimetre"
    case employees = "effectif"
    case capacity = "capacite"
    case insertionShare = "part_insertion"
    case turnover = "chiffre_affaires"
    case sectors = "secteurs"
    case offers = "offres"
    case description
    case networks = "reseaux"
    case labels
    case website = "site_web"
    /// The day of the information.
    case seen = "date"
    /// Nothing that is read.
    case ignored = "ignorer"
    /// A natural person: a contact, an e-mail address, a telephone. Never read.
    case personal = "personnel"

    /// The English name, accepted as well: that of the plain CSV's column.
    public var english: String {
        switch self {
        case .siret, .siren, .finess, .rna, .esus, .naf, .description, .labels: rawValue
        case .identifier: "identifier"
        case .name: "name"
        case .brand: "brand"
        case .acronym: "acronym"
        case .kinds: "kinds"
        case .esusUntil: "esus_until"
        case .legalCategory: "legal_category"
        case .legalForm: "legal_form"
        case .street: "street"
        case .communeCode: "commune_code"
        case .postcode: "postcode"
        case .city: "city"
        case .point: "coordinates"
        case .perimeter: "perimeter"
        case .employees: "employees"
        case .capacity: "capacity"
        case .insertionShare: "insertion_share"
        case .turnover: "turnover"
        case .sectors: "sectors"
        case .offers: "offers"
        case .networks: "networks"
        case .website: "website"
        case .seen: "seen"
        case .ignored: "ignore"
        case .personal: "personal"
        }
    }

    /// Reads the French or the English name, without case, accents and punctuation.
    public init?(named name: String) {
        guard let field = Self.byKey[CSVReader.key(name)] else { return nil }
        self = field
    }

    private static let byKey = Dictionary(
        allCases.flatMap { [(CSVReader.key($0.rawValue), $0), (CSVReader.key($0.english), $0)] },
        uniquingKeysWith: { first, _ in first })

    /// Whether a column of this field is read at all.
    public var isRead: Bool { self != .ignored && self != .personal }

    /// Whether it tells which organisation a record is of.
    var identifies: Bool { [.siret, .siren, .finess, .rna, .identifier].contains(self) }

    /// Whether the field is a list, whose elements stand in one cell with a sign between them.
    var isList: Bool { [.kinds, .sectors, .offers, .networks, .labels].contains(self) }

    /// Whether several columns add up; of those of any other field, the first that is filled is read.
    var accumulates: Bool { isList || self == .street || self == .description }

    /// The sign between the elements of a list, where the mapping gives none.
    static let usualSeparator = "|"
}
