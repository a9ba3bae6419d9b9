import Nomenclature

/// A kind claimed by a source, with its validity.
public struct KindClaim: Sendable, Hashable, Codable {
    public var kind: StructureKind
    public var validFrom: Day?
    public var validTo: Day?

    public init(_ kind: StructureKind, validFrom: Day? = nil, validTo: Day? = nil) {
        self.kind = kind
        self.validFrom = validFrom
        self.validTo = validTo
    }
}

/// An approval with its dates.
public struct Approval: Sendable, Hashable, Codable {
    public var validFrom: Day?
    public var validTo: Day?

    public init(validFrom: Day? = nil, validTo: Day? = nil) {
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether the approval holds on `day`; without dates it is taken to hold.
    public func isValid(on day: Day) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, day > validTo { return false }
        return true
    }
}
