import FrenchText
import Nomenclature

extension ReadingRules {
    /// What a contract is told by (rule 8).
    public func key(of contract: Contract) -> String {
        switch key {
        case .uid: contract.uid
        case .uidAndCPV: contract.uid + "_" + (CPVReading(contract.cpvText)?.code.code ?? "")
        }
    }

    /// The day of notification, `nil` for one that cannot be (rule 24).
    ///
    /// - Parameter today: the day of reading.
    public func notificationDay(of contract: Contract, today: Day) -> Day? {
        guard let day = Day(iso: contract.notificationText), years.contains(day.year) else { return nil }
        return allowsFuture || day <= today ? day : nil
    }

    /// Whether a duration can be counted with (rule 25).
    public func isUsable(months: Int) -> Bool { self.months.contains(months) }

    /// Whether an amount was typed to fill the field: `999999999`, `123456789.01` (rule 17).
    public func isPlaceholder(_ amount: Amount) -> Bool {
        guard amount >= suspectAmount else { return false }
        let digits = String(amount.cents / 100)
        if digits.hasPrefix(placeholderStart) { return true }
        return "123456789".contains { digit in digits.count { $0 == digit } > repeatedDigits }
    }

    /// Whether `text` holds an unaccented word, in capitals or not.
    private static func holds(_ word: String, in text: String) -> Bool {
        var (word, text) = (word, text)
        return word.withUTF8 { word in
            text.withUTF8 { text in
                guard let first = word.first, text.count >= word.count else { return false }
                for start in 0...text.count - word.count where text[start] | 0x20 == first {
                    if (1..<word.count).allSatisfy({ text[start + $0] | 0x20 == word[$0] }) { return true }
                }
                return false
            }
        }
    }

    /// Whether a record was made to try a program out (rule 13).
    public func isTest(_ contract: Contract) -> Bool {
        // Real objects are longer than the words that tell a test.
        guard contract.object.utf8.count <= 60, testWords.contains(where: { Self.holds($0, in: contract.object) })
        else { return false }
        let object = Folding.fold(contract.object).split(whereSeparator: { !$0.isLetter }).joined(separator: " ")
        return testObjects.contains(object) || testMarks.contains { object.contains($0) }
    }
}
