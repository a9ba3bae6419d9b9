/// Byte strings numbered in the order in which they come, each kept once, in one run of bytes.
///
/// Open addressing over hashes; strings are compared only when their hashes are equal.
struct ByteTable {
    private var bytes: [UInt8] = []
    /// String `n` is at `starts[n]..<starts[n + 1]`.
    private var starts: [UInt32] = [0]
    /// High half: hash; low half: number + 1, 0 where nothing is.
    private var slots = [UInt64](repeating: 0, count: 1 << 10)

    /// Number of strings.
    var count: Int { starts.count - 1 }

    subscript(number: Int) -> String {
        String(decoding: bytes[Int(starts[number])..<Int(starts[number + 1])], as: UTF8.self)
    }

    /// The bytes of a string.
    func bytes(of number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

    /// The number of a string, `nil` when it has not been added.
    func number(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { key in number(of: key, 0..<key.count, hash: WordKey(key, 0..<key.count).hash) }
    }

    /// The number of a string, a new one when it has not come before.
    mutating func number(adding text: String) -> Int {
        var text = text
        return text.withUTF8 { key in number(adding: key, 0..<key.count) }
    }

    /// The number of the string in `range` of a text, a new one when it has not come before.
    mutating func number(adding text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        let hash = WordKey(text, range).hash
        if let known = number(of: text, range, hash: hash) { return known }
        if (count + 1) * 2 > slots.count { growSlots() }
        bytes.append(contentsOf: text[range])
        starts.append(UInt32(bytes.count))
        insert(count - 1, hash)
        return count - 1
    }

    private func number(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if slots[slot] >> 32 == hash >> 32, isEqual(number, text, range) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == range.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            range.indices.allSatisfy { bytes[start + $0 - range.lowerBound] == text[$0] }
        }
    }

    private mutating func insert(_ number: Int, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = (hash >> 32) << 32 | UInt64(number + 1)
    }

    private mutating func growSlots() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            let range = Int(starts[number])..<Int(starts[number + 1])
            insert(number, bytes.withUnsafeBufferPointer { WordKey($0, range).hash })
        }
    }
}
