import FrenchText
import Testing

@Suite struct TokeniserTests {
    @Test(arguments: [
        ("l’entretien d'espaces verts", ["entretien", "espaces", "verts"]),
        ("qu’elle n’a jusqu'à l'été", ["elle", "ne", "a", "a", "ete"]),
        ("E.S.A.T. et C.C.A.S.", ["esat", "et", "ccas"]),
        ("Réf. 18T022, lot n° 3", ["ref", "18t022", "lot", "n", "3"]),
        ("SCANN'ACT", ["scann", "act"]),
        ("L. 2113-12", ["l", "2113", "12"]),
        ("e\u{301}lagage", ["elagage"]),
        ("", []),
    ])
    func cutsIntoWords(text: String, words: [String]) {
        #expect(Tokeniser.tokens(text).map(\.folded) == words)
    }

    @Test func keepsAccentsForTheStemmerAndPlacesForQuotes() {
        let text = "Tonte, ÉLAGAGE"
        let tokens = Tokeniser.tokens(text)
        #expect(tokens.map(\.word) == ["tonte", "élagage"])
        #expect(tokens.map { String(text[$0.range]) } == ["Tonte", "ÉLAGAGE"])
        #expect(tokens.map(\.isCapital) == [false, true])
        #expect(tokens.map(\.pause) == [.sentence, .comma])
    }
}
