import FrenchText

/// Published texts as they were meant: Windows-1252 leftovers and doubly escaped entities (`&amp;#039;`) resolved.
enum TextRepair {
    static func clean(_ text: String) -> String {
        var text = Folding.repairingWindowsLeftovers(text)
        guard text.contains("&") else { return text }
        for (entity, meant) in [
            ("&#039;", "'"), ("&#39;", "'"), ("&apos;", "'"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"), ("&lt;", "<"),
            ("&gt;", ">"), ("&amp;", "&"),
        ] {
            text = text.replacing(entity, with: meant)
        }
        return text
    }

    /// A name on one line: every run of white space is one space.
    static func line(_ text: String) -> String {
        clean(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// An identifier without white space inside or around it.
    static func identifier(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
