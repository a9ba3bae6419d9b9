import Testing
import Wording

@testable import Reports

@Suite struct TextTableTests {
    private let table = ReportTable(
        title: Phrase("", ""),
        columns: [
            .init("name", Phrase("Nom de la structure", "Name"), .longText), .init("town", Phrase("Commune", "Town")),
            .init("count", Phrase("Nombre", "Count"), .number),
        ],
        rows: [
            [.text("Une structure au nom vraiment très long"), .text("Mont-de-Marsan"), .count(12_345)],
            [.text("日本語の会社"), .text("e\u{301}te\u{301}"), .count(1)], [.text("a\nb"), .empty, .empty],
        ])

    @Test(arguments: [1, 5, 12, 20, 30, 40, 60, 80, 200], [true, false])
    func neverWiderThanGiven(width: Int, wraps: Bool) {
        for line in table.text(.french, width: width, wraps: wraps).split(separator: "\n") {
            #expect(DisplayWidth.of(line) <= width, "\(line)")
        }
    }

    @Test func layout() {
        let lines = table.text(.french, width: 46).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("Nom de la"))
        #expect(lines.contains { $0.hasSuffix("12\u{202F}345") && $0.contains("…") })
        #expect(lines.contains { $0.hasPrefix("a b") })
    }

    @Test func wrapsBetweenWords() {
        #expect(DisplayWidth.wrap("un deux trois", to: 7) == ["un deux", "trois"])
        #expect(DisplayWidth.wrap("abcdefgh", to: 3) == ["abc", "def", "gh"])
        #expect(DisplayWidth.wrap("", to: 3) == [""])
        #expect(DisplayWidth.cut("日本語", to: 4) == "日…")
        #expect(DisplayWidth.of("e\u{301}") == 1)
    }

    @Test func reportsFitEightyColumns() throws {
        for language in Language.allCases {
            let texts = [
                ReportTable.indicatorsInShort(try Samples.report(), language).text(language, width: 80),
                ReportTable.matchesInShort(try Samples.sheet(), language).text(language, width: 80),
                ReportTable.contracts(try Samples.report()).text(language, width: 80),
            ]
            for line in texts.joined().split(separator: "\n") { #expect(DisplayWidth.of(line) <= 80) }
        }
    }
}
