import Wording

/// How well a row of law is established.
public enum LawStatus: String, Sendable, Codable {
    /// Read in the code itself.
    case read
    /// Given by a published source.
    case sourced
    /// Believed: every answer that rests on it is « à vérifier ».
    case toVerify

    public var name: Phrase {
        switch self {
        case .read: Phrase("lu dans le texte", "read in the text")
        case .sourced: Phrase("d’après une source publiée", "from a published source")
        case .toVerify: Phrase("à vérifier", "to be verified")
        }
    }
}

/// When a row of law holds, where it stands, and how well that is established.
public struct LawBasis: Sendable, Hashable {
    /// First and last day on which it holds; `nil` without bound.
    public let validFrom: Day?
    public let validTo: Day?
    public let source: String
    public let status: LawStatus

    public init(validFrom: Day?, validTo: Day?, source: String, status: LawStatus) {
        self.validFrom = validFrom
        self.validTo = validTo
        self.source = source
        self.status = status
    }

    public func isValid(on day: Day) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, day > validTo { return false }
        return true
    }

    /// Reads four cells of a table of law: first day, last day, and, from `source` on, source and status.
    init(_ row: Table.Row, from: Int, source: Int) {
        guard let status = LawStatus(rawValue: row[source + 1]) else {
            preconditionFailure("status of law: \(row[source + 1])")
        }
        self.init(
            validFrom: Day(iso: row[from]), validTo: Day(iso: row[from + 1]), source: row[source], status: status)
    }
}
