import Catalog
import Nomenclature
import Wording

/// Something that is missing, out of date or doubtful about a structure, with what to do about it.
public enum PanoramaGap: Int, Sendable, Hashable, CaseIterable {
    case noTrade, noPerimeter, noWorkforce, noLegalForm, noName, essUnknown
    case noAddress, communeNotFound, weakPlacing
    case expiredKind, expiredESUS, esusWithoutEnd
    case noSiret, notSeen, undated, oneSource, conflict, repaired, closed

    /// Stable name for machines, e.g. `noTrade`.
    public var code: String { String(describing: self) }

    /// A structure not seen in any source for so many years is doubted.
    public static let yearsUntilDoubted = 2

    public var name: Phrase {
        switch self {
        case .noTrade: Phrase("Aucun métier connu", "No trade known")
        case .noPerimeter: Phrase("Aucun périmètre d’intervention", "No perimeter")
        case .noWorkforce: Phrase("Effectif inconnu", "Workforce unknown")
        case .noLegalForm: Phrase("Forme juridique inconnue", "Legal form unknown")
        case .noName: Phrase("Aucun nom", "No name")
        case .essUnknown: Phrase("Appartenance à l’ESS non établie", "Belonging to the ESS not established")
        case .noAddress: Phrase("Aucune adresse", "No address")
        case .communeNotFound: Phrase("Commune introuvable", "Commune not found")
        case .weakPlacing: Phrase("Commune déduite, à vérifier", "Commune inferred, to check")
        case .expiredKind: Phrase("Convention ou agrément échu", "Convention or approval expired")
        case .expiredESUS: Phrase("Agrément ESUS échu", "ESUS approval expired")
        case .esusWithoutEnd: Phrase("Agrément ESUS sans date de fin", "ESUS approval without an end")
        case .noSiret: Phrase("Aucun SIRET", "No SIRET")
        case .notSeen: Phrase("Non revue depuis plus de deux ans", "Not seen for over two years")
        case .undated: Phrase("Information sans date", "Information without a date")
        case .oneSource: Phrase("Une seule source", "One source only")
        case .conflict: Phrase("Sources en désaccord", "Sources that differ")
        case .repaired: Phrase("Donnée réparée à la lecture", "Repaired on reading")
        case .closed: Phrase("Fermée, hors des comptes", "Closed, not counted")
        }
    }

    /// What it means for who uses the catalogue, and what to do.
    public var advice: Phrase {
        switch self {
        case .noTrade:
            Phrase(
                "ni offre, ni secteur, ni description, et un code NAF muet sur le métier : la structure ne répondra à aucun lot ; demandez-lui son offre",
                "no offer, sector or description, and a NAF code that names no trade: it will answer no lot; ask what it offers"
            )
        case .noPerimeter:
            Phrase(
                "la distance est alors jugée d’après la seule adresse ; demandez la zone d’intervention",
                "distance is then judged from the address alone; ask how far it works")
        case .noWorkforce:
            Phrase(
                "ni effectif ni tranche : absente des sommes d’effectifs ; importez SIRENE",
                "neither headcount nor band: in no sum of workforce; import SIRENE")
        case .noLegalForm:
            Phrase("importez SIRENE (unités légales)", "import SIRENE (enterprises)")
        case .noName:
            Phrase("importez SIRENE (unités légales)", "import SIRENE (enterprises)")
        case .essUnknown:
            Phrase(
                "aucune source ne le dit et la forme juridique ne suffit pas ; importez la liste d’ESS France ou SIRENE",
                "no source says and the legal form does not tell; import the list of ESS France or SIRENE")
        case .noAddress:
            Phrase("ni code postal ni commune : hors de la carte", "neither postcode nor commune: not on the map")
        case .communeNotFound:
            Phrase(
                "l’adresse ne mène à aucune commune : hors de la carte ; corrigez le code postal ou le nom",
                "the address leads to no commune: not on the map; correct the postcode or the name")
        case .weakPlacing:
            Phrase(
                "trouvée par le code postal seul, un nom voisin ou le nom seul",
                "found by the postcode alone, a similar spelling or the name alone")
        case .expiredKind:
            Phrase(
                "aucune source ne le dit valide à cette date ; vérifiez avant un marché réservé",
                "no source says it is valid on this day; check before a reserved contract")
        case .expiredESUS:
            Phrase("vérifiez son renouvellement auprès de la DREETS", "check its renewal with the DREETS")
        case .esusWithoutEnd:
            Phrase(
                "tenu pour valide ; la durée est de cinq ans au plus (R3332-21-3 code du travail)",
                "taken as valid; it lasts five years at most (R3332-21-3 code du travail)")
        case .noSiret:
            Phrase(
                "connue par son SIREN ou un autre identifiant : un marché public demande un SIRET",
                "known by its SIREN or another identifier: a public contract asks for a SIRET")
        case .notSeen:
            Phrase("importez des listes plus récentes", "import more recent lists")
        case .undated:
            Phrase(
                "aucune source ne date ce qu’elle dit de ses qualités : leur fraîcheur n’est pas connue",
                "no source dates what it says of its kinds: how fresh that is is not known")
        case .oneSource:
            Phrase("rien ne recoupe l’information", "nothing confirms the information")
        case .conflict:
            Phrase(
                "la plus récente puis la plus officielle est retenue ; « passerelle supplier » montre les autres",
                "the newest and then the most official is kept; “passerelle supplier” shows the others")
        case .repaired:
            Phrase(
                "code postal, numéro … ; chaque réparation laisse sa trace", "postcode, number …; each leaves a trace")
        case .closed:
            Phrase(
                "fermée selon la dernière source qui en parle ; ne pas solliciter",
                "closed according to the last source that speaks of it; not to be solicited")
        }
    }
}

/// The gaps of one structure.
public struct PanoramaGaps: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ gap: PanoramaGap) { self.init(rawValue: 1 << UInt32(gap.rawValue)) }

    /// In the order in which gaps are listed.
    public var all: [PanoramaGap] { PanoramaGap.allCases.filter { contains(PanoramaGaps($0)) } }
    public func contains(_ gap: PanoramaGap) -> Bool { contains(PanoramaGaps(gap)) }
}
