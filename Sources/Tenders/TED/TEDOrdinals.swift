/// French ordinals whose superscript was lost on the way to TED: « n o 2015-899 », « no2016-360 », « 25-I 1o »,
/// « 1 er janvier », « 10 e ». Of these, only « n o 12 » is met in other formats and repaired in all of them by
/// ``OrdinalRepair``; the others would damage texts that never lost a superscript.
enum TEDOrdinals {
    static func repair(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: isDigit) else { return text }
        var repaired: [UInt8] = []
        var done = 0
        var index = 0
        while index < bytes.count {
            if let (meant, end) = number(bytes, index) ?? ordinal(bytes, index) {
                if repaired.isEmpty { repaired.reserveCapacity(bytes.count + 16) }
                repaired += bytes[done..<index]
                repaired += meant
                done = end
                index = end
            } else {
                index += 1
            }
        }
        return done == 0 ? text : String(decoding: repaired + bytes[done...], as: UTF8.self)
    }

    private static let degree = Array("°".utf8)

    /// « n o 12 », « no 12 », « no12 » → « n° 12 »; never inside a word, never « no » before anything but a number.
    private static func number(_ bytes: [UInt8], _ start: Int) -> (meant: [UInt8], end: Int)? {
        guard bytes[start] == UInt8(ascii: "n") || bytes[start] == UInt8(ascii: "N"), !isInWord(bytes, before: start)
        else { return nil }
        var index = skipSpace(bytes, start + 1)
        guard index < bytes.count, bytes[index] == UInt8(ascii: "o") else { return nil }
        index = skipSpace(bytes, index + 1)
        guard index < bytes.count, isDigit(bytes[index]) else { return nil }
        return ([bytes[start]] + degree + [0x20], index)
    }

    /// After a number: « 1o » and « 1 o » → « 1° », « 1 er », « 1 re », « 10 e » → « 1er », « 1re », « 10e ».
    private static func ordinal(_ bytes: [UInt8], _ start: Int) -> (meant: [UInt8], end: Int)? {
        guard start > 0, isDigit(bytes[start - 1]) else { return nil }
        let letters = skipSpace(bytes, start)
        var end = letters
        while end < bytes.count, end < letters + 3, bytes[end] | 0x20 >= UInt8(ascii: "a"),
            bytes[end] | 0x20 <= UInt8(ascii: "z")
        { end += 1 }
        guard end == bytes.count || !isInWord(bytes, at: end) else { return nil }
        switch String(decoding: bytes[letters..<end], as: UTF8.self) {
        case "o": return (degree, end)
        case "er", "re":
            return letters > start && isSmall(bytes, start, only: "1") ? (Array(bytes[letters..<end]), end) : nil
        case "e":
            // « 3 e-mails » is no ordinal.
            guard end == bytes.count || bytes[end] != UInt8(ascii: "-"), letters > start else { return nil }
            return isSmall(bytes, start, only: nil) ? ([UInt8(ascii: "e")], end) : nil
        default: return nil
        }
    }

    /// Whether the number that ends before `end` has one or two digits and is no part of a greater one.
    private static func isSmall(_ bytes: [UInt8], _ end: Int, only: String?) -> Bool {
        var start = end
        while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
        if let only { guard bytes[start..<end].elementsEqual(only.utf8) else { return false } }
        guard end - start <= 2 else { return false }
        guard start > 0 else { return true }
        let before = bytes[start - 1]
        if before == 0x20 || before == 0xA0 {
            let space = before == 0xA0 ? 2 : 1
            return start <= space || !isDigit(bytes[start - 1 - space])
        }
        return ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-")].contains(before)
            && !isInWord(bytes, before: start)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// One space, or none.
    private static func skipSpace(_ bytes: [UInt8], _ index: Int) -> Int {
        if index < bytes.count, bytes[index] == 0x20 { return index + 1 }
        if index + 1 < bytes.count, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return index + 2 }
        return index
    }

    /// Whether the character at `index` is a letter or a digit; accented letters are two bytes from C3 on.
    private static func isInWord(_ bytes: [UInt8], at index: Int) -> Bool {
        let byte = bytes[index]
        return isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            || (byte >= 0xC3 && byte < 0xE2)
    }

    /// Whether the character before `index` is a letter or a digit.
    private static func isInWord(_ bytes: [UInt8], before index: Int) -> Bool {
        var start = index - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start >= 0 && isInWord(bytes, at: start)
    }
}
