import Foundation
import Nomenclature
import TestSupport
import Testing

@testable import Tenders

/// The notices of the BOAMP whose fields were verified by hand, field by field.
@Suite(.enabled(if: Corpus.isPresent)) struct BOAMPTruthTests {
    /// An eForms notice inside `ann`.
    struct EFormsExpected: Decodable {
        struct Buyer: Decodable { var name, id, postcode, nuts, country: String }
        struct Procedure: Decodable {
            var title, main_cpv: String
            var additional_cpv, nuts, postcodes, cities: [String]
            var estimated_value: ExpectedLot.Money?
        }
        var notice_type, form_type, notice_subtype, sdk_version, notice_id: String
        var publication_number: String?
        var language, procedure_type: String
        var buyers: [Buyer]
        var number_of_lots: Int
        var procedure: Procedure
        var lots: [ExpectedLot]
        var idweb: String
        var criteres_sociaux_env: [String]
        var management_deadline: String
    }

    /// A national form.
    struct NationalExpected: Decodable {
        struct Buyer: Decodable { var name: String, id: String?, postcode: String }
        struct Place: Decodable { var postcode, city: String }
        struct ExpectedLot: Decodable { var num, title, quantity_text: String }
        struct Criterion: Decodable { var name, weight_percent: String }
        var format, idweb: String
        var nature: [String]
        var buyer: Buyer
        var title: String
        var main_cpv: String?
        var nuts: [String]
        var places: [Place]
        var number_of_lots: Int
        var lots: [ExpectedLot]
        var award_criteria: [Criterion]
        var number_of_award_criteria: Int
        var deadline, duration_months: String
        var reserved, criteres_sociaux_env, dep_publication: [String]
    }

    /// No truth about the BOAMP goes unread.
    @Test func theExpectationsAreTheTwoBelow() {
        #expect(Expectations.files(of: "boamp") == ["boamp/26-87466.xml", "boamp/26-88099.xml"])
    }

    private func criteria(_ index: NoticeIndex?) -> [String] {
        (index?.hasSocialCriteria == true ? ["SOCIAUX"] : [])
            + (index?.hasEnvironmentalCriteria == true ? ["ENVIRONNEMENTAUX"] : [])
    }

    @Test func anEFormsNoticeInsideAnn() throws {
        let expected: EFormsExpected = try Expectations.of("boamp/26-87466.xml")
        let notice = try readNotice(Corpus.path("notices/boamp/26-87466.xml"))
        #expect(notice.format == .boamp)
        #expect(notice.formatVersion == "3.2.5 EFORMS (\(expected.sdk_version))")
        #expect(notice.noticeType == expected.notice_type)
        #expect(notice.formType == expected.form_type)
        #expect(notice.subtype == expected.notice_subtype)
        #expect(notice.id == expected.notice_id)
        #expect(notice.publicationNumber == expected.publication_number)
        #expect(notice.language == expected.language)
        #expect(notice.procedure.type == expected.procedure_type)
        #expect(notice.buyers.map(\.name) == expected.buyers.map(\.name))
        #expect(notice.buyers.map(\.identifier) == expected.buyers.map(\.id))
        #expect(notice.buyers.map(\.postcode) == expected.buyers.map(\.postcode))
        #expect(notice.buyers.map(\.nuts) == expected.buyers.map(\.nuts))
        #expect(notice.buyers.map(\.country) == expected.buyers.map(\.country))
        #expect(notice.text(notice.procedure.title) == expected.procedure.title)
        #expect(notice.procedure.mainCPV == expected.procedure.main_cpv)
        #expect(notice.procedure.additionalCPV == expected.procedure.additional_cpv)
        #expect(notice.procedure.places.map(\.nuts) == expected.procedure.nuts)
        #expect(notice.procedure.places.map(\.postcode) == expected.procedure.postcodes)
        #expect(notice.procedure.places.map(\.city) == expected.procedure.cities)
        #expect(notice.procedure.value?.amount.decimal == expected.procedure.estimated_value?.amount)
        #expect(notice.index?.idweb == expected.idweb)
        #expect(criteria(notice.index) == expected.criteres_sociaux_env)
        #expect(notice.lots.count == expected.number_of_lots)
        for (lot, want) in zip(notice.lots, expected.lots) {
            want.check(lot)
            #expect(lot.id == want.id)
            #expect(notice.text(lot.title) == want.title)
            #expect(lot.title?.languages == want.title_languages)
            #expect(lot.value?.usableEuros == want.estimated_value.flatMap { Amount($0.amount) })
            #expect(lot.criteria.map(\.type) == want.award_criteria_types)
            #expect(lot.deadline?.iso == expected.management_deadline)
        }
    }

    @Test func anAdaptedProcedure() throws {
        let expected: NationalExpected = try Expectations.of("boamp/26-88099.xml")
        let notice = try readNotice(Corpus.path("notices/boamp/26-88099.xml"))
        #expect("BOAMP " + notice.formatVersion == expected.format)
        #expect(notice.id == "boamp:" + expected.idweb)
        #expect(notice.publicationNumber == expected.idweb)
        #expect(expected.nature.map { BOAMPCode.find(.nature, $0)?.meaning } == [notice.formType])
        #expect(notice.buyers.map(\.name) == [expected.buyer.name])
        #expect(notice.buyers.map(\.identifier) == [expected.buyer.id ?? ""])
        #expect(notice.buyers.map(\.postcode) == [expected.buyer.postcode])
        #expect(notice.text(notice.procedure.title) == expected.title)
        #expect(notice.procedure.mainCPV == expected.main_cpv)
        #expect(notice.procedure.places.map(\.nuts).filter { !$0.isEmpty } == expected.nuts)
        #expect(notice.procedure.places.map(\.postcode) == expected.places.map(\.postcode))
        #expect(notice.procedure.places.map(\.city) == expected.places.map(\.city))
        #expect(notice.lots.count == expected.number_of_lots)
        #expect(notice.lots.map(\.id) == expected.lots.map(\.num))
        #expect(notice.lots.map { notice.text($0.title) } == expected.lots.map(\.title))
        #expect(notice.lots.map { notice.text($0.note) } == expected.lots.map(\.quantity_text))
        #expect(notice.lots.map { $0.value?.usableEuros } == [20_000, 35_000, 20_000].map { Amount(euros: $0) })
        #expect(criteria(notice.index) == expected.criteres_sociaux_env)
        #expect(notice.index?.departements == expected.dep_publication)
        for lot in notice.lots {
            #expect(lot.criteria.count == expected.number_of_award_criteria)
            #expect(lot.criteria.map { notice.text($0.name) } == expected.award_criteria.map(\.name))
            #expect(lot.criteria.map(\.weight) == expected.award_criteria.map(\.weight_percent))
            #expect(lot.criteria.allSatisfy { $0.weightKind == "per-exa" })
            #expect(lot.deadline?.iso == expected.deadline)
            #expect(lot.term?.months.map { String(Int($0)) } == expected.duration_months)
            #expect(lot.reservation.filter { $0 != "none" } == expected.reserved)
        }
    }
}
