import Catalog
import Nomenclature
import Tenders
import Testing

@testable import Workspace

@Suite struct JSONTextTests {
    @Test(arguments: [
        "", "plain", "guillemet \" barre \\ oblique", "ligne\nsuivante\t\r\u{0}\u{1F}", "l’œuvre « 12 € » 👷",
        "\u{7F}\u{2028}",
    ])
    func textsComeBack(_ text: String) throws {
        #expect(try JSONText.decode([String].self, JSONText.encode([text])) == [text])
        #expect(try JSONText.decode([String: String].self, JSONText.encode([text: text])) == [text: text])
    }

    /// Every shape that the model has: options, nested lists, enumerations with values, amounts.
    @Test func modelsComeBack() throws {
        var notice = Notice(format: .eForms, id: "n")
        notice.procedure.title = LocalizedText("Entretien \"des\" locaux", language: "FRA")
        notice.issueDate = Day(iso: "2026-03-04")
        notice.change = NoticeChange()
        var lot = Lot(id: "LOT-0001")
        lot.value = Money(Amount(euros: 125_000), currency: "EUR")
        lot.suitsSME = false
        lot.conditions = [LocalizedText("Heures d’insertion", language: "FRA")]
        lot.places = [PerformancePlace(nuts: "FRK26"), PerformancePlace(city: "Lyon")]
        lot.deadline = Deadline(kind: .tenders, date: "2026-04-01", time: "12:00:00+02:00")
        lot.result = LotResult()
        notice.lots = [lot, Lot(id: "LOT-0002")]
        #expect(try JSONText.decode(Notice.self, JSONText.encode(notice)) == notice)
        for perimeter in [Perimeter.radius(30), .zones(departements: ["69", "2A"], regions: []), .france] {
            #expect(try JSONText.decode([Perimeter].self, JSONText.encode([perimeter])) == [perimeter])
        }
    }

    @Test func equalValuesGiveEqualText() throws {
        let lots = (0..<20).map { Lot(id: "LOT-\($0)") }
        #expect(try JSONText.encode(lots) == JSONText.encode(lots))
        #expect(try JSONText.encode(1.5) == "1.5")
        #expect(try JSONText.encode([Int?.some(1), nil]) == "[1,null]")
    }
}
