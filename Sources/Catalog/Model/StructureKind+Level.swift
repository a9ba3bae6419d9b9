import Nomenclature

extension StructureKind {
    /// What a claim of the kind holds for. A convention or an authorisation is given to an establishment; a legal form
    /// belongs to the enterprise, and so to all its establishments.
    var level: Evidence.Level {
        switch self {
        case .ei, .aci, .ai, .etti, .eiti, .geiq, .ea, .eatt, .esat, .sep: .establishment
        case .scop, .scic, .cae, .association, .mutuelle, .fondation, .essCompany: .enterprise
        }
    }
}
