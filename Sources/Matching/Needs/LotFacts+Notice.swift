import Nomenclature
import Tenders

extension LotFacts {
    /// What a notice tells of a lot. Its nature is the one published, else the one that its main CPV code tells.
    ///
    /// - Parameters:
    ///   - need: the lot as it is matched: codes, value, duration and day.
    ///   - lot: the lot of the notice; `nil` for a need in words.
    public init(_ need: Need, notice: Notice? = nil, lot: Lot? = nil) {
        let published = [lot?.nature, notice?.procedure.nature].compactMap { $0 }.compactMap(PurchaseNature.init)
        let basis = notice?.legalBasis ?? ""
        self.init(
            day: need.day,
            buyer: notice.flatMap { notice in
                BuyerCategory(
                    legalType: notice.buyerLegalType, legalBasis: basis, siren: notice.buyers.first?.identifier ?? "")
            },
            nature: published.first ?? need.cpv.first.map { PurchaseNature($0) }, cpv: need.cpv, value: need.value,
            months: need.months, renewals: lot?.renewals, isConcession: basis == Self.concessions,
            isDefence: basis == Self.defence)
    }

    /// Directives 2014/23/EU and 2009/81/EC, as notices name them.
    private static let concessions = "32014L0023"
    private static let defence = "32009L0081"
}
