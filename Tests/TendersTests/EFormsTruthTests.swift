import Bytes
import Nomenclature
import Foundation
import TestSupport
import Testing
import Wording

@testable import Tenders

/// The notices whose fields were verified by hand, field by field.
@Suite(.enabled(if: Corpus.isPresent)) struct EFormsTruthTests {
    struct Expected: Decodable {
        struct Buyer: Decodable { var name, id: String?, postcode, nuts, country: String? }
        struct Money: Decodable { var amount, currency: String }
        struct Procedure: Decodable {
            var title, main_cpv: String
            var additional_cpv, nuts, postcodes, cities: [String]
        }
        struct Tenderer: Decodable { var name, id: String }
        struct ExpectedWinner: Decodable { var tender: String, amount: Money?, tenderers: [Tenderer] }
        struct Result: Decodable { var lot, status: String, winners: [ExpectedWinner], statistics: [[String?]] }
        var file, notice_type, form_type, notice_subtype, sdk_version, notice_id, publication_number: String
        var language, procedure_type: String
        var buyers: [Buyer]
        var procedure: Procedure
        var lots: [ExpectedLot]
        var results: [Result]?
        var notice_value: Money?
    }

    @Test func theExpectationsAreRead() { #expect(Expectations.files(of: "eforms").count == 4) }

    @Test(arguments: Expectations.files(of: "eforms")) func notice(_ file: String) throws {
        let expected: Expected = try Expectations.of(file)
        let notice = try readNotice(Corpus.path("notices/" + file))
        #expect(notice.noticeType == expected.notice_type)
        #expect(notice.formType == expected.form_type)
        #expect(notice.subtype == expected.notice_subtype)
        #expect(notice.formatVersion == expected.sdk_version)
        #expect(notice.id == expected.notice_id)
        #expect(notice.publicationNumber == expected.publication_number)
        #expect(notice.language == expected.language)
        #expect(notice.procedure.type == expected.procedure_type)
        #expect(notice.buyers.map(\.name) == expected.buyers.map { $0.name ?? "" })
        #expect(notice.buyers.map(\.identifier) == expected.buyers.map { $0.id ?? "" })
        #expect(notice.buyers.map(\.postcode) == expected.buyers.map { $0.postcode ?? "" })
        #expect(notice.buyers.map(\.nuts) == expected.buyers.map { $0.nuts ?? "" })
        #expect(notice.buyers.map(\.country) == expected.buyers.map { $0.country ?? "" })
        #expect(notice.procedure.mainCPV == expected.procedure.main_cpv)
        #expect(notice.procedure.additionalCPV == expected.procedure.additional_cpv)
        #expect(notice.procedure.places.map(\.nuts).filter { !$0.isEmpty } == expected.procedure.nuts)
        #expect(notice.procedure.places.map(\.city).filter { !$0.isEmpty } == expected.procedure.cities)
        #expect(notice.totalValue?.amount.decimal == expected.notice_value?.amount)
        #expect(notice.lots.map(\.id) == expected.lots.map(\.id))
        for (lot, want) in zip(notice.lots, expected.lots) { want.check(lot) }
        for want in expected.results ?? [] { check(try #require(notice.lots.first { $0.id == want.lot }), want) }
    }

    private func check(_ lot: Lot, _ want: Expected.Result) {
        #expect(lot.result?.status == want.status)
        #expect(lot.result?.winners.map(\.tender) == want.winners.map(\.tender))
        #expect(lot.result?.winners.map { $0.value?.amount.decimal } == want.winners.map { $0.amount?.amount })
        #expect(lot.result?.winners.flatMap(\.holders).map(\.identifier) == want.winners.flatMap(\.tenderers).map(\.id))
        #expect(lot.result?.winners.flatMap(\.holders).map(\.name) == want.winners.flatMap(\.tenderers).map(\.name))
        #expect(lot.result?.statistics.map { $0.count.map(String.init) } == want.statistics.map { $0.last ?? nil })
    }

    @Test func everyNoticeOfTheCorpusIsRead() throws {
        var read = 0
        var lots = 0
        var refused: [String] = []
        try InputWalker().forEach([Corpus.path("notices/eforms")], onProblem: { refused.append($0.place.file) }) {
            input in
            guard input.name.hasSuffix(".xml") else { return }
            do {
                let notice = try onlyNotice(in: input)
                read += 1
                lots += notice.lots.count
                #expect(!notice.id.isEmpty && !notice.formType.isEmpty && !notice.subtype.isEmpty, "\(input.name)")
                #expect(!notice.buyers.isEmpty, "\(input.name)")
                #expect(
                    !notice.lots.isEmpty || !notice.parts.isEmpty || ["1", "2", "3"].contains(notice.subtype),
                    "\(input.name)")
            } catch let problem as Problem {
                refused.append(problem.rule)
            }
        }
        // 64 real notices and 80 examples of the SDK, of which two are business registrations.
        #expect(read == 142)
        #expect(refused == ["notice.registration", "notice.registration"])
        #expect(lots > 300)
    }
}
