/// Paragraphs (`P`) of one text, in the language of the form.
struct TEDText {
    private(set) var text = ""

    mutating func add(_ paragraph: String, separator: String = "\n") {
        guard !paragraph.isEmpty else { return }
        if !text.isEmpty { text += separator }
        text += paragraph
    }

    func localized(_ language: String) -> LocalizedText? {
        text.isEmpty ? nil : LocalizedText(text, language: language)
    }

    /// A paragraph as it was meant: on one line, Windows-1252 leftovers and, in French, ordinals repaired.
    static func paragraph(_ text: String, language: String) -> String {
        let text = TextRepair.clean(isPlain(text) ? text : collapsed(text))
        return language == "FRA" ? TEDOrdinals.repair(text) : text
    }

    /// A name on one line.
    static func line(_ text: String) -> String {
        // Nearly all are plain; C2 and E2 start the no-break spaces.
        isPlain(text) && text.utf8.allSatisfy { $0 != 0xC2 && $0 != 0xE2 }
            ? TextRepair.clean(text) : TextRepair.line(text)
    }

    /// Whether the only white space is single spaces.
    private static func isPlain(_ text: String) -> Bool {
        var isAfterSpace = false
        for byte in text.utf8 {
            if byte < 0x20 || (byte == 0x20 && isAfterSpace) { return false }
            isAfterSpace = byte == 0x20
        }
        return true
    }

    /// White space of the layout becomes single spaces; a no-break space stays.
    private static func collapsed(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte > 0x20 {
                bytes.append(byte)
            } else if let last = bytes.last, last != 0x20 {
                bytes.append(0x20)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
