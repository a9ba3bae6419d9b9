import Catalog
import Foundation
import Matching
import Reports
import Testing
import Wording

/// Suppliers of unknown trade and trades of a lot, in every form.
@Suite struct MatchContactsTests {
    private func sheet() throws -> MatchSheet {
        var sheet = try Samples.sheet()
        sheet.matches[0].trades = [
            TradePart(name: "espaces verts", isCovered: true), TradePart(name: "traiteur", isCovered: false),
        ]
        sheet.contacts = [
            Contact(
                rank: 1, supplier: try Samples.supplier(name: "Atelier <du> Bourg"), distance: 3.2,
                reasons: [Phrase("à 3 km", "3 km away"), Phrase("", "")],
                eligibility: Eligibility(verdict: .toConfirm, articles: ["L2113-13"]))
        ]
        return sheet
    }

    private func objects() throws -> [[String: Any]] {
        try String(decoding: try sheet().jsonLines(.french), as: UTF8.self).split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test func jsonLines() throws {
        let lines = try objects()
        #expect(lines.map { $0["list"] as? String } == ["ranked", "contact"])
        #expect(lines[1].keys.sorted() == lines[0].keys.sorted())
        #expect(lines[1]["score"] is NSNull)
        #expect((lines[1]["criteria"] as? [String: Any])?.values.allSatisfy { $0 is NSNull } == true)
        #expect(lines[1]["distance"] as? Double == 3.2)
        let trades = try #require(lines[0]["trades"] as? [[String: Any]])
        #expect(trades.map { $0["trade"] as? String } == ["espaces verts", "traiteur"])
        #expect(trades.map { $0["covered"] as? Bool } == [true, false])
        #expect((lines[1]["trades"] as? [Any])?.isEmpty == true)
    }

    @Test func tables() throws {
        let (ranked, contacts) = (
            ReportTable.matches([try sheet()], .french), ReportTable.contacts([try sheet()], .french)
        )
        #expect(ranked.columns.map(\.key) == contacts.columns.map(\.key))
        #expect(ranked.csvRows(.french).hasSuffix(";\"espaces verts\u{A0}: oui ; traiteur\u{A0}: non\";classement\r\n"))
        #expect(contacts.csvRows(.french).hasSuffix(";3;;à vérifier (L2113-13);à 3 km;;à contacter\r\n"))
        #expect(
            ReportTable.contactsInShort(try sheet(), .english).text(.english, width: 80).contains("Atelier <du> Bourg"))
    }

    @Test(arguments: Language.allCases)
    func page(language: Language) throws {
        let page = MatchPage([try sheet()], language: language).html
        #expect(page.contains("<h2>" + MatchWords.contacts[language] + " (1)</h2>"))
        #expect(page.contains(language == .french ? "aucune source ne dit leur métier" : "no source says their trade"))
        #expect(page.contains("Atelier &lt;du&gt; Bourg"))
        #expect(!MatchPage([try Samples.sheet()], language: language).html.contains(MatchWords.contacts[language]))
    }
}
