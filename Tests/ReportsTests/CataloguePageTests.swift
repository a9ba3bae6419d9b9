import Indicators
import Nomenclature
import Testing
import Wording

@testable import Reports

@Suite struct CataloguePageTests {
    @Test(arguments: Language.allCases)
    func page(language: Language) throws {
        let page = CataloguePage(try Samples.panorama(["40"]), language: language).html
        #expect(page == CataloguePage(try Samples.panorama(["40"]), language: language).html)
        #expect(page.contains("<h1>Landes</h1>"))
        #expect(page.contains("Les Jardins &lt;du&gt; Marsan &amp; Cie"))
        for outside in ["<script", " style=", "https://", "<link", "@import", "url(", "NaN"] {
            #expect(!page.contains(outside), "\(outside)")
        }
        for tag in ["section", "table", "details", "figure", "svg", "ul"] {
            #expect(count("<\(tag)", in: page) == count("</\(tag)>", in: page), "\(tag)")
        }
        #expect(count("<h1>", in: page) == 1)
        #expect(count("<caption>", in: page) == count("<table>", in: page))
    }

    @Test func frenchFigures() throws {
        let page = CataloguePage(try Samples.panorama(["40"]), language: .french).html
        #expect(page.contains("<b>4</b><span class=\"label\">structures</span>"))
        #expect(page.contains("4 établissements, 3 entreprises"))
        #expect(page.contains("<b>44 à 53</b>"))
        #expect(page.contains("exact pour 1, par tranche pour 1, inconnu pour 2"))
        #expect(page.contains("Mont de Marsan Agglomération"))
        // Half of the establishments have no known workforce.
        #expect(page.contains("L’effectif n’est pas connu pour 2 des 4 établissements"))
        #expect(!page.contains("part des établ."))
    }

    @Test func sharesSayTheirSource() throws {
        var totals = PanoramaTotals(source: "flores <64>.csv")
        totals[.departement, "40"] = .init(establishments: 100, workforce: 10)
        let page = CataloguePage(try Samples.panorama(["40"], totals: totals), language: .french).html
        // Three establishments of the ESS of a hundred; at least 44 people of ten: impossible, and said.
        #expect(page.contains("<b>3,0\u{202F}%</b>"))
        #expect(page.contains("3 de l’ESS sur 100 (flores &lt;64&gt;.csv)"))
        #expect(page.contains("Le catalogue compte plus que le total donné pour\u{A0}: Landes."))
    }

    @Test func nothingKnown() throws {
        let page = CataloguePage(try Samples.panorama(["67"]), language: .french).html
        #expect(page.contains("Le catalogue ne connaît aucune structure ouverte ici"))
        #expect(page.contains("EPCI du territoire sans aucune structure connue"))
        #expect(!page.contains("NaN"))
    }

    @Test func listsAreCutAndSaySo() throws {
        let page = CataloguePage(try Samples.panorama(), language: .french).html
        #expect(page.contains("Liste coupée\u{A0}: 3 structures de plus"))
    }

    private func count(_ part: String, in text: String) -> Int {
        var count = 0
        var rest = text[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
