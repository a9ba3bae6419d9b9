import Foundation
import FrenchText
import Testing
import TestSupport

@Suite struct FrenchStemmerTests {
    @Test(arguments: [
        ("continu", "continu"), ("continua", "continu"), ("continuellement", "continuel"), ("main", "main"),
        ("mains", "main"), ("majestueusement", "majestu"), ("entretiens", "entretien"), ("nettoyage", "nettoyag"),
        ("blanchisserie", "blanchisser"), ("espaces", "espac"), ("verts", "vert"), ("élagage", "élagag"),
        ("palais", "palais"), ("genoux", "genou"), ("haïr", "haïr"), ("l'eau", "eau"), ("", ""), ("日本", "日本"),
        ("18t022", "18t022"),
    ])
    func stems(word: String, stem: String) {
        #expect(FrenchStemmer.stem(word) == stem)
    }

    /// Every word of the official vocabulary.
    @Test(.enabled(if: Corpus.isPresent)) func stemsTheOfficialVocabulary() throws {
        let words = try Self.lines("voc.txt")
        let stems = try Self.lines("output.txt")
        #expect(words.count == 21_655)
        #expect(words.count == stems.count)
        for (word, stem) in zip(words, stems) { #expect(FrenchStemmer.stem(String(word)) == stem, "\(word)") }
    }

    private static func lines(_ file: String) throws -> [Substring] {
        let path = Corpus.path("text/snowball-french/" + file)
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }
}
