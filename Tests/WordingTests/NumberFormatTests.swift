import Testing
import Wording

@Suite struct NumberFormatTests {
    @Test(arguments: [
        (0.0, 0, "0", "0"), (1234.5, 1, "1\u{202F}234,5", "1,234.5"), (-0.04, 1, "0,0", "0.0"),
        (-1_234_567.891, 2, "−1\u{202F}234\u{202F}567,89", "−1,234,567.89"), (999.995, 0, "1\u{202F}000", "1,000"),
        (0.05, 2, "0,05", "0.05"),
    ])
    func numbersAsPeopleWriteThem(_ value: Double, decimals: Int, french: String, english: String) {
        #expect(NumberFormat.decimal(value, decimals: decimals, .french) == french)
        #expect(NumberFormat.decimal(value, decimals: decimals, .english) == english)
    }

    @Test func percentagesAndCounts() {
        #expect(NumberFormat.percent(0.2144, .french) == "21,4\u{202F}%")
        #expect(NumberFormat.percent(0.2144, .english) == "21.4%")
        #expect(NumberFormat.integer(4486, .french) == "4\u{202F}486")
        #expect(NumberFormat.integer(-12, .english) == "−12")
    }
}

@Suite struct ProblemTests {
    @Test func aSentenceSaysWhereWhatAndWhatToDo() {
        let problem = Problem(
            "siret.key", at: Place(file: "f.csv", line: 12, path: "siret"),
            Phrase("clé fausse ; vérifiez", "wrong key; check"),
            excerpt: String(repeating: "x", count: 5_000))
        #expect(problem.sentence(.french) == "f.csv : ligne 12, siret : clé fausse ; vérifiez")
        #expect(problem.sentence(.english) == "f.csv: line 12, siret: wrong key; check")
        #expect(problem.excerpt.count == Problem.excerptLimit + 1)
    }
}
