import Nomenclature
import Wording

extension ReadingRules {
    /// A rule in words, with its parameters.
    public struct Words: Sendable, Hashable {
        /// Number among the reading rules of `docs/indicators.md`.
        public let number: Int
        /// Name of the parameter.
        public let parameter: String
        public let text: Phrase
    }

    /// Every rule with the value of its parameters, for reports.
    public var words: [Words] {
        [
            Words(
                number: 8, parameter: "key",
                text: key == .uid
                    ? Phrase("clé d’un marché : acheteur et numéro", "key of a contract: buyer and number")
                    : Phrase(
                        "clé d’un marché : acheteur, numéro et code CPV",
                        "key of a contract: buyer, number and CPV code")),
            Words(
                number: 13, parameter: "testObjects, testMarks",
                text: Phrase(
                    "enregistrements d’essai : objet réduit à \(list(testObjects, "«\u{A0}", "\u{A0}»")), ou contenant \(list(testMarks, "«\u{A0}", "\u{A0}»"))",
                    "test records: object that is only \(list(testObjects, "“", "”")), or holds \(list(testMarks, "“", "”"))"
                )),
            Words(
                number: 17, parameter: "suspectAmount, repeatedDigits, placeholderStart",
                text: Phrase(
                    "montant de remplissage : à partir de \(suspectAmount.text(.french, cents: false)), un même chiffre plus de \(repeatedDigits) fois, ou un début en \(placeholderStart)",
                    "placeholder amount: from \(suspectAmount.text(.english, cents: false)), one digit more than \(repeatedDigits) times, or \(placeholderStart) at the start"
                )),
            Words(
                number: 24, parameter: "years, allowsFuture",
                text: Phrase(
                    "notification entre \(years.lowerBound) et \(years.upperBound)"
                        + (allowsFuture ? "" : ", au plus tard le jour de la lecture"),
                    "notification between \(years.lowerBound) and \(years.upperBound)"
                        + (allowsFuture ? "" : ", on the day of reading at the latest"))),
            Words(
                number: 25, parameter: "months",
                text: Phrase(
                    "durée entre \(months.lowerBound) et \(months.upperBound) mois",
                    "duration between \(months.lowerBound) and \(months.upperBound) months")),
        ]
    }

    private func list(_ words: [String], _ open: String, _ close: String) -> String {
        words.map { open + $0 + close }.joined(separator: ", ")
    }
}
