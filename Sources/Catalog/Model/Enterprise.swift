import Nomenclature
import Wording

/// What holds for an enterprise (SIREN), whichever of its establishments is asked about.
public struct Enterprise: Sendable, Hashable {
    public var siren: Siren?
    public var name: String
    public var acronym: String
    public var legalCategory: String?
    public var legalForm: String
    public var ess: ESSStatus
    /// Evidence of an ESUS approval, the one that lasts longest first.
    public var esus: [Evidence]
    /// Kinds that are a legal form or a status of the enterprise: SCOP, SCIC, association …
    public var kinds: [HeldKind]
    /// Conventions (ACI, EA …) that a source claims for the enterprise without saying for which establishment.
    public var unplacedKinds: [HeldKind]
    public var isMissionCompany: Bool?
    public var createdOn: Day?
    public var isClosed: Bool
    public var closedOn: Day?
    /// Code of the workforce band of the whole enterprise.
    public var workforceBand: String?
    public var headOffice: Siret?
}
