import FrenchText
import Testing

/// Texts that reach the analysis broken or misspelt.
@Suite struct RepairTests {
    @Test(arguments: [
        ("collecte des d\u{FFFD}chets", "collecte des déchets"),
        ("entretien des b\u{FFFD}timents", "entretien des bâtiments"),
        ("\u{FFFD}lagage", "élagage"),
        ("ENTRETIEN DES B\u{FFFD}TIMENTS", "entretien des bâtiments"),
        ("d\u{FFFD}\u{FFFD}chets", "déchets"),
        ("l\u{FFFD}entretien d\u{FFFD}espaces verts", "l’entretien d’espaces verts"),
        ("l\u{FFFD}\u{FFFD}lagage", "l’élagage"),
        ("propret\u{FFFD}", "propreté"),
        ("locaux nettoy\u{FFFD}s", "locaux nettoyés"),
        ("premi\u{FFFD}re", "première"), ("r\u{FFFD}vidages", "révidages"), ("\u{FFFD}t\u{FFFD}", "été"),
        ("second \u{FFFD}uvre", "second œuvre"),
        ("nettoyage \u{FFFD} vitrerie", "nettoyage vitrerie"),
        ("\u{FFFD}nettoyage\u{FFFD}", "nettoyage"),
        ("Ã©lagage et bÃ¢timents", "élagage et bâtiments"),
        ("eÌ\u{81}lagage", "élagage"),
    ])
    func givesDestroyedLettersBack(written: String, meant: String) {
        #expect(TradeLists.words(written) == TradeLists.words(meant))
        #expect(TradeLists.concepts(written) == TradeLists.concepts(meant))
    }

    @Test(arguments: [("n\u{FFFD}3", ["n", "3"]), ("10\u{FFFD}000", ["10", "000"]), ("\u{FFFD}", [])])
    func cutsAtSignsThatWereNoLetters(text: String, words: [String]) {
        #expect(Tokeniser.tokens(text).map(\.folded) == words)
    }

    @Test(arguments: [
        ("débrousaillage", "débroussaillage"), ("nettoyge de locaux", "nettoyage de locaux"),
        ("blanchiserie", "blanchisserie"),
        ("DEBROUSAILLAGE ET TONTE DES PELOUSES", "débroussaillage et tonte des pelouses"),
    ])
    func readsMisspelledTrades(written: String, meant: String) {
        #expect(TradeLists.words(written) == TradeLists.words(meant))
        #expect(TradeLists.concepts(written) == TradeLists.concepts(meant))
        #expect(TradeLists.analyser.terms(written).contains { $0.strength == 0.8 })
    }

    @Test(arguments: [
        "Nettoyge", "tondse", "peintures", "entretenons", "zettoyage", "brassage", "construcción", "récente",
        "éthique", "statutaire", "NETTOYGE",
    ])
    func leavesNamesAndOtherFormsAsWritten(word: String) {
        #expect(TradeLists.analyser.terms(word).allSatisfy { $0.strength == 1 || $0.isConcept })
    }

    @Test(arguments: [
        ("entretien des EV", "espaces-verts"), ("ENTRETIEN DES EV DE LA VILLE", "espaces-verts"),
        ("2nd œuvre", "batiment-second-oeuvre"), ("2nd oeuvre", "batiment-second-oeuvre"),
        ("second oeuvre", "batiment-second-oeuvre"), ("GED", "numerisation"), ("location d'EPI et GED", "numerisation"),
        ("entretien des EPI", "blanchisserie"), ("travaux de VRD", "voirie"), ("CVC", "plomberie"),
        ("transport PMR", "mobilite"),
    ])
    func readsAbbreviationsOfTrades(text: String, concept: String) {
        #expect(TradeLists.concepts(text).contains(concept))
    }
}
