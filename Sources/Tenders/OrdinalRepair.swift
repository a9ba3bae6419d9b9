/// « n o 77-2 » and « N o 3 », which are « n° » whose sign was lost, as « n° 77-2 » and « N° 3 ».
enum OrdinalRepair {
    static func repair(_ text: String) -> String {
        var bytes = Array(text.utf8)
        var kept = 0
        var index = 0
        // « n o » becomes « n° »: three bytes for three, since the sign takes two.
        while index < bytes.count {
            if matches(bytes, at: index, after: kept > 0 ? bytes[kept - 1] : nil) {
                bytes[kept] = bytes[index]
                bytes[kept + 1] = 0xC2
                bytes[kept + 2] = 0xB0
                kept += 3
                index += 3
            } else {
                bytes[kept] = bytes[index]
                kept += 1
                index += 1
            }
        }
        return String(decoding: bytes[..<kept], as: UTF8.self)
    }

    /// « n », space, « o », at most one space, a digit; nothing of a word before.
    private static func matches(_ bytes: [UInt8], at index: Int, after previous: UInt8?) -> Bool {
        guard bytes[index] | 0x20 == UInt8(ascii: "n"), index + 3 < bytes.count, bytes[index + 1] == 0x20,
            bytes[index + 2] == UInt8(ascii: "o"), previous.map({ !isWord($0) }) ?? true
        else { return false }
        let next = bytes[index + 3] == 0x20 ? index + 4 : index + 3
        return next < bytes.count && bytes[next] >= 0x30 && bytes[next] <= 0x39
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }
}
