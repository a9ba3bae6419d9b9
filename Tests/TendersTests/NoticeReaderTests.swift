import Bytes
import Nomenclature
import Foundation
import TestSupport
import Testing
import Wording

@testable import Tenders

@Suite struct NoticeReaderTests {
    @Test(arguments: [
        ("", "file.empty"), ("siret;nom\n1;2", "notice.notXML"), ("<html><body/></html>", "notice.unknownRoot"),
        (
            "<ContractNotice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2\"><a>",
            "xml.truncated"
        ),
        (
            "<ContractNotice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2\"/>",
            "notice.noIdentifier"
        ),
        ("<ContractNotice/>", "notice.unknownRoot"), ("<TED_EXPORT/>", "notice.noIdentifier"),
        ("<marches/>", "notice.recognisedNotRead"),
    ])
    func badInputIsNamed(_ text: String, rule: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x.xml", text)
        let problem = #expect(throws: Problem.self) { try readNotice(path) }
        #expect(problem?.rule == rule)
        #expect(problem?.place.file == path)
    }

    /// A notice cut at any byte is a problem or a notice, never a crash.
    @Test func aNoticeCutAnywhere() throws {
        let whole = try Data(
            contentsOf: URL(fileURLWithPath: Project.path("Tenders/avis/2026-004-services-population-saint-alban.xml")))
        let folder = try TemporaryFolder()
        for length in stride(from: 0, to: whole.count - 10, by: max(1, whole.count / 97)) {
            let path = try folder.write("cut.xml", whole.prefix(length))
            #expect(throws: Problem.self) { try readNotice(path) }
        }
    }

    @Test func deadlinesAreWrittenAsISO8601() {
        let cases: [(String, String?, String)] = [
            ("2024-03-04+02:00", "12:00:00+02:00", "2024-03-04T12:00:00+02:00"),
            ("2024-03-04Z", "12:00:00.000+02:00", "2024-03-04T12:00:00+02:00"),
            ("2024-03-04+01:00", nil, "2024-03-04"), ("2024-03-04", "09:30Z", "2024-03-04T09:30:00Z"),
        ]
        for (date, time, iso) in cases { #expect(Deadline(kind: .tenders, date: date, time: time).iso == iso) }
    }

    @Test func termsInMonths() throws {
        #expect(ContractTerm(value: "4", unit: "YEAR").months == 48)
        #expect(ContractTerm(value: "0", unit: "YEAR").months == nil)
        let term = ContractTerm(start: .init(iso: "2026-01-01"), end: .init(iso: "2027-07-01"))
        #expect(term.months == 18)
    }

    @Test func frenchIsPreferredThenTheLanguageOfTheNotice() {
        var text = LocalizedText("Reinigung", language: "DEU")
        text.add("Cleaning", language: "ENG")
        #expect(text.preferred(noticeLanguage: "ENG") == "Cleaning")
        text.add("Nettoyage", language: "FRA")
        #expect(text.preferred(noticeLanguage: "ENG") == "Nettoyage")
        #expect(text.preferred(noticeLanguage: "POL") == "Nettoyage")
    }

    @Test func doublyEscapedTextIsRepaired() {
        #expect(TextRepair.clean("l&#039;eau &amp; l\u{92}air") == "l'eau & l’air")
    }
}
