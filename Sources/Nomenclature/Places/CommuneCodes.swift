/// From the INSEE code of a commune, present or former, to its row: one slot for every code there could be.
struct CommuneCodes: Sendable {
    private static let none = UInt16.max
    private var rows = [UInt16](repeating: none, count: slots)

    /// 00000–99999, then 2A000–2A999 and 2B000–2B999.
    private static let slots = 102_000

    /// The slot of a code; a lost leading zero is given back (`1004`).
    private static func slot(_ code: some RandomAccessCollection<UInt8>) -> Int? {
        guard code.count == 4 || code.count == 5 else { return nil }
        var slot = 0
        for (index, byte) in code.enumerated() {
            switch byte {
            case 0x30...0x39: slot = slot * 10 + Int(byte - 0x30)
            // After « 2 »: the slot is 100 or 101 thousand and the rest.
            case UInt8(ascii: "A"), UInt8(ascii: "a"), UInt8(ascii: "B"), UInt8(ascii: "b"):
                guard index == 1, slot == 2, code.count == 5 else { return nil }
                slot = byte & 0x5F == UInt8(ascii: "A") ? 100 : 101
            default: return nil
            }
        }
        return slot
    }

    mutating func add(_ code: some RandomAccessCollection<UInt8>, row: Int) {
        guard let slot = Self.slot(code) else { preconditionFailure("no commune code") }
        if rows[slot] == Self.none { rows[slot] = UInt16(row) }
    }

    func row(_ code: some RandomAccessCollection<UInt8>) -> Int? {
        guard let slot = Self.slot(code) else { return nil }
        let row = rows[slot]
        return row == Self.none ? nil : Int(row)
    }

    func row(_ code: String) -> Int? {
        code.utf8.withContiguousStorageIfAvailable { row($0) } ?? row(Array(code.utf8))
    }
}
