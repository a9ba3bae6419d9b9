import FrenchText
import Testing

/// Pairs of the Snowball vocabulary on which versions 2.2.0 and 3.x agree.
@Suite struct FrenchStemmerTests {
    @Test(arguments: [
        ("continu", "continu"), ("continua", "continu"), ("continuellement", "continuel"), ("main", "main"),
        ("mains", "main"), ("majestueusement", "majestu"), ("entretiens", "entretien"), ("nettoyage", "nettoyag"),
        ("blanchisserie", "blanchisser"), ("espaces", "espac"), ("verts", "vert"), ("élagage", "élagag"),
    ])
    func stems(word: String, stem: String) {
        #expect(FrenchStemmer.shared.stem(word) == stem)
    }

    @Test func emptyWordStaysEmpty() {
        #expect(FrenchStemmer.shared.stem("").isEmpty)
    }

    @Test func servesManyTasksAtOnce() async {
        let words = ["continuellement", "entretiens", "majestueusement", "blanchisserie"]
        let expected = words.map { FrenchStemmer.shared.stem($0) }
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<32 { group.addTask { words.map { FrenchStemmer.shared.stem($0) } } }
            for await stems in group { #expect(stems == expected) }
        }
    }
}
