import Foundation
import Indicators
import Nomenclature
import Testing
import Wording

@testable import Reports

@Suite struct CatalogueTableTests {
    @Test func everyBreakdownIsInTheCSV() throws {
        let panorama = try Samples.panorama(["40"])
        let lines = ReportTable.catalogueRows(panorama).csv(.french).components(separatedBy: "\r\n")
        #expect(lines.count == 2 + panorama.breakdowns.reduce(0) { $0 + $1.rows.count })
        #expect(
            lines.contains(
                "Types de structures;ESAT;ESAT – établissement et service d’accompagnement par le travail;;1;1;1;10;19;0;0;;;;;"
            ))
        #expect(lines.contains("Départements;40;Landes;;4;4;3;44;53;2;0;3;3;44;53;"))
        let width = lines[0].components(separatedBy: ";").count
        #expect(lines.dropLast().allSatisfy { $0.contains("\"") || $0.components(separatedBy: ";").count == width })
    }

    @Test func sharesHaveColumnsOnlyWithTotals() throws {
        var totals = PanoramaTotals(source: "t.csv")
        totals[.departement, "40"] = .init(establishments: 100, workforce: 1_000)
        let with = ReportTable.catalogueRows(try Samples.panorama(["40"], totals: totals))
        let without = ReportTable.catalogueRows(try Samples.panorama(["40"]))
        #expect(Set(with.columns.map(\.key)).subtracting(without.columns.map(\.key)).count == 5)
        let landes = try #require(with.rows.first { $0[2] == .phrase(Phrase(verbatim: "Landes")) })
        #expect(landes.suffix(5) == [.count(100), .percent(0.03), .count(1_000), .percent(0.044), .empty])
    }

    @Test func structuresWithWhatIsToCheck() throws {
        let table = ReportTable.catalogueStructures(try Samples.structures(), .french)
        #expect(table.rows.count == 5)
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        let csv = table.csv(.french)
        #expect(csv.contains("00010000800010;000100008;Les Jardins <du> Marsan & Cie;Mont-de-Marsan;40192;40;"))
        #expect(csv.contains(";10 à 19;"))
        #expect(csv.contains("Aucun périmètre d’intervention ; "))
    }

    @Test func workbookHasItsSheets() throws {
        let book = Workbook(try Samples.panorama(["40"]), structures: try Samples.structures(), language: .french)
        let names = book.sheets.map(\.title.fr)
        for name in [
            "Synthèse", "Types de structures", "Familles", "Secteurs", "EPCI", "Départements",
            "Secteurs et familles juridiques", "Qualité", "Structures",
        ] { #expect(names.contains(name), "\(name)") }
        #expect(book.sheets.allSatisfy { sheet in sheet.rows.allSatisfy { $0.count == sheet.columns.count } })
        #expect(names.allSatisfy { $0.count <= 31 })
        let bytes = try book.bytes()
        #expect(bytes.prefix(2) == [0x50, 0x4B])
        #expect(try bytes == book.bytes())
    }

    @Test(arguments: Language.allCases)
    func terminalFitsEightyColumns(language: Language) throws {
        for panorama in [try Samples.panorama(), try Samples.panorama(["40"]), try Samples.panorama(["67"])] {
            let text = panorama.text(language, width: 80)
            for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 80, "\(line)") }
            #expect(text.contains(language == .french ? "Qualité" : "Quality") == (panorama.total.structures > 0))
        }
    }

    @Test func jsonIsWhole() throws {
        let text = try Samples.panorama(["40"]).json(.french).pretty
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let total = try #require(json["total"] as? [String: Any])
        #expect(total["structures"] as? Int == 4)
        #expect((total["workforce"] as? [String: Any])?["maximum"] as? Int == 53)
        #expect(json["share"] is NSNull)
        #expect((json["territory"] as? [String: Any])?["departements"] as? [String] == ["40"])
        let breakdowns = try #require(json["breakdowns"] as? [String: [String: Any]])
        #expect(breakdowns.count == PanoramaBreakdown.Dimension.allCases.count)
        #expect(breakdowns["family"]?["addsUp"] as? Bool == true)
        #expect((json["quality"] as? [Any])?.count == PanoramaGap.allCases.count)
    }

    @Test func linesOfJSON() throws {
        let lines = try Samples.structures().map(\.jsonLine)
        #expect(lines.allSatisfy { $0.hasSuffix("}\n") && $0.filter { $0 == "\n" }.count == 1 })
        let json = try #require(try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
        #expect(json["siret"] as? String == "00010000800028")
        #expect(json["bandMinimum"] as? Int == 10)
        #expect(json["headcount"] is NSNull)
        #expect((json["gaps"] as? [String])?.contains("noTrade") == true)
    }

    @Test(
        arguments: [
            ("Communauté de communes du Pays de Nay", "CC du Pays de Nay"),
            ("Toulouse Métropole", "Toulouse Métropole"),
            ("Communauté d'agglomération de La Rochelle", "CA de La Rochelle"),
            ("Communauté urbaine d'Arras", "CU d'Arras"),
        ])
    func shortNames(long: String, short: String) { #expect(CatalogueWords.shortEPCI(long) == short) }
}
