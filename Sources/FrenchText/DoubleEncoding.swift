extension Folding {
    /// Text that was encoded in UTF-8 twice as it was meant: « Ã© » → « é », « â€™ » → « ’ », « eÌ » + U+0081 → « é ».
    ///
    /// The first pass read the bytes as Windows-1252 or Latin-1. Only sequences that French never writes are taken for
    /// such bytes: a lead letter (Â, Ã, Å, Ì, or â before the signs of general punctuation) followed by a character
    /// that is no letter, so that « JOÃO », « Ångström » and « âge » stay.
    public static func repairingDoubleEncoding(_ text: String) -> String {
        var text = text
        // What was encoded three times is met again. More than four is nobody's mistake, and would cost a hostile text
        // as many passes as it likes.
        for _ in 0..<4 {
            guard let shorter = decodedOnce(text) else { break }
            text = shorter
        }
        return text
    }

    /// Letters with a combining accent as one character: « e » + U+0301 → « é ».
    public static func composingAccents(_ text: String) -> String {
        var composed: [Unicode.Scalar] = []
        var changed = false
        for scalar in text.unicodeScalars {
            if let last = composed.last, let letter = compositions[Pair(base: last, accent: scalar)] {
                composed[composed.count - 1] = letter
                changed = true
            } else {
                composed.append(scalar)
            }
        }
        guard changed else { return text }
        var result = ""
        result.unicodeScalars.append(contentsOf: composed)
        return result
    }

    private static func decodedOnce(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        var decoded: [Unicode.Scalar] = []
        var changed = false
        var index = 0
        while index < scalars.count {
            if let (meant, length) = meant(scalars, at: index) {
                decoded.append(meant)
                index += length
                changed = true
            } else {
                decoded.append(scalars[index])
                index += 1
            }
        }
        guard changed else { return nil }
        var result = ""
        result.unicodeScalars.append(contentsOf: decoded)
        return result
    }

    /// The character that the scalars from `index` on are the bytes of, and how many they are.
    private static func meant(_ scalars: [Unicode.Scalar], at index: Int) -> (Unicode.Scalar, Int)? {
        func byte(_ offset: Int) -> UInt32? {
            index + offset < scalars.count ? continuation(scalars[index + offset]) : nil
        }
        switch scalars[index].value {
        case 0xC2, 0xC3:  // U+0080–U+00FF
            guard let second = byte(1) else { return nil }
            return Unicode.Scalar((scalars[index].value & 0x1F) << 6 | second & 0x3F).map { ($0, 2) }
        case 0xC5:  // œ Œ Ÿ Š š Ž ž
            guard let second = byte(1), [0x92, 0x93, 0xB8, 0xA0, 0xA1, 0xBD, 0xBE].contains(second) else { return nil }
            return Unicode.Scalar(0x140 | second & 0x3F).map { ($0, 2) }
        case 0xCC where index > 0 && scalars[index - 1].properties.isAlphabetic:  // combining accents
            // A publisher wrote « euro » for the sign that one of the bytes was taken for.
            if scalars[(index + 1)...].starts(with: "euro".unicodeScalars) { return ("\u{300}", 5) }
            guard let second = byte(1), [0x80, 0x81, 0x82, 0x88, 0xA7].contains(second) else { return nil }
            return Unicode.Scalar(0x300 | second & 0x3F).map { ($0, 2) }
        case 0xE2:  // ’ “ ” – — … • €
            guard let second = byte(1), second == 0x80 || second == 0x82, let third = byte(2) else { return nil }
            return Unicode.Scalar(0x2000 | (second & 0x3F) << 6 | third & 0x3F).map { ($0, 3) }
        default: return nil
        }
    }

    /// The byte 80–BF that a character was read from, in Latin-1 or Windows-1252.
    private static func continuation(_ scalar: Unicode.Scalar) -> UInt32? {
        if (0x80...0xBF).contains(scalar.value) { return scalar.value }
        return windows1252.firstIndex(of: scalar.value).map { UInt32($0) + 0x80 }
    }

    private struct Pair: Hashable {
        let base: Unicode.Scalar
        let accent: Unicode.Scalar
    }

    private static let compositions: [Pair: Unicode.Scalar] = {
        let rows: [(Unicode.Scalar, String, String)] = [
            ("\u{300}", "aeuAEUio", "àèùÀÈÙìò"), ("\u{301}", "eaiouEAIOU", "éáíóúÉÁÍÓÚ"),
            ("\u{302}", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"), ("\u{303}", "anoANO", "ãñõÃÑÕ"),
            ("\u{308}", "aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"), ("\u{327}", "cC", "çÇ"),
        ]
        var table: [Pair: Unicode.Scalar] = [:]
        for (accent, bases, letters) in rows {
            for (base, letter) in zip(bases.unicodeScalars, letters.unicodeScalars) {
                table[Pair(base: base, accent: accent)] = letter
            }
        }
        return table
    }()
}
