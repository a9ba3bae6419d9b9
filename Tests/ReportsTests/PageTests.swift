import Reports
import Testing
import Wording

@Suite struct PageTests {
    @Test(arguments: Language.allCases)
    func spaserPage(language: Language) throws {
        let page = SPASERPage(try Samples.report(), language: language).html
        #expect(page == SPASERPage(try Samples.report(), language: language).html)
        #expect(page.contains("<h1>Ville d’Essai</h1>"))
        #expect(page.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"))
        #expect(!page.contains("<script"))
        #expect(!page.contains(" style="))
        for code in ["V1", "S4", "E3", "P6", "Q3.duplicates"] {
            #expect(page.contains("<span class=\"code\">\(code)</span>"), "\(code)")
        }
        #expect(page.components(of: "<table>") == page.components(of: "<caption>"))
        #expect(page.components(of: "<details>") == page.components(of: "</details>"))
        #expect(page.components(of: "<section") == page.components(of: "</section>"))
        #expect(page.components(of: "<h1>") == 1)
    }

    @Test func frenchFigures() throws {
        let page = SPASERPage(try Samples.report(), language: .french).html
        #expect(page.contains("<b>33,3\u{202F}%</b>"))
        #expect(page.contains("objectif 30\u{202F}%"))
        #expect(page.contains("Moins de 30 marchés"))
        #expect(page.contains("decp.json, enregistrement 7"))
        #expect(page.contains("1 en 2023"))
    }

    @Test func nothingCounted() throws {
        let page = SPASERPage(try Samples.report(year: 2010), language: .french).html
        #expect(page.contains("Aucun marché ne répond"))
        #expect(!page.contains("NaN"))
    }

    @Test func longListsAreCutAndSaySo() throws {
        let page = SPASERPage(try Samples.report(), language: .french, listLimit: 2).html
        #expect(page.contains("Liste coupée\u{A0}: 1 marché de plus"))
    }

    @Test func matchPage() throws {
        let page = MatchPage([try Samples.sheet()], language: .french).html
        #expect(page.contains("<h1>Entretien des espaces verts</h1>"))
        #expect(page.contains("Les Jardins &lt;du&gt; Marsan"))
        #expect(page.contains("<span class=\"badge toConfirm\">à vérifier (L2113-13)</span>"))
        #expect(page.contains("15/04/2024"))
        #expect(!page.contains(" style="))
    }

    @Test func severalLots() throws {
        var empty = try Samples.sheet()
        empty.matches = []
        let page = MatchPage([try Samples.sheet(), empty], language: .english).html
        #expect(page.components(of: "<h1>") == 1)
        #expect(page.contains("href=\"#lot-2\""))
        #expect(page.contains("No supplier of the catalogue answers this need."))
    }
}

extension String {
    /// How many times `part` occurs.
    fileprivate func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
