import Reports
import Testing
import Wording

@Suite struct HTMLTests {
    @Test(arguments: [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"),
        ("a\u{0}b\u{8}c\u{7F}d\u{85}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"), ("a\tb\nc", "a\tb\nc"),
        ("é « » 👩‍🌾", "é « » 👩‍🌾"), ("\"\u{301}<\u{301}", "&quot;\u{301}&lt;\u{301}"),
    ])
    func escaping(text: String, html: String) { #expect(HTML.escape(text) == html) }

    @Test func tableFragment() {
        let table = ReportTable(
            title: Phrase("Essai", "Trial"),
            columns: [
                .init("name", Phrase("Nom", "Name")), .init("share", Phrase("Part", "Share"), .percent),
            ],
            rows: [[.text("A & B"), .percent(0.214)]])
        #expect(
            table.html(.french) == """
                <div class="scroll" role="region" tabindex="0" aria-label="Essai"><table>
                <caption>Essai</caption>
                <thead><tr><th scope="col">Nom</th><th scope="col" class="num">Part</th></tr></thead>
                <tbody>
                <tr><th scope="row">A &amp; B</th><td class="num">21,4\u{202F}%</td></tr>
                </tbody></table></div>
                """)
    }

    @Test func pageIsSelfContained() {
        let page = HTMLReport(language: .english, title: "A <b>", body: "<h1>x : y</h1>", footer: "").html
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(page.contains("<title>A &lt;b&gt;</title>"))
        #expect(page.contains("<h1>x : y</h1>"))
        for outside in ["http://", "https://", "<script", "<link", "@import", "url(", " style="] {
            #expect(!page.contains(outside), "\(outside)")
        }
    }

    @Test func frenchSpacing() {
        let page = HTMLReport(language: .french, title: "", body: "<p>a : « b » ; c ? d</p>", footer: "").html
        #expect(page.contains("<p>a\u{A0}: «\u{A0}b\u{A0}»\u{202F}; c\u{202F}? d</p>"))
    }
}
