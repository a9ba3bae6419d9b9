import FrenchText

/// Reads the numbers that stand beside a statement.
enum Measuring {
    private static let reachOfWeight = 14
    private static let reachOfPercent = 14
    private static let units: Set<String> = ["points", "point", "pts", "pt"]

    /// The weight behind the words of a criterion: `10 %`, `15 points`.
    static func weight(_ text: ReadText, after last: Int, in sentence: Range<Int>) -> String? {
        var place = last + 1
        while place < sentence.upperBound, place - last <= reachOfWeight {
            if let (number, end) = number(text, at: place, end: sentence.upperBound) {
                if isPercent(text, after: end) { return number + " %" }
                if units.contains(text.word(end + 1)) { return number + " points" }
                place = end
            }
            place += 1
        }
        return nil
    }

    /// The number before « heures », or at the end of a sentence that counts hours.
    static func hours(_ text: ReadText, in sentence: Range<Int>) -> Int? {
        guard let place = sentence.first(where: { text.word($0) == "heures" }) else { return nil }
        var digits = ""
        var back = place - 1
        while back >= sentence.lowerBound, isDigits(text.word(back)), digits.utf8.count < 7,
            text.signs(after: back).allSatisfy(\.isWhitespace)
        {
            digits = text.word(back) + digits
            back -= 1
        }
        if let hours = Int(digits) { return hours }
        guard let end = sentence.last, end > place, isDigits(text.word(end)) else { return nil }
        var start = end
        while start - 1 > place, isDigits(text.word(start - 1)), text.tokens[start].pause == .none { start -= 1 }
        guard text.tokens[start].pause == .clause else { return nil }
        return Int((start...end).map { text.word($0) }.joined())
    }

    /// A share near the words, 0–100.
    static func percent(_ text: ReadText, _ first: Int, _ last: Int, in sentence: Range<Int>) -> Double? {
        let from = max(sentence.lowerBound, first - reachOfPercent)
        let to = min(sentence.upperBound, last + reachOfPercent)
        var place = from
        while place < to {
            if let (number, end) = number(text, at: place, end: sentence.upperBound) {
                if isPercent(text, after: end), let share = Double(number.replacing(",", with: ".")), share <= 100 {
                    return share
                }
                place = end
            }
            place += 1
        }
        return nil
    }

    /// A whole or decimal number, and the place of its last word.
    private static func number(_ text: ReadText, at place: Int, end: Int) -> (String, Int)? {
        guard isDigits(text.word(place)) else { return nil }
        if place + 1 < end, text.signs(after: place) == "," || text.signs(after: place) == ".",
            isDigits(text.word(place + 1))
        {
            return (text.word(place) + "," + text.word(place + 1), place + 1)
        }
        return (text.word(place), place)
    }

    private static func isDigits(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.count <= 6 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isPercent(_ text: ReadText, after place: Int) -> Bool {
        text.signs(after: place).first { !$0.isWhitespace } == "%"
    }
}
