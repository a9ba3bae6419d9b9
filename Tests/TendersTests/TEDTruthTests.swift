import Bytes
import Foundation
import Nomenclature
import TestSupport
import Testing
import Wording

@testable import Tenders

/// The TED notices whose fields were verified by hand, field by field.
@Suite(.enabled(if: Corpus.isPresent)) struct TEDTruthTests {
    struct Expected: Decodable {
        struct Buyer: Decodable { var name: String, id: String?, postcode, nuts, country: String }
        struct Money: Decodable { var amount, currency: String }
        struct Term: Decodable { var value, unit: String }
        struct Limit: Decodable { var date, time: String }
        struct Criteria: Decodable { var quality, cost, price: Int, in_documents_only: Bool }
        struct ExpectedLot: Decodable {
            var lot_no, title: String
            var additional_cpv, nuts: [String]
            var main_site: String?
            var estimated_value: Money?
            var duration: Term?
            var number_of_award_criteria: Int
            var award_criteria: Criteria
        }
        struct Contractor: Decodable { var name: String, id: String?, sme: Bool }
        struct Award: Decodable {
            var lot_no: String
            var contract_no: String?
            var awarded: Bool
            var tenders_received: String
            var tenders_received_sme: String?
            var contractors: [Contractor]
            var value: Money
            var date: String
        }
        var file, form, form_number, language, version, oj_number, document_type_code: String
        var notice_type: String?
        var buyers: [Buyer]
        var title, main_cpv, nature: String
        var estimated_total, total_value: Money?
        var divided_into_lots: Bool
        var reserved: [String]
        var performance_conditions: Bool
        var procedure: [String]
        var framework: Bool
        var deadline: Limit?
        var number_of_lots: Int
        var lots: [ExpectedLot]
        var awards: [Award]?
        var reserved_procurement_code, reserved_execution: String
    }

    /// What the published codes of the expectations are in the vocabulary of the model.
    private static let procedures = ["PT_OPEN": "open", "PT_INVOLVING_NEGOTIATION": "neg-w-call"]
    private static let kinds = ["F21/CONTRACT": ("competition", "cn-social"), "F03/": ("result", "can-standard")]
    private static let reservations = [
        "RESTRICTED_SHELTERED_WORKSHOP": "res-ws", "RESERVED_ORGANISATIONS_SERVICE_MISSION": "res-pub-ser",
    ]

    @Test func theExpectationsAreRead() { #expect(Expectations.files(of: "ted-r209").count == 2) }

    @Test(arguments: Expectations.files(of: "ted-r209")) func notice(_ file: String) throws {
        let want: Expected = try Expectations.of(file)
        let notice = try readNotice(Corpus.path("notices/" + file))
        #expect(notice.format == .ted)
        #expect(want.form == notice.subtype + "_2014")
        #expect(notice.subtype == want.form_number)
        #expect(notice.language == TEDCodes.language(want.language))
        #expect(notice.formatVersion == want.version)
        #expect(notice.publicationNumber == TEDNumber.publication(want.oj_number))
        #expect(notice.id == "ted:" + (notice.publicationNumber ?? ""))
        let kind = try #require(Self.kinds[want.form_number + "/" + (want.notice_type ?? "")])
        #expect((notice.formType, notice.noticeType) == kind)
        #expect(notice.buyers.map(\.name) == want.buyers.map(\.name))
        #expect(notice.buyers.map(\.identifier) == want.buyers.map { $0.id ?? "" })
        #expect(notice.buyers.map(\.postcode) == want.buyers.map(\.postcode))
        #expect(notice.buyers.map(\.nuts) == want.buyers.map(\.nuts))
        #expect(notice.buyers.map(\.country) == want.buyers.map { TEDCodes.country($0.country) })
        #expect(notice.procedure.title == LocalizedText(want.title, language: "FRA"))
        #expect(notice.procedure.mainCPV == want.main_cpv)
        #expect(notice.procedure.nature == want.nature.lowercased())
        check(notice.procedure.value, want.estimated_total)
        check(notice.totalValue, want.total_value)
        #expect([notice.procedure.type] == want.procedure.map { Self.procedures[$0] })
        #expect(notice.procedure.reservation == want.reserved.compactMap { Self.reservations[$0] })
        #expect(notice.lots.count == want.number_of_lots)
        #expect((notice.lots.count > 1) == want.divided_into_lots)
        #expect(notice.lots.map(\.id) == want.lots.map(\.lot_no))
        for (lot, wanted) in zip(notice.lots, want.lots) {
            check(lot, wanted)
            #expect(lot.conditions.isEmpty == !want.performance_conditions)
            #expect((lot.framework != nil) == want.framework)
            #expect(lot.deadline?.date == want.deadline?.date)
            #expect(lot.deadline?.time == want.deadline?.time)
            #expect(lot.reservation == notice.procedure.reservation)
            #expect((lot.reservation.first ?? "none") == want.reserved_procurement_code)
            #expect((lot.reservedExecution ?? "no") == want.reserved_execution)
            #expect(lot.mainCPV == want.main_cpv)
            #expect(lot.nature == want.nature.lowercased())
        }
        for award in want.awards ?? [] { check(try #require(notice.lots.first { $0.id == award.lot_no }), award) }
        #expect(notice.lots.count { $0.result != nil } == want.awards?.count ?? 0)
    }

    private func check(_ lot: Lot, _ want: Expected.ExpectedLot) {
        #expect(lot.title == LocalizedText(want.title, language: "FRA"))
        #expect(lot.additionalCPV == want.additional_cpv)
        #expect(lot.places.map(\.nuts) == want.nuts)
        #expect(lot.places.first?.description == want.main_site ?? "")
        check(lot.value, want.estimated_value)
        #expect(lot.term?.value == want.duration?.value)
        #expect(lot.term?.unit == want.duration?.unit)
        #expect(lot.criteria.count == want.number_of_award_criteria)
        #expect(lot.criteria.count { $0.type == "quality" } == want.award_criteria.quality)
        #expect(lot.criteria.count { $0.type == "cost" } == want.award_criteria.cost)
        #expect(lot.criteria.count { $0.type == "price" } == want.award_criteria.price)
        // « In the documents only » is an absence for the model.
        #expect(!want.award_criteria.in_documents_only || lot.criteria.isEmpty)
    }

    private func check(_ lot: Lot, _ want: Expected.Award) {
        let result = lot.result
        #expect(result?.status == (want.awarded ? "selec-w" : "clos-nw"))
        #expect(result?.tenders == Int(want.tenders_received))
        let small = result?.statistics.first { $0.code == "t-sme" }?.count
        #expect(small == want.tenders_received_sme.flatMap { Int($0) })
        #expect(result?.winners.count == 1)
        let winner = result?.winners.first
        #expect(winner?.contract == want.contract_no ?? "")
        #expect(winner?.concluded == want.date)
        check(winner?.value, want.value)
        #expect(winner?.holders.map(\.name) == want.contractors.map(\.name))
        #expect(winner?.holders.map(\.identifier) == want.contractors.map { $0.id ?? "" })
        #expect(winner?.holders.map(\.size) == want.contractors.map { $0.sme ? "sme" : "large" })
    }

    private func check(_ money: Money?, _ want: Expected.Money?) {
        #expect(money?.amount == want.flatMap { Amount($0.amount) })
        #expect(money?.currency == want?.currency)
    }
}
