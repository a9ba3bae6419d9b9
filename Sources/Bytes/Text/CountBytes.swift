extension UnsafeRawBufferPointer {
    /// How often a byte stands here, eight at a time.
    func count(of byte: UInt8) -> Int {
        let wanted = 0x0101_0101_0101_0101 &* UInt64(byte)
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        var found = 0
        var index = 0
        while index &+ 8 <= count {
            let word = loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
            // The high bit of each byte that is zero, and of no other.
            found &+= (~(((word & low) &+ low) | word | low)).nonzeroBitCount
            index &+= 8
        }
        while index < count {
            if self[index] == byte { found &+= 1 }
            index &+= 1
        }
        return found
    }

    /// Whether a byte stands here, eight at a time.
    func holds(_ byte: UInt8) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let wanted = ones &* UInt64(byte)
        var index = 0
        while index &+ 8 <= count {
            let word = loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
            if (word &- ones) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
            index &+= 8
        }
        while index < count {
            if self[index] == byte { return true }
            index &+= 1
        }
        return false
    }
}
