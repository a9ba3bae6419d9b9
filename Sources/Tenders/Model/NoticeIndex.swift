import Nomenclature

/// What the publisher of the BOAMP adds to a notice for its search pages (`GESTION`, fields of the API).
///
/// An index speaks of the notice as a whole. Where a lot has no place, its départements may stand in: those of
/// performance first, those of publication else. They are not places of performance themselves and are never copied
/// to the lots.
public struct NoticeIndex: Sendable, Hashable, Codable {
    /// A keyword of the BOAMP's list of some 375 subjects.
    public struct Descriptor: Sendable, Hashable, Codable {
        public var code: String
        public var label: String

        public init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }

    /// `IDWEB`, e.g. `26-88069`: the key of the BOAMP, eForms notices included.
    public var idweb = ""
    /// Where the notice is published (`DEP_PUBLICATION`), INSEE codes: `05`, `2A`, `974`.
    public var departements: [String] = []
    /// Where the contract is performed (`DEP_PRESTATION`); rarely given.
    public var performanceDepartements: [String] = []
    public var descriptors: [Descriptor] = []
    /// `CRITERES_SOCIAUX_ENV`: the buyer ticked social criteria. It is not said whether an award criterion or a clause
    /// is meant, nor for which lot; absent means nothing.
    public var hasSocialCriteria = false
    /// The same for environmental criteria.
    public var hasEnvironmentalCriteria = false
    /// Last day on the BOAMP's site (`DATE_FIN_DIFFUSION`).
    public var displayedUntil: Day?
    /// The notice is withdrawn (`AVIS_ANNULE`, `ANNULATION`).
    public var isCancelled = false
    /// Page of the notice, as the API gives it.
    public var url: String?

    public init(idweb: String = "") { self.idweb = idweb }

    /// The départements that may stand for the place of performance: the stated ones, else those of publication.
    public var placeDepartements: [String] {
        performanceDepartements.isEmpty ? departements : performanceDepartements
    }
}
