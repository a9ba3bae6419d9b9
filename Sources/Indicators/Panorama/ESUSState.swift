import Catalog
import Nomenclature
import Wording

/// Where a structure stands with the approval « entreprise solidaire d'utilité sociale » (L3332-17-1 code du travail).
public enum ESUSState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Valid on the day, with a known end.
    case valid
    /// Taken as valid: no source says when it ends.
    case validWithoutEnd
    case expired
    /// Begins later.
    case upcoming
    case none

    init(_ approvals: [Evidence], on day: Day) {
        let valid = approvals.filter { $0.isValid(on: day) }
        if valid.contains(where: { $0.validTo != nil }) {
            self = .valid
        } else if !valid.isEmpty {
            self = .validWithoutEnd
        } else if approvals.contains(where: { $0.validTo.map { $0 < day } ?? false }) {
            self = .expired
        } else {
            self = approvals.isEmpty ? .none : .upcoming
        }
    }

    public var isValid: Bool { self == .valid || self == .validWithoutEnd }

    public var name: Phrase {
        switch self {
        case .valid: Phrase("ESUS valide", "ESUS valid")
        case .validWithoutEnd: Phrase("ESUS sans date de fin connue", "ESUS without a known end")
        case .expired: Phrase("ESUS échu", "ESUS expired")
        case .upcoming: Phrase("ESUS à venir", "ESUS to come")
        case .none: Phrase("Sans agrément connu", "No approval known")
        }
    }
}
