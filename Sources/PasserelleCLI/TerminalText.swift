/// Text laid out for a terminal.
enum TerminalText {
    /// `text` on lines of at most `width` columns, cut between words, each line behind `indent` spaces.
    static func wrapped(_ text: String, width: Int, indent: Int = 0) -> [String] {
        let room = max(20, width - indent)
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
            if !line.isEmpty, line.count + 1 + word.count > room {
                lines.append(margin + line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        if !line.isEmpty { lines.append(margin + line) }
        return lines
    }
}
