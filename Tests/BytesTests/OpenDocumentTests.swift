import TestSupport
import Testing
import Wording

@testable import Bytes

@Suite struct OpenDocumentTests {
    private func row(_ cells: String..., attributes: String = "") -> String {
        "<table:table-row \(attributes)>" + cells.joined() + "</table:table-row>"
    }

    private func text(_ text: String, _ attributes: String = "") -> String {
        "<table:table-cell office:value-type=\"string\" \(attributes)><text:p>\(text)</text:p></table:table-cell>"
    }

    private func value(_ type: String, _ attributes: String, shown: String) -> String {
        "<table:table-cell office:value-type=\"\(type)\" \(attributes) calcext:value-type=\"\(type)\"><text:p>\(shown)</text:p></table:table-cell>"
    }

    private var header: String {
        "<table:table-header-rows>" + row(text("SIRET"), text("Nom"), text("Depuis")) + "</table:table-header-rows>"
    }

    private func rows(_ content: String) throws -> [[String]] {
        let table = try ReadTable(SheetWriter.openDocument("<table:table>\(header)\(content)</table:table>"))
        #expect(table.header == ["SIRET", "Nom", "Depuis"])
        return table.rows
    }

    @Test func values() throws {
        let content =
            row(
                value("float", "office:value=\"12345678900012\"", shown: "12 345 678 900 012"),
                text("Les <text:span>Ateliers</text:span></text:p><text:p>du Pont"),
                value("date", "office:date-value=\"2026-03-31\"", shown: "31/03/26"))
            + row(
                value("float", "office:value=\"1150\"", shown: "01150"),
                value("boolean", "office:boolean-value=\"true\"", shown: "VRAI"),
                value("date", "office:date-value=\"2026-03-31T14:30:00\"", shown: "x"))
            + row(text("#N/A"), value("percentage", "office:value=\"0.65\"", shown: "65 %"), text("a"))
        #expect(
            try rows(content) == [
                ["2", "12345678900012", "Les Ateliers\ndu Pont", "2026-03-31"],
                ["3", "01150", "VRAI", "2026-03-31T14:30:00"], ["4", "", "0.65", "a"],
            ])
    }

    @Test func repeatsAndMerges() throws {
        let blank = "<table:table-cell table:number-columns-repeated=\"16381\"/>"
        let content =
            row(text("1"), text("A", "table:number-columns-repeated=\"2\""), blank)
            + row(
                "<table:table-cell table:number-columns-repeated=\"16384\"/>",
                attributes: "table:number-rows-repeated=\"3\"")
            + row(text("2", "table:number-rows-spanned=\"2\""), text("B"))
            + row("<table:covered-table-cell/>", text("C"))
            + row(text("3"), text("D"), attributes: "table:number-rows-repeated=\"2\"")
            + row("<table:table-cell/>", attributes: "table:number-rows-repeated=\"1048000\"")
        #expect(
            try rows(content) == [
                ["2", "1", "A", "A"], ["6", "2", "B"], ["7", "2", "C"], ["8", "3", "D"], ["9", "3", "D"],
            ])
    }

    @Test func sheetsThatAreHiddenOrNoTable() throws {
        let list = header + row(text("1"), text("A"), text("x"))
        let notes = (1...30).map { row(text("conseil \($0)")) }.joined()
        let styles =
            "<style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style>"
            + "<style:style style:name=\"ta2\"><style:table-properties table:display=\"true\"/></style:style>"
        let bytes = SheetWriter.openDocument(
            "<table:table/><table:table table:style-name=\"ta1\">\(row(text("a"), text("b")))</table:table>"
                + "<table:table>\(notes)</table:table><table:table table:style-name=\"ta2\">\(list)</table:table>",
            styles: styles)
        #expect(try ReadTable(bytes).rows == [["2", "1", "A", "x"]])
        let hidden = SheetWriter.openDocument(
            "<table:table table:style-name=\"ta1\">\(list)</table:table>", styles: styles)
        let problem = #expect(throws: Problem.self) { try ReadTable(hidden) }
        #expect(problem?.rule == "table.empty")
        #expect(problem?.message.fr.contains("masquée") == true)
    }

    @Test(arguments: [
        ("table:number-rows-repeated=\"1000000\"", "", "table.damaged"),
        ("", "table:number-columns-repeated=\"16384\"", "table.limit.columns"),
    ])
    func filledRepeatsAreBounded(_ onRow: String, _ onCell: String, _ rule: String) {
        let bytes = SheetWriter.openDocument(
            "<table:table>" + row(text("a", onCell), text("b"), attributes: onRow) + "</table:table>")
        #expect(#expect(throws: Problem.self) { try ReadTable(bytes) }?.rule == rule)
    }

    @Test func aPasswordIsTold() {
        let bytes = Packing.zip.pack(
            [
                .init("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), .init("content.xml", "\u{1}\u{2}"),
                .init(
                    "META-INF/manifest.xml",
                    "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"),
            ], stored: true)
        #expect(#expect(throws: Problem.self) { try ReadTable(bytes) }?.rule == "table.password")
    }
}
