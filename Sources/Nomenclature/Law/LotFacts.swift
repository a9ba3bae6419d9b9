/// What the law looks at in a lot; what is not known is `nil` or empty, and answers say so.
public struct LotFacts: Sendable, Hashable {
    /// The day of the notice, or the one on which the consultation is to start.
    public var day: Day
    public var buyer: BuyerCategory?
    public var nature: PurchaseNature?
    /// Main code first.
    public var cpv: [CPV]
    /// Estimated value over the whole duration, EUR HT.
    public var value: Amount?
    /// Duration in months, without renewals.
    public var months: Double?
    /// Greatest number of renewals, each of the same duration.
    public var renewals: Int?
    public var isConcession: Bool
    /// Contract for defence or security (book III of the second part of the code).
    public var isDefence: Bool

    public init(
        day: Day, buyer: BuyerCategory? = nil, nature: PurchaseNature? = nil, cpv: [CPV] = [], value: Amount? = nil,
        months: Double? = nil, renewals: Int? = nil, isConcession: Bool = false, isDefence: Bool = false
    ) {
        self.day = day
        self.buyer = buyer
        self.nature = nature
        self.cpv = cpv
        self.value = value
        self.months = months
        self.renewals = renewals
        self.isConcession = isConcession
        self.isDefence = isDefence
    }

    /// Natures that it may have.
    var natures: [PurchaseNature] { nature.map { [$0] } ?? PurchaseNature.allCases }
}
