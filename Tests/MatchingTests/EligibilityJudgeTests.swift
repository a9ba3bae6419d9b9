import Catalog
import Matching
import Nomenclature
import Testing
import Wording

@Suite struct EligibilityJudgeTests {
    static let articles = ["L2113-12", "L2113-13", "L2113-13-1", "L2113-14", "L2113-15"]

    private func judge(
        _ supplier: Supplier, _ article: String, cpv: [String] = ["85311000"], months: Double? = 24,
        facts: EligibilityFacts = EligibilityFacts()
    ) throws -> Eligibility {
        let need = try Sample.need("Lot", cpv: cpv, months: months)
        let reservation = Reservation(articles: [article], origin: .text, isCertain: true, quote: "lot réservé")
        return EligibilityJudge().judge(supplier, for: need, reservation: reservation, facts: facts)
    }

    /// The table of the domain model, section 2: y eligible, ? to confirm, n not eligible, for L2113-12, -13, -13-1,
    /// -14 and -15. Structures of the ESS, share known at 60 %. No catalogue tells the mission that L2113-15 asks for.
    @Test(
        arguments: [
            (.ei, "nyny?"), (.aci, "nyny?"), (.ai, "nyny?"), (.etti, "nyny?"), (.eiti, "n?n??"), (.geiq, "n?n??"),
            (.sep, "nnynn"), (.ea, "yn?y?"), (.esat, "ynny?"), (.eatt, "?nn??"), (.association, "??n??"),
            (.scop, "??n??"),
        ] as [(StructureKind, String)])
    func everyKindUnderEveryArticle(kind: StructureKind, expected: String) throws {
        let supplier = Sample.supplier("1", kinds: [kind], share: 0.6, ess: true)
        for (article, sign) in zip(Self.articles, expected) {
            let verdict = try judge(supplier, article).verdict
            let wanted: Eligibility.Verdict = sign == "y" ? .eligible : sign == "?" ? .toConfirm : .notEligible
            #expect(verdict == wanted, "\(kind.rawValue) \(article)")
        }
    }

    @Test(
        arguments: [(0.6, .eligible), (0.5, .eligible), (0.4, .notEligible), (nil, .toConfirm)]
            as [(Double?, Eligibility.Verdict)])
    func shareOfInsertion(share: Double?, verdict: Eligibility.Verdict) throws {
        let answer = try judge(Sample.supplier("1", kinds: [.ei], share: share), "L2113-13")
        #expect(answer.verdict == verdict)
        #expect(answer.articles == ["L2113-13"])
        #expect(answer.missing.isEmpty == (verdict != .toConfirm))
    }

    @Test(
        arguments: [
            (["85311000"], 24.0, true, .eligible), (["85311000", "90910000"], 24, true, .toConfirm),
            (["80510000"], 24, true, .toConfirm), (["85311000"], 48, true, .toConfirm), ([], 24, true, .toConfirm),
            (["85311000"], 24, nil, .toConfirm), (["85311000"], 24, false, .notEligible),
        ] as [([String], Double, Bool?, Eligibility.Verdict)])
    func socialServices(cpv: [String], months: Double, ess: Bool?, verdict: Eligibility.Verdict) throws {
        let facts = EligibilityFacts(hasMission: true, awards: KnownAwards(contracts: [], coversBuyer: true))
        let answer = try judge(
            Sample.supplier("1", kinds: [.ei], ess: ess), "L2113-15", cpv: cpv, months: months, facts: facts)
        #expect(answer.verdict == verdict)
    }

    @Test func publicBodyIsNoEnterpriseOfTheESS() throws {
        let town = Sample.supplier("1", kinds: [.aci], share: 0.8, legalCategory: "7210")
        #expect(try judge(town, "L2113-15").verdict == .notEligible)
        #expect(try judge(town, "L2113-13").verdict == .eligible)
    }

    @Test func kindsAreJudgedOnTheDayOfTheNotice() throws {
        let lapsed = Sample.supplier("1", kinds: [.ei], share: 0.8, validTo: "2023-12-31")
        let answer = try judge(lapsed, "L2113-13")
        #expect(answer.verdict == .notEligible)
        #expect(answer.reasons.map(\.fr) == ["qualité d’EI non valable à la date de l’avis (fin le 31/12/2023)"])
        #expect(
            try judge(Sample.supplier("1", kinds: [.ei], share: 0.8, validTo: "2024-12-31"), "L2113-13").verdict
                == .eligible)
    }

    @Test func bestKindCounts() throws {
        let both = Sample.supplier("1", kinds: [.ei, .ea], share: 0.7)
        #expect(try judge(both, "L2113-12").verdict == .eligible)
        #expect(try judge(both, "L2113-13").verdict == .eligible)
    }

    @Test func flagWithoutArticleLeavesBothFamiliesToConfirm() throws {
        let need = try Sample.need("Tonte", flags: ["res-ws"])
        let reservation = ReservationReader.read(need)
        for kind in [.ei, .ea, .esat, .ai] as [StructureKind] {
            let answer = EligibilityJudge().judge(
                Sample.supplier("1", kinds: [kind], share: 0.8), for: need, reservation: reservation)
            #expect(answer.verdict == .toConfirm)
            #expect(answer.missing.contains { $0.fr.hasPrefix("article exact de la réservation") })
        }
        let none = EligibilityJudge().judge(Sample.supplier("1"), for: need, reservation: reservation)
        #expect(none.verdict == .notEligible)
    }

    @Test func nothingReserved() throws {
        let answer = EligibilityJudge().judge(Sample.supplier("1"), for: try Sample.need("Tonte"), reservation: nil)
        #expect(answer.verdict == .eligible)
        #expect(answer.articles.isEmpty)
        #expect(answer.reasons.map(\.fr) == ["lot non réservé"])
        #expect(answer.reasons.map(\.en) == ["lot not reserved"])
    }

    @Test func evidenceHasSourceAndDate() throws {
        let answer = try judge(Sample.supplier("1", kinds: [.ea]), "L2113-12")
        #expect(answer.evidence.map(\.fr) == ["EA\u{A0}: liste des SIAE de l’ASP, vu le 15/01/2024"])
    }

    @Test func everyArticleHasARuleForEveryKind() {
        for article in ReservationRules.articles {
            for kind in ReservationRules.kinds {
                #expect(ReservationRules.all.contains { $0.article == article && $0.kind == kind })
            }
        }
        #expect(ReservationRules.articles == Self.articles)
    }
}
