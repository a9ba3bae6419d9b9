import TestSupport
import Testing

@testable import Tenders

/// Fields that few notices fill in, on the examples of the eForms SDK, which fill in all of them.
@Suite(.enabled(if: Corpus.isPresent)) struct EFormsDetailTests {
    private func example(_ name: String) throws -> Notice {
        try readNotice(Corpus.path("notices/eforms/sdk-examples/\(name).xml"))
    }

    @Test func termsOfACall() throws {
        let notice = try example("cn_24_maximal")
        #expect(notice.procedure.maximumLotsAwarded == 2 && notice.procedure.maximumLotsSubmitted == 2)
        #expect(notice.lotGroups.map(\.id) == ["GLO-0001"])
        #expect(notice.lotGroups.first?.members == ["LOT-0001", "LOT-0002"])
        #expect(notice.earlierPublications == ["9c0fd704-64d3-4294-a3b6-6df45911ab9f-01"])
        let lot = try #require(notice.lots.first)
        #expect(lot.selection.prefix(2).map(\.code) == ["slc-suit-reg-prof", "slc-stand-other"])
        #expect(lot.selection.allSatisfy { notice.text($0.description) == "Selection Criteria Description ---" })
        #expect(notice.text(lot.groupForm) == "Tenderer Legal Form Description ---")
        #expect(lot.submissionURL == "http://tender-submit.fin-adm.com/esubmission")
    }

    @Test func subcontractingOfAWinner() throws {
        let winner = try #require(try example("can_24_maximal").lots.first?.result?.winners.first)
        let part = try #require(winner.subcontracting)
        #expect(part.code == "yes" && part.percent == 30 && part.value?.amount.decimal == "9999999.99")
    }

    @Test func modificationOfAContract() throws {
        let notice = try example("can-modif_24_duration")
        let change = try #require(notice.contractModification)
        #expect(change.previous == "268231-2010" && change.reason == "mod-cir" && change.sections == ["RESULT"])
        #expect(change.details.map(notice.text).first?.hasPrefix("Extension of six (6) months") == true)
        #expect(notice.change == nil && notice.isOver)
    }

    @Test func criteriaSaidNotToBeUsedAreLeftOut() throws {
        let french = try readNotice(Corpus.path("notices/eforms/00302062-2023.xml"))
        #expect(french.lots.first?.subcontracting?.obligation == "subc-chng")
        var seen = 0
        for name in ["00302062-2023", "00665175-2023"] {
            let notice = try readNotice(Corpus.path("notices/eforms/\(name).xml"))
            seen += notice.lots.flatMap(\.selection).count
            #expect(notice.lots.flatMap(\.selection).allSatisfy { $0 != SelectionCriterion() })
        }
        #expect(seen > 0)
    }
}
