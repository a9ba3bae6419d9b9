import FrenchText

/// Published texts as they were meant: Windows-1252 leftovers and doubly escaped entities (`&amp;#039;`) resolved.
enum TextRepair {
    static func clean(_ text: String) -> String {
        // Nearly every text is clean, and one look at its bytes tells.
        guard mayNeedRepair(text) else { return text }
        var text = Folding.repairingWindowsLeftovers(text)
        for (entity, meant) in [
            ("&#039;", "'"), ("&#39;", "'"), ("&apos;", "'"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"), ("&lt;", "<"),
            ("&gt;", ">"), ("&amp;", "&"),
        ] {
            text = text.replacing(entity, with: meant)
        }
        return text
    }

    /// Whether the text holds « & » or a control character of U+0080 to U+009F (C2 80 to C2 9F in UTF-8).
    private static func mayNeedRepair(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte == UInt8(ascii: "&") || (previous == 0xC2 && byte < 0xA0) { return true }
                previous = byte
            }
            return false
        }
    }

    /// A name on one line: every run of white space is one space.
    static func line(_ text: String) -> String {
        clean(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// An identifier without white space inside or around it.
    static func identifier(_ text: String) -> String {
        // Identifiers are plain ASCII in all but a few records, and there are millions of them.
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) { return text }
        return text.filter { !$0.isWhitespace }
    }

    /// The text without white space around it.
    static func trimmed(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }
        if isPlain(first), isPlain(last) { return text }
        var trimmed = text[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return String(trimmed)
    }
}
