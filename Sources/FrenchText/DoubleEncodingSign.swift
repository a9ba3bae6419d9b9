/// Tells cheaply where text may have been encoded twice, so that clean text need not be searched.
enum DoubleEncodingSign {
    /// Whether the letter at `place`, whose first byte is C3, is one of those that ``Folding/repairingDoubleEncoding(_:)``
    /// reads as a byte (Â, Ã, Å, Ì, â) and is followed by what may be another.
    static func isAt(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place + 2 < bytes.count else { return false }
        switch bytes[place + 1] {
        case 0x82, 0x83, 0x85, 0x8C, 0xA2: break
        default: return false
        }
        // Lead bytes of U+0080–U+00BF and of the characters of Windows-1252; « Ìeuro » is written with a letter.
        switch bytes[place + 2] {
        case 0xC2, 0xC5, 0xC6, 0xCB, 0xE2: return true
        default: return bytes[place + 1] == 0x8C && bytes[place + 2] == UInt8(ascii: "e")
        }
    }

    /// `text` as it was meant; the text itself when it is clean.
    static func repaired(_ text: String) -> String {
        var text = text
        let isSuspect = text.withUTF8 { bytes in bytes.indices.contains { bytes[$0] == 0xC3 && isAt($0, in: bytes) } }
        return isSuspect ? Folding.repairingDoubleEncoding(text) : text
    }
}
