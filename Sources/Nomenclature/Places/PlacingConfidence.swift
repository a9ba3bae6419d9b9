import Wording

/// How sure it is that an address lies in the commune that was found for it, the surest first.
public enum PlacingConfidence: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// The source gives the INSEE code of the commune.
    case code
    /// Postcode and name agree.
    case postcodeAndName = "postcode-name"
    /// The name is found in the département of the postcode (CEDEX, a wrong postcode).
    case departementAndName = "departement-name"
    /// The postcode serves one commune only; the name is absent or another one.
    case postcode
    /// The name is found after the repair of its spelling.
    case spelling
    /// The name alone, borne by one commune of the country only.
    case name

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: PlacingConfidence, right: PlacingConfidence) -> Bool { left.order < right.order }

    public var phrase: Phrase {
        switch self {
        case .code: Phrase("code INSEE", "INSEE code")
        case .postcodeAndName: Phrase("code postal et nom", "postcode and name")
        case .departementAndName: Phrase("nom, dans le département", "name, within the département")
        case .postcode: Phrase("code postal seul", "postcode alone")
        case .spelling: Phrase("nom à l’orthographe voisine", "name with a similar spelling")
        case .name: Phrase("nom seul", "name alone")
        }
    }
}
