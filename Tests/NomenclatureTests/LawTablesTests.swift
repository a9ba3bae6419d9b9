import Testing
import Wording

@testable import Nomenclature

/// The tables of `Catalog/Law` agree with one another.
@Suite struct LawTablesTests {
    @Test(
        arguments: [
            ("la", "32014L0024", "", .local), ("cga", "32014L0024", "", .state),
            // The directive of the notice decides on entities.
            ("la", "32014L0025", "21400192500010", .entity), ("pub-undert", "32014L0024", "", .authority),
            ("pub-undert", "", "", .entity), (nil, "32014L0024", "", .authority),
            // The identifier tells the level that the type does not.
            ("body-pl", "32014L0024", "26400192500010", .local), ("body-pl", "", "", .authority),
            (nil, "", "21400192500010", .local), (nil, "", "11000001500013", .state),
            (nil, "", "18004601300014", nil), (nil, "", "55208131766522", nil), (nil, "", "", nil),
        ] as [(String?, String, String, BuyerCategory?)])
    func buyers(type: String?, basis: String, siren: String, category: BuyerCategory?) {
        #expect(BuyerCategory(legalType: type, legalBasis: basis, siren: siren) == category)
    }

    /// What is only believed never makes anybody eligible.
    @Test func believedRulesAreToBeConfirmed() {
        for rule in ReservationRules.all where rule.basis.status == .toVerify {
            #expect(rule.verdict == .toConfirm, "\(rule.article) \(rule.reason.fr)")
        }
    }

    @Test func everyGroundIsAnArticleInForce() throws {
        for ground in ReservationGround.all where ground.basis.status != .toVerify {
            let day = try #require(ground.basis.validFrom)
            #expect(Law.article(ground.article, on: day) != nil, "\(ground.article) \(day.iso)")
            #expect(ReservationRules.articles.contains(ground.article))
        }
    }

    @Test func exceptionsBelongToDuties() {
        for exception in DutyException.all {
            #expect(LegalDuty.all.contains { $0.id == exception.duty }, "\(exception.duty)")
        }
    }

    /// Of one amount, one kind of purchase and one buyer, no two rows hold on a day.
    @Test func noTwoThresholdsAtOnce() {
        let all = LegalThreshold.all
        for (index, one) in all.enumerated() {
            for other in all[(index + 1)...] where one.kind == other.kind {
                let sameBuyer =
                    one.buyers.isEmpty || other.buyers.isEmpty || !one.buyers.isDisjoint(with: other.buyers)
                let sameNature =
                    one.natures.isEmpty || other.natures.isEmpty || !one.natures.isDisjoint(with: other.natures)
                let days = [one.basis.validFrom, other.basis.validFrom].compactMap { $0 }
                let atOnce = days.contains { one.basis.isValid(on: $0) && other.basis.isValid(on: $0) }
                #expect(!(sameBuyer && sameNature && atOnce), "\(one.kind) \(one.amount) \(other.amount)")
            }
        }
    }

    /// The wide list holds the strict one, and no trade that is none of these services.
    @Test(arguments: [
        ("85311000", true), ("80530000", true), ("79711000", true), ("75252000", true), ("98133100", true),
        ("77310000", false), ("90910000", false), ("45210000", false), ("79900000", false), ("98310000", false),
    ])
    func specificServices(code: String, listed: Bool) throws {
        #expect(SocialServices.isSpecific(try #require(CPV(code))) == listed)
    }

    @Test(arguments: [
        ("2026-05-31", -3, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2026-05-15", -36, "2023-05-15"),
        ("2025-12-31", 2, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
    ])
    func monthsLater(day: String, months: Int, expected: String) throws {
        #expect(try #require(Day(iso: day)).advanced(months: months).iso == expected)
    }
}
