import FrenchText

/// Published texts as they were meant: doubly encoded letters, Windows-1252 leftovers, entities of HTML and « n o »
/// resolved. Nearly all texts are clean and pass after one scan of their bytes.
enum TextRepair {
    static func clean(_ text: String) -> String {
        var defects = TextDefects(text)
        guard defects != [] else { return text }
        var text = text
        // Entities first: what they stand for may be any of the others.
        if defects.contains(.entity) {
            text = EntityRepair.repair(text)
            defects = TextDefects(text)
        }
        if defects.contains(.doubleEncoding) { text = Folding.repairingDoubleEncoding(text) }
        text = Folding.repairingWindowsLeftovers(text)
        if defects.contains(.doubleEncoding) || defects.contains(.accent) { text = Folding.composingAccents(text) }
        if defects.contains(.ordinal) { text = OrdinalRepair.repair(text) }
        return text
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
