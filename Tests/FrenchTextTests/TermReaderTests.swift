import FrenchText
import Testing
import TestSupport

@Suite struct TermReaderTests {
    static let analyser = TradeLists.analyser

    /// Whether a reader says what the analyser says.
    private static func agrees(_ reader: TermReader, _ text: String, without other: String = "") -> Bool {
        var read: [TermReader.Occurrence] = []
        reader.read(text, without: other, into: &read)
        let terms = analyser.terms(text, without: other)
        guard read.count == terms.count else { return false }
        for (occurrence, term) in zip(read, terms) {
            guard reader.key(of: occurrence.term) == term.key, reader.number(of: term.key) == occurrence.term,
                occurrence.strength == Float(term.strength), Int(occurrence.words) == term.words,
                occurrence.isConcept == term.isConcept
            else { return false }
        }
        return true
    }

    @Test(.enabled(if: Corpus.isPresent)) func agreesWithTheAnalyserOnRealTexts() {
        let reader = TermReader(Self.analyser)
        let texts = RealTexts.all
        #expect(texts.count > 10_000)
        for text in texts where !Self.agrees(reader, text) { Issue.record("read otherwise: \(text)") }
    }

    @Test func agreesWithTheAnalyserOnMangledTexts() {
        let reader = TermReader(Self.analyser)
        var mangler = Mangler(seed: 7)
        for _ in 0..<20_000 {
            let text = mangler.text()
            if !Self.agrees(reader, text) { Issue.record("read otherwise: \(text.debugDescription)") }
        }
    }

    @Test(arguments: [
        ("CHANTIERS DE VITRÉ", "Vitré", ["chanti"]),
        ("Nettoyage Vitré", "VITRE", ["nettoi"]),
        ("Chantier de l’Haÿ-les-Roses", "L'Haÿ-les-Roses", ["chanti"]),
        ("Régie du Roy", "Y", ["reg", "roy"]),
    ])
    func leavesOutTheWordsOfAnotherName(text: String, other: String, words: [String]) {
        let terms = Self.analyser.terms(text, without: other)
        #expect(terms.filter { !$0.isConcept }.map(\.key) == words)
        #expect(Self.agrees(TermReader(Self.analyser), text, without: other))
    }

    @Test func numbersTermsInTheOrderInWhichTheyAreMet() {
        let reader = TermReader(Self.analyser)
        var read: [TermReader.Occurrence] = []
        reader.read("pas de peinture. Blanchisserie, tonte", into: &read)
        reader.read("tonte et peinture", into: &read)
        let met = (0..<Int32(reader.count)).map { reader.key(of: $0) }
        var seen: [Int32] = []
        for occurrence in read where !seen.contains(occurrence.term) { seen.append(occurrence.term) }
        #expect(seen == Array(0..<Int32(reader.count)))
        #expect(met.first == "blanchisser")
        #expect(reader.number(of: "elagag") == nil)
    }

    @Test func longWordsAreToldApart() {
        let reader = TermReader(Self.analyser)
        let start = String(repeating: "abcdefgh", count: 4)
        var read: [TermReader.Occurrence] = []
        for text in [start + "x", start + "y", start + "x", start] { reader.read(text, into: &read) }
        #expect(read.map(\.term) == [0, 1, 0, 2])
    }
}
