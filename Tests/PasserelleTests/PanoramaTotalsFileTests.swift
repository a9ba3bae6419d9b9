import Foundation
import Indicators
import Passerelle
import Testing
import Wording

@Suite struct PanoramaTotalsFileTests {
    private func read(_ content: String) throws -> PanoramaTotals {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("totals-\(UUID().uuidString).csv")
        try Data(content.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try PanoramaTotalsFile.read(file.path)
    }

    @Test func everyLevel() throws {
        let totals = try read(
            """
            Maille;Code;Établissements;Effectifs
            EPCI;200 067 106;12 000;54000
            Département;64;48000;
            région;1;;7000
            France;;100;200
            """)
        #expect(totals[.epci, "200067106"] == .init(establishments: 12_000, workforce: 54_000))
        #expect(totals[.departement, "64"] == .init(establishments: 48_000, workforce: nil))
        #expect(totals[.region, "01"] == .init(establishments: nil, workforce: 7_000))
        #expect(totals[.france, ""] == .init(establishments: 100, workforce: 200))
        #expect(totals[.departement, "40"] == nil)
        #expect(totals.source.hasSuffix(".csv"))
        #expect(!totals.source.contains("/"))
    }

    @Test func commasAndOneFigureAlone() throws {
        let totals = try read("maille,code,effectifs\ndepartement,2a,10\n")
        #expect(totals[.departement, "2A"] == .init(establishments: nil, workforce: 10))
    }

    @Test(
        arguments: [
            ("maille;code;effectifs\nville;64445;1", "totals.level", 2),
            ("maille;code;effectifs\nepci;123456789;1", "totals.code", 2),
            ("maille;code;effectifs\nregion;99;1", "totals.code", 2),
            ("maille;code;effectifs\ndepartement;64;1\ndepartement;40;1,5", "totals.number", 3),
            ("maille;code;effectifs\ndepartement;64;-1", "totals.number", 2),
            ("maille;code;effectifs\ndepartement;64;1\ndepartement;064;2", "totals.twice", 3),
            ("niveau;code;effectifs\ndepartement;64;1", "csv.missingColumn", 1),
            ("maille;code;population\ndepartement;64;1", "csv.missingColumn", 1),
            ("maille;code;effectifs\n", "totals.none", nil), ("", "csv.empty", nil),
        ] as [(String, String, Int?)])
    func refused(content: String, rule: String, line: Int?) {
        let problem = #expect(throws: Problem.self) { try read(content) }
        #expect(problem?.rule == rule)
        #expect(problem?.place.line == line)
    }

    @Test func fileThatIsNotThere() {
        #expect(throws: Problem.self) { try PanoramaTotalsFile.read("/nowhere/totals.csv") }
    }
}
