/// Reducing French text to plain lowercase ASCII letters, so that « Élagage », « ELAGAGE » and « élagage » are one word.
public enum Folding {
    /// Windows-1252 characters that reach Unicode text as the control characters U+0080–U+009F.
    static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Folded forms of the accented letters and the typographic signs met in French text.
    private static let table: [UInt32: String] = {
        let rows: [(String, String)] = [
            ("àâäáãåāăą", "a"), ("çćč", "c"), ("ďđ", "d"), ("éèêëēĕėęě", "e"), ("ĝğ", "g"), ("îïíìīĭį", "i"),
            ("łľĺ", "l"), ("ñńň", "n"), ("ôöóòõøōŏő", "o"), ("ŕř", "r"), ("śŝşšș", "s"), ("ţťț", "t"),
            ("ùûüúūŭůű", "u"), ("ÿý", "y"), ("źżž", "z"), ("œ", "oe"), ("æ", "ae"), ("ß", "ss"),
            ("’‘ʼ′`´ʹ", "'"), ("“”«»„", "\""), ("‐‑‒–—―−", "-"), ("\u{A0}\u{202F}\u{2009}\u{2007}\u{3000}", " "),
            ("…", "..."), ("ﬁ", "fi"), ("ﬂ", "fl"), ("\u{AD}\u{200B}\u{FEFF}\u{2060}", ""), ("º°", "o"), ("²", "2"),
            ("³", "3"),
        ]
        var table: [UInt32: String] = [:]
        for (sources, folded) in rows {
            for scalar in sources.unicodeScalars {
                table[scalar.value] = folded
                for upper in scalar.properties.uppercaseMapping.unicodeScalars where upper.value > 0x7F {
                    table[upper.value] = folded
                }
            }
        }
        return table
    }()

    /// `text` in lowercase, without accents, ligatures or typographic variants; combining accents are dropped and
    /// Windows-1252 leftovers read as what they stand for. Letters of other scripts stay as they are.
    ///
    /// - Complexity: O(*n*); plain ASCII and the usual accented letters take a path of their own.
    public static func fold(_ text: some StringProtocol) -> String {
        if let folded = text.utf8.withContiguousStorageIfAvailable(foldUsual) ?? nil { return folded }
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            appendFolded(scalar, to: &folded)
        }
        return folded
    }

    /// U+00C0–U+00FF folded, as two bytes; 0 for what is nothing.
    private static let usual: [(UInt8, UInt8)] = (0xC0...0xFF).map { value in
        var folded = ""
        if let letter = Unicode.Scalar(UInt32(value)) { appendFolded(letter, to: &folded) }
        let bytes = Array(folded.utf8)
        return (bytes.first ?? 0, bytes.count > 1 ? bytes[1] : 0)
    }

    /// `nil` when a byte is of something else than ASCII and U+00C0–U+00FF, which are C3 and another byte.
    private static func foldUsual(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var isUsual = true
        let usual = usual
        let folded = String(unsafeUninitializedCapacity: bytes.count) { buffer in
            var place = 0
            var count = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte < 0x80 {
                    buffer[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                    count += 1
                    place += 1
                } else if byte == 0xC3, place + 1 < bytes.count {
                    // Two bytes at most for two: the buffer holds them.
                    let (first, second) = usual[Int(bytes[place + 1] & 0x3F)]
                    buffer[count] = first
                    if second != 0 { buffer[count + 1] = second }
                    count += second == 0 ? 1 : 2
                    place += 2
                } else {
                    isUsual = false
                    return 0
                }
            }
            return count
        }
        return isUsual ? folded : nil
    }

    private static func appendFolded(_ scalar: Unicode.Scalar, to folded: inout String) {
        var value = scalar.value
        if value < 0x80 {
            if value >= 0x41, value <= 0x5A { value += 0x20 }
            folded.unicodeScalars.append(Unicode.Scalar(UInt8(value)))
            return
        }
        if value <= 0x9F { value = windows1252[Int(value - 0x80)] }
        if (0x300...0x36F).contains(value) { return }
        if let replacement = table[value] {
            folded += replacement
        } else if let other = Unicode.Scalar(value) {
            folded += other.properties.lowercaseMapping
        }
    }

    /// Text as it was meant: Windows-1252 leftovers (U+0080–U+009F) replaced by their characters.
    public static func repairingWindowsLeftovers(_ text: String) -> String {
        // U+0080–U+009F are the two bytes C2 80–C2 9F.
        guard text.utf8.contains(0xC2), text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else {
            return text
        }
        var repaired = ""
        for scalar in text.unicodeScalars {
            if (0x80...0x9F).contains(scalar.value), let meant = Unicode.Scalar(windows1252[Int(scalar.value - 0x80)]) {
                repaired.unicodeScalars.append(meant)
            } else {
                repaired.unicodeScalars.append(scalar)
            }
        }
        return repaired
    }
}
