/// Takes e-mail addresses and telephone numbers out of free texts: the catalogue holds organisations, and these lead
/// to persons.
enum ContactDetails {
    /// `text` without e-mails and French telephone numbers.
    ///
    /// A number is taken for a telephone when it is `0` and nine digits, or `+33`/`0033` and nine digits, in pairs
    /// written with one and the same sign between them or none. SIRETs and dates do not look so.
    static func removed(from text: String) -> String {
        withoutTelephones(withoutEmails(text)).trimmed
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

    private static func withoutTelephones(_ text: String) -> String {
        guard text.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= 10 else { return text }
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
        if skip("+33") || skip("0033") {
            if index < text.count, isSign(text[index]) { index += 1 }
            if skip("(0)"), index < text.count, isSign(text[index]) { index += 1 }
        } else if !skip("0") {
            return nil
        }
        guard index < text.count, isDigit(text[index]), text[index] != "0" else { return nil }
        index += 1
        var sign: Character??
        for _ in 0..<4 {
            var found: Character?
            if index < text.count, isSign(text[index]) {
                found = text[index]
                index += 1
            }
            if let sign, sign != found { return nil }
            sign = .some(found)
            guard index + 1 < text.count, isDigit(text[index]), isDigit(text[index + 1]) else { return nil }
            index += 2
        }
        return index < text.count && isDigit(text[index]) ? nil : index
    }

    private static func isSign(_ character: Character) -> Bool {
        [" ", "\u{A0}", "\u{202F}", ".", "-", "/"].contains(character)
    }
}
