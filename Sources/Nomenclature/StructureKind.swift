import Wording

/// A kind of structure of the social and solidarity economy. A supplier can hold several; ESUS is an approval on
/// top and not a kind.
public enum StructureKind: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case ei = "EI"
    case aci = "ACI"
    case ai = "AI"
    case etti = "ETTI"
    case eiti = "EITI"
    case geiq = "GEIQ"
    case ea = "EA"
    case eatt = "EATT"
    case esat = "ESAT"
    case sep = "SEP"
    case scop = "SCOP"
    case scic = "SCIC"
    case cae = "CAE"
    case association = "ASSO"
    case mutuelle = "MUTUELLE"
    case fondation = "FONDATION"
    case essCompany = "ESS"

    /// Reads the codes of the sources, `ASSOCIATION`, `MUT`, `SOC` and the like included.
    public init?(source text: some StringProtocol) {
        let code = text.uppercased().filter { !$0.isWhitespace }
        if let kind = StructureKind(rawValue: code) {
            self = kind
            return
        }
        switch code {
        case "ASSOCIATION", "ASS": self = .association
        case "MUT": self = .mutuelle
        case "FOND": self = .fondation
        case "SOC", "SOCIETEESS": self = .essCompany
        default: return nil
        }
    }

    public var name: Phrase {
        switch self {
        case .ei: Phrase("entreprise d’insertion", "work integration enterprise (EI)")
        case .aci: Phrase("atelier et chantier d’insertion", "work integration workshop (ACI)")
        case .ai: Phrase("association intermédiaire", "intermediary association (AI)")
        case .etti: Phrase("entreprise de travail temporaire d’insertion", "integration temp agency (ETTI)")
        case .eiti:
            Phrase("entreprise d’insertion par le travail indépendant", "self-employment integration enterprise (EITI)")
        case .geiq:
            Phrase(
                "groupement d’employeurs pour l’insertion et la qualification",
                "employers’ group for integration (GEIQ)")
        case .ea: Phrase("entreprise adaptée", "adapted enterprise (EA)")
        case .eatt: Phrase("entreprise adaptée de travail temporaire", "adapted temp agency (EATT)")
        case .esat:
            Phrase("établissement et service d’accompagnement par le travail", "sheltered work establishment (ESAT)")
        case .sep: Phrase("production en établissement pénitentiaire", "prison production (SEP)")
        case .scop: Phrase("société coopérative de production", "workers’ cooperative (SCOP)")
        case .scic: Phrase("société coopérative d’intérêt collectif", "community-interest cooperative (SCIC)")
        case .cae: Phrase("coopérative d’activité et d’emploi", "business and employment cooperative (CAE)")
        case .association: Phrase("association", "association")
        case .mutuelle: Phrase("mutuelle", "mutual society")
        case .fondation: Phrase("fondation", "foundation")
        case .essCompany: Phrase("société commerciale de l’ESS", "ESS commercial company")
        }
    }

    /// The family that the indicators count.
    public enum Family: String, Sendable, Codable {
        /// Insertion par l'activité économique (L5132-4 code du travail), the EITI experiment included.
        case siae
        /// Disability: EA and EATT (L5213-13 code du travail), ESAT (L344-2 CASF).
        case disability
        case other
    }

    public var family: Family {
        switch self {
        case .ei, .aci, .ai, .etti, .eiti: .siae
        case .ea, .eatt, .esat: .disability
        default: .other
        }
    }

    /// Kinds that make an enterprise of the ESS by their own legal form (law 2014-856, art. 1, II, 1°).
    /// An ACI or an ESAT may be run by a public body: the kind alone does not tell.
    public var isESSByForm: Bool {
        switch self {
        case .scop, .scic, .cae, .association, .mutuelle, .fondation, .essCompany: true
        default: false
        }
    }

    /// Position in the customary order of presentation: insertion, disability, prison, other ESS.
    private var order: Int { Self.orders[self] ?? Self.orders.count }
    private static let orders = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    public static func < (left: StructureKind, right: StructureKind) -> Bool {
        left.order < right.order
    }
}
