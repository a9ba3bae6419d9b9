import Nomenclature
import Wording

/// Why something is believed of a structure: which source said it, where, when, and for which time.
public struct Evidence: Sendable, Hashable, Codable {
    public var source: String
    public var place: Place
    /// The last and the first day for which the source says it.
    public var seen: Day?
    public var firstSeen: Day?
    public var validFrom: Day?
    public var validTo: Day?
    /// Whether the source says it of the establishment itself, or of its enterprise.
    public var level: Level

    public enum Level: String, Sendable, Codable {
        case establishment, enterprise
    }

    public init(
        source: String, place: Place, seen: Day?, firstSeen: Day? = nil, validFrom: Day? = nil, validTo: Day? = nil,
        level: Level = .establishment
    ) {
        self.source = source
        self.place = place
        self.seen = seen
        self.firstSeen = firstSeen
        self.validFrom = validFrom
        self.validTo = validTo
        self.level = level
    }

    public func isValid(on day: Day) -> Bool { Approval(validFrom: validFrom, validTo: validTo).isValid(on: day) }
}

/// A kind that a structure holds, with what shows it.
public struct HeldKind: Sendable, Hashable, Codable {
    public var kind: StructureKind
    public var evidence: [Evidence]

    public init(_ kind: StructureKind, evidence: [Evidence]) {
        self.kind = kind
        self.evidence = evidence
    }

    public func isValid(on day: Day) -> Bool { evidence.contains { $0.isValid(on: day) } }
}

/// Whether a structure belongs to the ESS, by what title, and who says so.
public struct ESSStatus: Sendable, Hashable, Codable {
    /// `nil`: no source says and the legal form does not tell.
    public var belongs: Bool?
    /// The title: « association (forme juridique 9220) », « liste ESS France » …
    public var title: Phrase
    public var source: String
    /// Where the source says it; `nil` when nothing is established.
    public var evidence: Evidence?

    public init(belongs: Bool?, title: Phrase, source: String, evidence: Evidence? = nil) {
        self.belongs = belongs
        self.title = title
        self.source = source
        self.evidence = evidence
    }
}
