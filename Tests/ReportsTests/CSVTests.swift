import Nomenclature
import Reports
import Testing
import Wording

@Suite struct CSVTests {
    private func line(_ cell: ReportTable.Cell, _ language: Language = .french) -> String {
        let csv = ReportTable(
            title: Phrase("", ""), columns: [.init("a", Phrase("A", "A"))], rows: [[cell]]
        ).csv(language)
        return String(csv.unicodeScalars.dropFirst("\u{FEFF}A\r\n".unicodeScalars.count))
    }

    @Test(arguments: [
        ("simple", "simple\r\n"), ("a;b", "\"a;b\"\r\n"), ("say \"x\"", "\"say \"\"x\"\"\"\r\n"),
        ("two\r\nlines", "\"two\r\nlines\"\r\n"), ("a, b", "a, b\r\n"), ("", "\r\n"),
        ("=1+1", "'=1+1\r\n"), ("+33", "'+33\r\n"), ("-x", "'-x\r\n"), ("@cmd", "'@cmd\r\n"),
        ("\t=1", "'\t=1\r\n"), ("=a;b", "\"'=a;b\"\r\n"), ("\"\u{301}", "\"\"\"\u{301}\"\r\n"),
        ("=\u{301}1", "'=\u{301}1\r\n"),
    ])
    func quotingAndFormulas(text: String, field: String) { #expect(line(.text(text)) == field) }

    @Test func numbers() throws {
        #expect(line(.number(-1234.5, decimals: 2)) == "-1234,5\r\n")
        #expect(line(.number(-1234.5, decimals: 2), .english) == "-1234.5\r\n")
        #expect(line(.amount(Amount(units: 1_234_567_800))) == "123456,78\r\n")
        #expect(line(.percent(0.206699)) == "0,206699\r\n")
        #expect(line(.count(1_234_567)) == "1234567\r\n")
        #expect(line(.date(try Samples.day("2024-03-04"))) == "2024-03-04\r\n")
        #expect(line(.empty) == "\r\n")
    }

    @Test func beginsWithMark() throws {
        let csv = ReportTable.contracts(try Samples.report()).csv(.french)
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        #expect(csv.contains("2024-1;Entretien;00001000900017;"))
        #expect(csv.contains("decp.json, enregistrement 7"))
    }
}
