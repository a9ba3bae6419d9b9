import Wording

/// The six procedures in force in the award data (arrêté of 22 December 2022), older names brought to them.
public enum ProcedureName: String, Sendable, Codable, CaseIterable {
    case adapted = "Procédure adaptée"
    case open = "Appel d'offres ouvert"
    case restricted = "Appel d'offres restreint"
    case negotiated = "Procédure avec négociation"
    case withoutCompetition = "Marché passé sans publicité ni mise en concurrence préalable"
    case dialogue = "Dialogue compétitif"

    /// The procedure that a record names; `nil` when the name is on no list.
    public init?(published text: String) {
        guard let found = Self.byName[text] ?? Self.byName[Self.key(text)] else { return nil }
        self = found
    }

    public var name: Phrase {
        switch self {
        case .adapted: Phrase("procédure adaptée", "adapted procedure")
        case .open: Phrase("appel d’offres ouvert", "open procedure")
        case .restricted: Phrase("appel d’offres restreint", "restricted procedure")
        case .negotiated: Phrase("procédure avec négociation", "negotiated procedure")
        case .withoutCompetition: Phrase("sans publicité ni mise en concurrence", "without publicity or competition")
        case .dialogue: Phrase("dialogue compétitif", "competitive dialogue")
        }
    }

    /// Case and the two forms of the apostrophe do not count.
    private static func key(_ text: String) -> String {
        String(text.lowercased().map { $0 == "’" ? "'" : $0 })
    }

    private static let byName: [String: ProcedureName] = {
        var names: [String: ProcedureName] = [:]
        for procedure in allCases {
            names[procedure.rawValue] = procedure
            names[key(procedure.rawValue)] = procedure
        }
        // Schema 1.4.
        for old in [
            "Procédure concurrentielle avec négociation", "Procédure négociée avec mise en concurrence préalable",
            "Marché négocié avec mise en concurrence préalable",
        ] { names[key(old)] = .negotiated }
        for old in [
            "Marché négocié sans publicité ni mise en concurrence préalable",
            "Marché public négocié sans publicité ni mise en concurrence préalable",
        ] { names[key(old)] = .withoutCompetition }
        return names
    }()
}
