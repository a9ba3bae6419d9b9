import FrenchText
import Nomenclature

/// Amounts that forms of the BOAMP write as text.
enum BOAMPAmount {
    /// « 20 000 € HT » is an amount before tax; `nil` for anything that is not clearly one: other words, amounts with
    /// tax, ranges, quantities.
    static func read(_ text: String) -> Money? {
        let words = words(of: text)
        let number = words.prefix { isNumber($0) }
        let rest = words.dropFirst(number.count)
        guard let currency = rest.first, currencies.contains(currency),
            rest.dropFirst().allSatisfy({ beforeTax.contains($0) })
        else { return nil }
        return amount(number).map { Money($0, currency: "EUR") }
    }

    /// All amounts in euros that a line names; none when it speaks of tax included, of a minimum or a maximum.
    static func all(in line: some StringProtocol) -> [Amount] {
        let words = words(of: line)
        guard !words.contains(where: { word in unlike.contains { word.hasPrefix($0) } }) else { return [] }
        return words.indices.filter { currencies.contains(words[$0]) }.compactMap { index in
            let number = words[..<index].reversed().prefix { isNumber($0) }
            return amount(Array(number.reversed())[...])
        }
    }

    private static let currencies: Set<String> = ["eur", "euro", "euros", "euro(s)"]
    private static let beforeTax: Set<String> = ["ht", "h.t.", "h.t", "ht."]
    private static let unlike = ["ttc", "min", "max", "tva"]

    private static func words(of text: some StringProtocol) -> [String] {
        // Folding makes every kind of space a plain one.
        let folded = Folding.fold(text).replacing("€", with: " eur ")
        return spaced(folded).split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == ":" }.map(String.init)
    }

    /// « 94Euros » → « 94 Euros ».
    private static func spaced(_ text: String) -> String {
        var spaced = ""
        var wasDigit = false
        for character in text {
            if wasDigit, character.isLetter { spaced.append(" ") }
            wasDigit = character.isASCII && character.isNumber
            spaced.append(character)
        }
        return spaced
    }

    private static func isNumber(_ word: String) -> Bool {
        word.first?.isNumber == true && word.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2C || $0 == 0x2E }
    }

    /// Groups of three digits, at most two decimals: « 1 500,00 » and « 1500.5 », not « 1.500 », which may be either.
    private static func amount(_ groups: ArraySlice<String>) -> Amount? {
        guard let first = groups.first, let last = groups.last else { return nil }
        let parts = last.split(separator: ".", omittingEmptySubsequences: false).flatMap {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard let whole = parts.first, parts.count <= 2, parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }),
            groups.count == 1 || (first.count <= 3 && whole.count == 3),
            groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }),
            groups.dropLast().allSatisfy({ $0.allSatisfy(\.isNumber) })
        else { return nil }
        return Amount(groups.joined())
    }
}
