import Wording

/// What is bought, as thresholds tell it apart (eForms BT-23).
public enum PurchaseNature: String, Sendable, Hashable, Codable, CaseIterable {
    case works, supplies, services

    /// The nature that a main CPV code tells: division 45 for works, those before it and software for supplies.
    public init(_ code: CPV) {
        switch code.number / 1_000_000 {
        case 45: self = .works
        case ..<45, 48: self = .supplies
        default: self = .services
        }
    }

    public var name: Phrase {
        switch self {
        case .works: Phrase("travaux", "works")
        case .supplies: Phrase("fournitures", "supplies")
        case .services: Phrase("services", "services")
        }
    }
}
