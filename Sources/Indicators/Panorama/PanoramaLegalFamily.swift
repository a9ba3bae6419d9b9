import Catalog
import Nomenclature
import Wording

/// The legal family of a structure, as the ESS is counted (law 2014-856, art. 1), with what is outside it.
public enum PanoramaLegalFamily: String, Sendable, Hashable, Codable, CaseIterable {
    case association, cooperative, mutuelle, fondation
    /// Commercial company that belongs to the ESS (art. 1, II, 2°).
    case essCompany
    /// Commercial company of which no source says that it belongs to the ESS.
    case company
    /// State, local authority, public establishment (legal categories 4xxx and 7xxx): never of the ESS.
    case publicBody
    /// Another known form.
    case other
    case unknown

    /// A public body is one whatever it is said to run. The status of SCOP or SCIC comes next: as an SAS, such a cooperative has the legal category of a company. Then the
    /// legal category; where there is none, the kinds that are legal forms.
    init(_ supplier: Supplier) {
        let kinds = supplier.kinds.lazy.map(\.kind)
        if let code = supplier.legalCategory, LegalCategory.isPublicBody(code) {
            self = .publicBody
        } else if kinds.contains(.scop) || kinds.contains(.scic) {
            self = .cooperative
        } else if let code = supplier.legalCategory {
            self = Self.of(category: code, isESS: supplier.ess.belongs == true)
        } else {
            self = kinds.compactMap(Self.of(kind:)).first ?? .unknown
        }
    }

    private static func of(category code: String, isESS: Bool) -> PanoramaLegalFamily {
        switch LegalCategory.of(code)?.family {
        case .association: .association
        case .cooperative: .cooperative
        case .mutuelle: .mutuelle
        case .fondation: .fondation
        case .societeCommerciale: isESS ? .essCompany : .company
        case nil: .other
        }
    }

    private static func of(kind: StructureKind) -> PanoramaLegalFamily? {
        switch kind {
        case .association: .association
        case .cae: .cooperative
        case .mutuelle: .mutuelle
        case .fondation: .fondation
        case .essCompany: .essCompany
        default: nil
        }
    }

    public var name: Phrase {
        switch self {
        case .association: Phrase("Associations", "Associations")
        case .cooperative: Phrase("Coopératives", "Cooperatives")
        case .mutuelle: Phrase("Mutuelles", "Mutual societies")
        case .fondation: Phrase("Fondations", "Foundations")
        case .essCompany: Phrase("Sociétés commerciales de l’ESS", "ESS companies")
        case .company: Phrase("Sociétés, ESS non établie", "Companies, ESS not established")
        case .publicBody: Phrase("Personnes publiques", "Public bodies")
        case .other: Phrase("Autres formes", "Other forms")
        case .unknown: Phrase("Forme non renseignée", "Form not known")
        }
    }
}
