import Testing
import Wording

@testable import Reports

@Suite struct WorkbookTests {
    @Test func sameBytesTwice() throws {
        let report = try Samples.report()
        let first = try Workbook(report, language: .french).bytes()
        let second = try Workbook(report, language: .french).bytes()
        #expect(first.prefix(2) == [0x50, 0x4B])
        #expect(first == second)
    }

    @Test func namesOfSheets() {
        var taken: Set<String> = []
        #expect(Workbook.sheetName("Par mois / année", taken: &taken) == "Par mois   année")
        #expect(Workbook.sheetName("par mois / année", taken: &taken) == "par mois   année 2")
        #expect(Workbook.sheetName(String(repeating: "x", count: 40), taken: &taken).count == 31)
        #expect(Workbook.sheetName("", taken: &taken) == "–")
    }

    @Test func awkwardTexts() throws {
        let table = ReportTable(
            title: Phrase("Essai", "Trial"), columns: [.init("a", Phrase("A", "A"))],
            rows: [[.text("=1+1")], [.text("\u{1}\u{8}")], [.text(String(repeating: "é", count: 40_000))], [.empty]])
        #expect(try !Workbook(title: "t", sheets: [table], language: .french).bytes().isEmpty)
    }

    @Test func folderThatIsNotThere() {
        #expect(throws: Workbook.Failure.self) {
            try Workbook(title: "t", sheets: [], language: .french).write(to: "/nowhere/at/all.xlsx")
        }
    }
}
