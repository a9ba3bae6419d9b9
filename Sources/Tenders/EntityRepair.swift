/// Entities of HTML that are left in the text of a document: `&#039;`, `&eacute;`, `&amp;amp;`.
enum EntityRepair {
    static func repair(_ text: String) -> String {
        var text = text
        // Doubly escaped ones show another below. More than four levels are nobody's mistake, and would cost a hostile
        // text as many passes as it likes.
        for _ in 0..<4 {
            guard let shorter = decodedOnce(text) else { break }
            text = shorter
        }
        return text
    }

    private static let named: [Substring: String] = {
        var table: [Substring: String] = [
            "apos": "'", "quot": "\"", "nbsp": "\u{A0}", "lt": "<", "gt": ">", "amp": "&", "euro": "€", "deg": "°",
            "laquo": "«", "raquo": "»", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "ndash": "–",
            "mdash": "—", "hellip": "…", "bull": "•", "oelig": "œ", "OElig": "Œ", "sup2": "²", "sup3": "³",
            "ordm": "º", "middot": "·",
        ]
        let accented: [(String, String)] = [
            ("acute", "aáeéiíoóuúAÁEÉIÍOÓUÚ"), ("grave", "aàeèuùAÀEÈUÙ"), ("circ", "aâeêiîoôuûAÂEÊIÎOÔUÛ"),
            ("uml", "aäeëiïoöuüAÄEËIÏOÖUÜ"), ("cedil", "cçCÇ"), ("tilde", "nñNÑ"),
        ]
        for (accent, pairs) in accented {
            let letters = Array(pairs)
            for index in stride(from: 0, to: letters.count, by: 2) {
                table[Substring(String(letters[index]) + accent)] = String(letters[index + 1])
            }
        }
        return table
    }()

    /// Longest name, `#` and the digits of a character.
    private static let longest = 8

    private static func decodedOnce(_ text: String) -> String? {
        var decoded = ""
        var rest = text[...]
        var changed = false
        while let ampersand = rest.firstIndex(of: "&") {
            decoded += rest[..<ampersand]
            let body = rest[rest.index(after: ampersand)...]
            if let end = body.prefix(longest + 1).firstIndex(of: ";"), let meant = character(body[..<end]) {
                decoded += meant
                rest = body[body.index(after: end)...]
                changed = true
            } else {
                decoded += "&"
                rest = body
            }
        }
        return changed ? decoded + rest : nil
    }

    private static func character(_ entity: Substring) -> String? {
        guard entity.first == "#" else { return named[entity] }
        let digits = entity.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        // U+0080–U+009F come through: they are repaired as Windows-1252 afterwards.
        guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        return String(Character(scalar))
    }
}
