import Nomenclature

/// The unit of matching. A notice that is not divided into lots has one.
///
/// Codes are kept as published, those that the code lists of today do not know included.
public struct Lot: Sendable, Hashable, Codable {
    /// `LOT-0001` in eForms, or what the format gives.
    public var id: String
    /// The buyer's own reference (BT-22).
    public var reference = ""
    public var title: LocalizedText?
    public var description: LocalizedText?
    /// Additional information (BT-300).
    public var note: LocalizedText?
    /// `works`, `supplies`, `services` (BT-23).
    public var nature = ""
    /// Main code first written, then the additional ones (BT-262, BT-263), as published.
    public var mainCPV: String?
    public var additionalCPV: [String] = []
    public var places: [PerformancePlace] = []
    /// Estimated value (BT-27).
    public var value: Money?
    /// Maximum value of the framework agreement (BT-271).
    public var frameworkMaximum: Money?
    public var term: ContractTerm?
    /// Greatest number of renewals (BT-58).
    public var renewals: Int?
    /// Text on options (BT-54) and renewals (BT-57).
    public var options: LocalizedText?
    public var renewalDescription: LocalizedText?
    /// Said to suit small and medium enterprises (BT-726).
    public var suitsSME: Bool?
    /// Reservation (BT-71): `none`, `res-ws`, `res-pub-ser`.
    public var reservation: [String] = []
    /// Performance in sheltered employment programmes (BT-736): `yes`, `no`, `not-known`.
    public var reservedExecution: String?
    /// BT-06, BT-775, BT-774, BT-776, BT-805, BT-754.
    public var strategic: [String] = []
    public var social: [String] = []
    public var environmental: [String] = []
    public var innovation: [String] = []
    public var greenCriteria: [String] = []
    public var accessibility: [String] = []
    /// What the strategic purchase is about (BT-777).
    public var strategicDescription: LocalizedText?
    /// Conditions of performance (BT-70), one element a condition.
    public var conditions: [LocalizedText] = []
    public var criteria: [AwardCriterion] = []
    /// What candidates must show of themselves (BT-809, BT-750).
    public var selection: [SelectionCriterion] = []
    public var subcontracting: SubcontractingTerms?
    /// Legal form that a group must take, where one is required (BT-76).
    public var groupForm: LocalizedText?
    /// Where the documents are (BT-15), and where tenders are sent (BT-18).
    public var documentsURL: String?
    public var submissionURL: String?
    /// Greatest number of holders of the framework agreement (BT-113).
    public var maximumOperators: Int?
    /// Of a group of lots: the identifiers of its lots (BT-1375).
    public var members: [String] = []
    /// `none`, `fa-wo-rc`, `fa-w-rc`, `fa-mix` (BT-765).
    public var framework: String?
    /// `none`, `dps-list`, `dps-nlist` (BT-766).
    public var dynamicPurchasing: String?
    /// Variants (BT-63): `required`, `allowed`, `not-allowed`.
    public var variants: String?
    public var deadline: Deadline?
    public var result: LotResult?

    public init(id: String) { self.id = id }

    /// The valid codes among main and additional CPV, main first, without repetition.
    public var cpvCodes: [CPV] {
        var seen: Set<CPV> = []
        return ([mainCPV].compactMap { $0 } + additionalCPV).compactMap { CPV($0) }.filter { seen.insert($0).inserted }
    }

    /// Whether a flag of the notice reserves the lot; the text may say otherwise.
    public var isFlaggedReserved: Bool { reservation.contains { $0 != "none" } }
}
