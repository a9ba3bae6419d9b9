/// Takes e-mail addresses and telephone numbers out of free texts: the catalogue holds organisations, and these lead
/// to persons.
enum ContactDetails {
    /// `text` without e-mails and French telephone numbers.
    ///
    /// A number is taken for a telephone when it is `0` and nine digits, or the code of France or of a territory and nine
    /// digits, together or in groups. SIRETs, dates and two postcodes side by side do not look so.
    static func removed(from text: String) -> String {
        // Most texts have neither: they are told by their bytes.
        var digits = 0
        var mayHold = false
        for byte in text.utf8 {
            if byte >= 0x30, byte <= 0x39 { digits += 1 } else if byte == UInt8(ascii: "@") { mayHold = true }
        }
        guard mayHold || digits >= 9 else { return text }
        // Telephones first: an e-mail takes with it what stands against it, « 06 12 34 56 78;a@b.example ».
        return withoutEmails(withoutTelephones(text)).trimmed
    }

    private static func withoutEmails(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        var kept = ""
        // Spaces and line ends are kept: only words are judged one by one.
        var rest = text[...]
        while let first = rest.first {
            let word = rest.prefix { $0.isWhitespace == first.isWhitespace }
            rest = rest[word.endIndex...]
            if !isEmail(word) { kept += word }
        }
        return kept
    }

    private static func isEmail(_ word: Substring) -> Bool {
        guard let at = word.firstIndex(of: "@"), at > word.startIndex else { return false }
        return word[word.index(after: at)...].contains(".")
    }

    static func withoutTelephones(_ text: String) -> String {
        guard text.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= 9 else { return text }
        let characters = Array(text)
        var kept = ""
        var index = 0
        while index < characters.count {
            if index == 0 || !isDigit(characters[index - 1]), let end = telephone(characters, index) {
                index = end
            } else {
                kept.append(characters[index])
                index += 1
            }
        }
        return kept
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    /// The index after the telephone number that starts at `start`.
    private static func telephone(_ text: [Character], _ start: Int) -> Int? {
        var index = start
        func skip(_ wanted: String) -> Bool {
            let characters = Array(wanted)
            guard text[index...].starts(with: characters) else { return false }
            index += characters.count
            return true
        }
        // Days are written with strokes, points and hyphens as well: with those, only pairs make a telephone.
        var isSpaced = true
        func skipSigns() {
            // « 06. 12. » has two.
            for _ in 0..<2 where index < text.count && isSign(text[index]) {
                if ["/", ".", "-"].contains(text[index]) { isSpaced = false }
                index += 1
            }
        }
        if skip("+") || skip("00") {
            skipSigns()
            guard countries.contains(where: skip) else { return nil }
            skipSigns()
            if skip("(0)") { skipSigns() }
        } else if skip("(0)") || skip("0") {
            skipSigns()
        } else {
            return nil
        }
        guard index < text.count, isDigit(text[index]), text[index] != "0" else { return nil }
        // Nine digits, together or in groups of two to four: « 06 12 34 56 78 », « 0262 12 34 56 », « 06 12 345 678 ».
        var digits = 0
        var groups: [Int] = []
        // What stands between the groups: « 08.00-12.00 14.00 » are hours, « 01/02/24 03/04/25 » days.
        var between: Set<String> = []
        while digits < 9 {
            var length = 0
            while index < text.count, isDigit(text[index]), digits < 9 {
                index += 1
                digits += 1
                length += 1
            }
            groups.append(length)
            guard length > 0, digits < 9 else { break }
            let before = index
            skipSigns()
            if index == before { return nil }
            between.insert(String(text[before..<index]))
        }
        guard digits == 9, index == text.count || !isDigit(text[index]) else { return nil }
        // A longer series of pairs is no telephone: « 01 07 26 38 42 69 73 », the numbers of départements.
        if groups.count > 1, index + 2 < text.count, isSign(text[index]), between == [String(text[index])],
            isDigit(text[index + 1]), isDigit(text[index + 2])
        {
            return nil
        }
        if groups.count == 1 || groups == [1, 2, 2, 2, 2] && (isSpaced || between.count == 1) {
            return index
        }
        return isSpaced && groups.allSatisfy { $0 <= 4 } && groups.dropFirst().allSatisfy { $0 >= 2 } ? index : nil
    }

    /// Codes of France and of its territories overseas.
    private static let countries = ["33", "262", "590", "594", "596", "508", "687", "689", "681"]

    private static func isSign(_ character: Character) -> Bool {
        [" ", "\u{A0}", "\u{202F}", ".", "-", "/"].contains(character)
    }
}
