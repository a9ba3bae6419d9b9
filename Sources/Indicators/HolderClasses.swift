import Nomenclature
import Tenders

/// What a holder is, at a date, according to the catalogue.
public struct HolderClasses: OptionSet, Sendable, Hashable, Codable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The catalogue knows the enterprise.
    public static let isKnown = HolderClasses(rawValue: 1 << 0)
    /// Enterprise of the social and solidarity economy (law 2014-856, art. 1).
    public static let ess = HolderClasses(rawValue: 1 << 1)
    /// Approval « entreprise solidaire d'utilité sociale » valid at the date (L3332-17-1 code du travail).
    public static let esus = HolderClasses(rawValue: 1 << 2)
    /// Structure of insertion par l'activité économique (L5132-4 code du travail).
    public static let siae = HolderClasses(rawValue: 1 << 3)
    /// Adapted enterprise, temp agencies (EATT) included (L5213-13 code du travail).
    public static let ea = HolderClasses(rawValue: 1 << 4)
    /// ESAT (L344-2 CASF).
    public static let esat = HolderClasses(rawValue: 1 << 5)
    /// Not itself SIAE, EA or ESAT, but another establishment of the same enterprise is.
    public static let otherEstablishment = HolderClasses(rawValue: 1 << 6)
    public static let association = HolderClasses(rawValue: 1 << 7)
    public static let cooperative = HolderClasses(rawValue: 1 << 8)
    public static let mutual = HolderClasses(rawValue: 1 << 9)
    public static let foundation = HolderClasses(rawValue: 1 << 10)
    public static let essCompany = HolderClasses(rawValue: 1 << 11)

    /// EA, EATT and ESAT: what L2113-12 CCP reserves contracts to.
    public static let disability: HolderClasses = [.ea, .esat]
    /// SIAE, EA, EATT and ESAT: category b of L2111-3 CCP.
    public static let inclusiveClasses: HolderClasses = [.siae, .ea, .esat]

    /// Whether the holder employs disadvantaged or disabled workers: SIAE, EA, EATT or ESAT.
    public var isInclusive: Bool { !isDisjoint(with: .inclusiveClasses) }
}

/// Says what a holder is. The catalogue answers; tests may answer otherwise.
public protocol HolderClassifier: Sendable {
    /// Classes of `holder` on `day`; `nil` when the day is unknown: only what has no known end then holds.
    func classes(of holder: Holder, on day: Day?) -> HolderClasses
}
