import Matching
import Wording

/// A line of a file of weights: a name and a value.
struct WeightLine {
    let name: String
    let value: Double

    /// `nil` for an empty line or one for readers only.
    ///
    /// - Throws: `Problem` when the line is no name and value.
    init?(_ line: Substring, at place: Place) throws {
        let content = line.prefix { $0 != "#" }
        guard content.contains(where: { !$0.isWhitespace }) else { return nil }
        let separator: Character = content.contains("\t") && !content.contains("=") ? "\t" : "="
        let cells = content.split(separator: separator, omittingEmptySubsequences: false)
            .map { Self.trimmed($0) }
        guard cells.count >= 2, !cells[0].isEmpty, cells.dropFirst(2).allSatisfy(\.isEmpty) else {
            throw Self.problem(
                "weights.line", place,
                Phrase(
                    "ligne illisible ; écrivez un nom, une tabulation (ou « = ») et une valeur, ou « # » devant un commentaire",
                    "unreadable line; write a name, a tab (or “=”) and a value, or “#” before a comment"), line)
        }
        guard let value = Self.number(cells[1]) else {
            throw Self.problem(
                "weights.value", place,
                Phrase(
                    "la valeur « \(cells[1]) » de « \(cells[0]) » n’est pas un nombre ; écrivez par exemple 0,4",
                    "the value “\(cells[1])” of “\(cells[0])” is no number; write for example 0.4"), line)
        }
        name = cells[0]
        self.value = value
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Digits with a decimal comma or point; spaces between thousands.
    private static func number(_ text: String) -> Double? {
        let digits = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 }
        let isPlain = digits.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
        return isPlain && digits.count { $0 == "." } <= 1 ? Double(String(digits)) : nil
    }

    /// The number as it is written in such a file.
    static func text(_ value: Double, _ language: Language) -> String {
        let plain = value == value.rounded() ? String(Int(value)) : String(value)
        return language == .french ? plain.replacing(".", with: ",") : plain
    }

    static func problem(_ rule: String, _ place: Place, _ message: Phrase, _ line: Substring) -> Problem {
        Problem(rule, at: place, message, excerpt: String(line))
    }

    static func problem(
        of refusal: Weights.Refusal, _ name: String, _ place: Place, _ line: Substring
    ) -> Problem {
        switch refusal {
        case .unknownName:
            problem(
                "weights.unknown", place,
                Phrase(
                    "poids « \(name) » inconnu ; « passerelle weights » donne les noms",
                    "unknown weight “\(name)”; “passerelle weights” gives the names"), line)
        case .outOfBounds(let bounds):
            problem(
                "weights.bounds", place,
                Phrase(
                    "« \(name) » va de \(text(bounds.lowerBound, .french)) à \(text(bounds.upperBound, .french)) ; corrigez la valeur",
                    "“\(name)” goes from \(text(bounds.lowerBound, .english)) to \(text(bounds.upperBound, .english)); correct the value"
                ), line)
        case .notWhole:
            problem(
                "weights.whole", place,
                Phrase(
                    "« \(name) » est un nombre entier ; corrigez la valeur",
                    "“\(name)” is a whole number; correct the value"), line)
        }
    }
}
