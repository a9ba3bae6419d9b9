import Nomenclature
import Wording

/// What is known of a supplier beside the catalogue when its eligibility is asked for: what it declares or shows, and the
/// contracts that it has won.
public struct EligibilityFacts: Sendable, Hashable {
    /// Share of disadvantaged or disabled workers, 0–1; stands before that of the catalogue.
    public var share: Double?
    /// Whether its public-service mission is linked to the services of the lot (L2113-15).
    public var hasMission: Bool?
    public var awards: KnownAwards?

    public init(share: Double? = nil, hasMission: Bool? = nil, awards: KnownAwards? = nil) {
        self.share = share
        self.hasMission = hasMission
        self.awards = awards
    }
}

/// The contracts known of a supplier, for the bar of L2113-16.
public struct KnownAwards: Sendable, Hashable {
    public var contracts: [PastAward]
    /// Whether contracts of the lot’s buyer are known over the whole time of the bar: only then does finding none tell.
    public var coversBuyer: Bool

    public init(contracts: [PastAward], coversBuyer: Bool) {
        self.contracts = contracts
        self.coversBuyer = coversBuyer
    }

    /// The latest contract of the time of the bar that may have been reserved on the ground of L2113-15: award data say
    /// « Marché réservé » without the ground, so its codes tell what they can.
    func suspect(before day: Day, months: Int) -> PastAward? {
        let first = day.advanced(months: -months)
        return
            contracts.filter { award in
                award.isReserved && award.day >= first && award.day < day
                    && award.cpv.map { SocialServices.isSpecific($0) } ?? true
            }
            .max { $0.day < $1.day }
    }
}

/// A contract that a supplier won.
public struct PastAward: Sendable, Hashable {
    /// Day of notification.
    public var day: Day
    public var object: String
    public var cpv: CPV?
    /// Whether the award data say « Marché réservé ».
    public var isReserved: Bool

    public init(day: Day, object: String, cpv: CPV?, isReserved: Bool) {
        self.day = day
        self.object = object
        self.cpv = cpv
        self.isReserved = isReserved
    }
}
