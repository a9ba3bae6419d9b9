/// How many columns of a terminal a text takes.
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + of($1) } }

    /// 0 for marks without their letter and for control characters, 2 for wide characters, else 1.
    static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
        return isWide(scalar.value) ? 2 : 1
    }

    /// East Asian wide and fullwidth blocks, and emoji (Unicode annex 11).
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// The longest beginning of `text` that fits `width` columns, with … when something is cut.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        guard width > 0 else { return "" }
        var result = ""
        var used = 1
        for character in text {
            let next = of(character)
            if used + next > width { break }
            result.append(character)
            used += next
        }
        return result + "…"
    }

    /// `text` in lines of `width` columns at most, cut between words, or inside a word longer than a line.
    static func wrap(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            var word = Substring(word)
            var length = of(word)
            if used > 0, used + 1 + length > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            while length > width {
                var head = prefix(of: word, columns: width)
                // « Saint-Pierre-du-Mont » is cut behind a hyphen, where there is one.
                if let hyphen = head.lastIndex(of: "-") { head = head[...hyphen] }
                guard !head.isEmpty else { break }
                lines.append(String(head))
                word = word[head.endIndex...]
                length = of(word)
            }
            if length == 0 || length > width { continue }
            line += (used > 0 ? " " : "") + word
            used += (used > 0 ? 1 : 0) + length
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// The same for a line that begins with spaces: those that go on stand below its first word.
    static func wrapIndented(_ text: String, to width: Int) -> [String] {
        let margin = String(text.prefix { $0 == " " })
        guard margin.count < width else { return wrap(text, to: width) }
        return wrap(text, to: width - margin.count).map { $0.isEmpty ? $0 : margin + $0 }
    }

    private static func prefix(of word: Substring, columns: Int) -> Substring {
        var used = 0
        var end = word.startIndex
        for index in word.indices {
            used += of(word[index])
            if used > columns { break }
            end = word.index(after: index)
        }
        return word[..<end]
    }
}
