import TestSupport
import Testing
import Wording

@testable import Bytes

/// Each quirk of a real XLSX workbook, one at a time.
@Suite struct ExcelTests {
    private static let header = SheetWriter.row(1, ["SIRET", "Nom", "Ville"])

    private func value(_ cell: String, shared: String = "", formats: [String] = []) throws -> String {
        let rows = Self.header + SheetWriter.row(2, cells: cell, "<c t=\"inlineStr\"><is><t>X</t></is></c>")
        let table = try ReadTable(SheetWriter.excel(rows, shared: shared, formats: formats))
        #expect(table.header == ["SIRET", "Nom", "Ville"])
        return try #require(table.rows.first)[1]
    }

    @Test(arguments: [
        ("12345678900012", "12345678900012"), ("1.2345678900012E13", "12345678900012"),
        ("1.2345678900012E+13", "12345678900012"), ("12.0", "12"), ("0.1", "0.1"), ("0.30000000000000004", "0.3"),
        ("1.9999999999999999", "2"), ("99999999999999999", "100000000000000000"), ("-1234.50", "-1234.5"),
        ("0", "0"), ("-0", "0"), ("0.000", "0"), ("1E-3", "0.001"), ("1.5E-7", "0.00000015"), ("007", "7"),
        ("123456789012345678", "123456789012346000"), ("1E+300", "1E+300"), ("abc", "abc"), ("", ""), (".5", "0.5"),
        (" 42 ", "42"),
    ])
    func numbersArePlain(_ written: String, _ read: String) throws {
        #expect(try value("<c><v>\(written)</v></c>") == read)
    }

    @Test(arguments: [
        ("dd/mm/yyyy", "46112", "2026-03-31"), ("[$-40C]d mmmm yyyy;@", "46112.6", "2026-03-31"),
        ("mmm-yy", "46112", "2026-03-31"), ("yyyy\\-mm\\-dd", "1", "1900-01-01"), ("d/m/yy", "59", "1900-02-28"),
        ("d/m/yy", "61", "1900-03-01"), ("d/m/yy", "60", "60"), ("d/m/yy", "2958465", "9999-12-31"),
        ("d/m/yy", "2958466", "2958466"), ("d/m/yy", "-1", "-1"), ("d/m/yy", "36585", "2000-02-29"),
        ("dd/mm/yyyy hh:mm", "46112.604166666664", "2026-03-31T14:30:00"), ("dd/mm/yyyy hh:mm", "46112", "2026-03-31"),
        ("dd/mm/yyyy hh:mm", "46111.999999999", "2026-03-31"), ("h:mm", "0.25", "06:00"), ("[h]:mm", "1.5", "36:00"),
        ("[mm]:ss", "0.0420138888888889", "01:00:30"), ("h:mm AM/PM", "0.75", "18:00"),
        ("0.00\" jours\"", "12", "12"), ("[Red]0;[Blue]-0", "12", "12"), ("#,##0.00\\ \"€\"", "1234.5", "1234.5"),
        ("0%", "0.65", "0.65"), ("General", "46112", "46112"), ("0.00E+00", "46112", "46112"), ("@", "46112", "46112"),
        ("00000", "1150", "01150"), ("000 000 000 00000", "12345678900012", "12345678900012"),
        ("000\\ 000\\ 000", "1234567", "001234567"), ("00000", "1150.5", "1150.5"), ("_-* 0_-", "7", "7"),
    ])
    func formatsSayWhatANumberIs(_ format: String, _ written: String, _ read: String) throws {
        #expect(try value("<c s=\"1\"><v>\(written)</v></c>", formats: [format]) == read)
    }

    @Test(arguments: [
        (14, NumberStyle.day), (17, .day), (18, .time), (22, .dayAndTime), (45, .time), (47, .time), (0, .plain),
        (49, .plain), (999, .plain),
    ])
    func builtInFormats(_ number: Int, _ style: NumberStyle) {
        #expect(NumberStyle(builtIn: number) == style)
    }

    @Test func daysMayCountFrom1904() throws {
        let rows = Self.header + SheetWriter.row(2, cells: "<c s=\"1\"><v>0</v></c>", "<c s=\"1\"><v>44650</v></c>")
        for flag in ["1", "true"] {
            let bytes = SheetWriter.excel(
                [.init(rows: rows)], formats: ["dd/mm/yyyy"], workbook: "<workbookPr date1904=\"\(flag)\"/>")
            #expect(try ReadTable(bytes).rows == [["2", "1904-01-01", "2026-03-31"]])
        }
    }

    @Test(arguments: [
        ("<c t=\"b\"><v>1</v></c>", "VRAI"), ("<c t=\"b\"><v>0</v></c>", "FAUX"), ("<c t=\"e\"><v>#N/A</v></c>", ""),
        ("<c t=\"str\"><f>A1&amp;B1</f><v>résultat</v></c>", "résultat"), ("<c><f>1+1</f><v>2</v></c>", "2"),
        ("<c><f>1+1</f></c>", ""), ("<c t=\"s\"><v>0</v></c>", "un"), ("<c t=\"s\"><v> 1 </v></c>", "Atelier du Pont"),
        ("<c t=\"s\"><v>2</v></c>", "東京"), ("<c t=\"s\"><v>3</v></c>", ""), ("<c t=\"s\"><v>4</v></c>", "a\n b_c"),
        ("<c t=\"inlineStr\"><is><r><t>Les </t></r><r><t>Ateliers</t></r></is></c>", "Les Ateliers"),
        ("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">  &lt;b&gt; &amp;  </t></is></c>", "<b> &"),
        ("<c t=\"d\"><v>2026-03-31T00:00:00Z</v></c>", "2026-03-31"),
        ("<c t=\"d\"><v>2026-03-31T14:30:00</v></c>", "2026-03-31T14:30:00"), ("<c s=\"99\"><v>5</v></c>", "5"),
    ])
    func typesOfCells(_ cell: String, _ read: String) throws {
        let shared =
            "<si><t>un</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">Atelier </t></r><r><t>du Pont</t></r></si>"
            + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh><phoneticPr fontId=\"1\"/></si><si/>"
            + "<si><t>a_x000A_ b_x005F_c</t></si>"
        #expect(try value(cell, shared: shared) == read)
    }

    @Test func cellsAreWhereTheirReferencesSay() throws {
        let rows =
            Self.header
            + "<row r=\"3\"><c r=\"C3\"><v>3</v></c><c r=\"A3\"><v>1</v></c></row><row><c><v>4</v></c><c><v>5</v></c></row>"
            + "<row r=\"7\"><c r=\"B7\"><v>6</v></c></row><row r=\"8\"><c r=\"A8\" s=\"0\"/></row><row r=\"9\"/>"
        #expect(
            try ReadTable(SheetWriter.excel(rows)).rows == [["3", "1", "", "3"], ["4", "4", "5"], ["7", "", "6"]])
    }

    @Test func mergedCellsReachDownToFilledRows() throws {
        let rows =
            Self.header + SheetWriter.row(2, ["Landes", "A", "x"]) + SheetWriter.row(3, [nil, "B", "y"])
            + SheetWriter.row(4, [nil, nil, nil]) + SheetWriter.row(5, ["Gers", "C", nil])
            + SheetWriter.row(6, [nil, "D"])
        let bytes = SheetWriter.excel([.init(rows: rows, merges: ["A2:A4", "B5:C5", "C2:C3", "Z1:Z9", "??"])])
        #expect(
            try ReadTable(bytes).rows == [
                ["2", "Landes", "A", "x"], ["3", "Landes", "B", "y"], ["5", "Gers", "C"], ["6", "", "D"],
            ])
    }

    /// A header over two lines: titles of groups, and names merged over both.
    @Test func groupedHeader() throws {
        let rows =
            SheetWriter.row(1, ["SIRET", "Nom", "Adresse", nil, nil])
            + SheetWriter.row(2, [nil, nil, "Rue", "CP", "Ville"])
            + SheetWriter.row(3, ["1", "A", "rue X", "40000", "Dax"])
        let bytes = SheetWriter.excel([.init(rows: rows, merges: ["A1:A2", "B1:B2", "C1:E1"])])
        let table = try ReadTable(bytes)
        #expect(table.header == ["SIRET", "Nom", "Rue", "CP", "Ville"])
        #expect(table.rows == [["3", "1", "A", "rue X", "40000", "Dax"]])
    }

    @Test func theFirstVisibleSheetWithATableIsRead() throws {
        let list = Self.header + SheetWriter.row(2, ["1", "A", "Dax"])
        let bytes = SheetWriter.excel([
            .init(rows: ""), .init(rows: Self.header, state: "hidden"), .init(rows: Self.header, state: "veryHidden"),
            .init(rows: (1...30).map { SheetWriter.row($0, ["Conseil numéro \($0)"]) }.joined()),
            .init(rows: SheetWriter.row(1, ["Note"])), .init(rows: list), .init(rows: Self.header),
        ])
        #expect(try ReadTable(bytes).rows == [["2", "1", "A", "Dax"]])
        let lone = SheetWriter.excel([
            .init(rows: ""), .init(rows: SheetWriter.row(4, [nil, "SIRET"]) + SheetWriter.row(5, [nil, "1"])),
        ])
        #expect(try ReadTable(lone).rows == [["5", "", "1"]])
    }

    @Test func strictWorkbooksAndOtherNames() throws {
        let rows = Self.header + SheetWriter.row(2, ["1", "A", "Dax"])
        let strict = SheetWriter.excel([.init(rows: rows)], relations: SheetWriter.strictRelations)
        #expect(try ReadTable(strict).rows == [["2", "1", "A", "Dax"]])
        let prefixed = SheetWriter.excel(
            [.init(rows: "")],
            replacing: [
                "xl/worksheets/sheet1.xml": "<x:worksheet xmlns:x=\"\(SheetWriter.main)\"><x:sheetData>"
                    + rows.replacing("</", with: "</x:").replacing("<c", with: "<x:c").replacing("<row", with: "<x:row")
                    .replacing("<is", with: "<x:is").replacing("<t", with: "<x:t")
                    + "</x:sheetData></x:worksheet>"
            ])
        #expect(try ReadTable(prefixed).rows == [["2", "1", "A", "Dax"]])
    }

    @Test func aTableIsTheSameInBothForms() throws {
        var random = SeededRandom(7)
        let words = ["", "Été", "a;b", "x \"y\"", "1 rue", "<&>", "_x_", "l. 1\nl. 2"]
        for _ in 0..<20 {
            let rows = (0..<30).map { _ in (0..<5).map { _ in words.randomElement(using: &random) ?? "" } }
            let all = [["Nom", "Ville", "Rue", "Type", "Objet"]] + rows
            let csv = all.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
            }.joined()
            let excel = all.enumerated().map { index, row in
                SheetWriter.row(
                    index + 1,
                    row.map { $0.isEmpty ? nil : $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;") })
            }.joined()
            func padded(_ table: ReadTable) -> [[String]] {
                table.rows.map { Array(($0.dropFirst() + Array(repeating: "", count: 5)).prefix(5)) }
            }
            #expect(try padded(ReadTable(csv)) == padded(ReadTable(SheetWriter.excel(excel))))
        }
    }
}
