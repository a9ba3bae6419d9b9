/// What may be wrong with a text, told by one scan of its bytes: a hint that a repair is worth trying, no more.
struct TextDefects: OptionSet {
    let rawValue: UInt8

    /// An ampersand.
    static let entity = TextDefects(rawValue: 1)
    /// One of the letters that doubly encoded text begins with.
    static let doubleEncoding = TextDefects(rawValue: 2)
    /// A character U+0080–U+009F.
    static let leftover = TextDefects(rawValue: 4)
    /// A combining accent.
    static let accent = TextDefects(rawValue: 8)
    /// « n o ».
    static let ordinal = TextDefects(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ text: String) {
        self =
            text.utf8.withContiguousStorageIfAvailable { Self.scan($0) }
            ?? Array(text.utf8).withUnsafeBufferPointer {
                Self.scan($0)
            }
    }

    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> TextDefects {
        var found: TextDefects = []
        guard let base = bytes.baseAddress else { return [] }
        var index = 0
        while index < bytes.count {
            // Most bytes mean nothing here: eight are looked at together, and seven passed over, so that no « o » is
            // parted from the blank before it.
            if index + 8 <= bytes.count,
                Self.isPlain(UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian)
            {
                index += 7
                continue
            }
            switch base[index] {
            case UInt8(ascii: "&"): found.insert(.entity)
            case UInt8(ascii: "o")
            where index >= 2 && bytes[index - 1] == 0x20 && bytes[index - 2] | 0x20 == UInt8(ascii: "n"):
                found.insert(.ordinal)
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: found.insert(.leftover)
            case 0xC3 where index + 2 < bytes.count && isLead(bytes[index + 1]) && follows(bytes[index + 2]):
                found.insert(.doubleEncoding)
            case 0xCC: found.insert(.accent)
            default: break
            }
            index += 1
        }
        return found
    }

    /// Whether eight bytes are ASCII without « & » and without a blank before an « o ».
    private static func isPlain(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        guard word & high == 0 else { return false }
        /// The high bit of every byte that is equal to `byte`.
        func equal(_ byte: UInt64) -> UInt64 {
            let difference = word ^ (byte &* 0x0101_0101_0101_0101)
            return ~((difference &+ ~high) | difference) & high
        }
        return equal(0x26) == 0 && (equal(0x20) << 8) & equal(0x6F) == 0
    }

    /// Second byte of Â, Ã, Å, Ì and â.
    private static func isLead(_ byte: UInt8) -> Bool {
        byte == 0x82 || byte == 0x83 || byte == 0x85 || byte == 0x8C || byte == 0xA2
    }

    /// First byte of what the second half of a letter turns into; « e » of « euro » for the sign €.
    private static func follows(_ byte: UInt8) -> Bool {
        byte == 0xC2 || byte == 0xE2 || byte == 0xC5 || byte == 0xC6 || byte == 0xCB || byte == UInt8(ascii: "e")
    }
}
