/// From the name of a commune, present or former, to the rows of the communes so called: the reduced names in one run of
/// bytes, and a hash table over it.
struct CommuneNames: Sendable {
    /// Reduced names one after the other; name `n` is at `starts[n]..<starts[n + 1]`.
    private var keys: [UInt8] = []
    private var starts: [UInt32] = [0]
    /// Row of the commune that bears the name, or of the present one for a former name.
    private var rows: [UInt16] = []
    /// Names from here on are former ones and by-names, in the order of their rows as the present ones are.
    private let firstFormer: Int
    /// Name numbers, open addressing; a third full.
    private var slots: [UInt16]
    private static let none = UInt16.max
    private static let slotCount = 1 << 17

    /// - Parameter former: other names with the rows of the present communes.
    init(_ communes: Table, former: [(name: CommuneName, row: Int)]) {
        keys.reserveCapacity(communes.count * 14)
        starts.reserveCapacity(communes.count + former.count + 1)
        rows.reserveCapacity(communes.count + former.count)
        slots = [UInt16](repeating: Self.none, count: Self.slotCount)
        var others = former
        for row in 0..<communes.count {
            let cell = communes[row].cell(Commune.Column.name)
            let name = CommuneName(cell)
            // Arrondissements are found by the number after the name of their city.
            guard name.arrondissement == nil else { continue }
            rows.append(UInt16(row))
            keys += name.key
            starts.append(UInt32(keys.count))
            // « Castillon (Canton de Lembeye) » is Castillon in addresses.
            if cell.last == UInt8(ascii: ")") {
                others.append((CommuneName(String(cell.text.prefix { $0 != "(" })), row))
            }
        }
        firstFormer = rows.count
        for (name, row) in others.sorted(by: { $0.row < $1.row }) {
            rows.append(UInt16(row))
            keys += name.key
            starts.append(UInt32(keys.count))
        }
        for number in rows.indices { insert(number) }
    }

    private mutating func insert(_ number: Int) {
        var slot = WordPool.hash(keys[range(number)]) & (Self.slotCount - 1)
        while slots[slot] != Self.none { slot = (slot + 1) & (Self.slotCount - 1) }
        slots[slot] = UInt16(number)
    }

    private func range(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

    /// The rows of the communes called `key`, and whether under a former name.
    func forEach(named key: [UInt8], _ body: (_ row: Int, _ isFormer: Bool) -> Void) {
        guard !key.isEmpty else { return }
        var slot = WordPool.hash(key) & (Self.slotCount - 1)
        while slots[slot] != Self.none {
            let number = Int(slots[slot])
            if keys[range(number)].elementsEqual(key) { body(Int(rows[number]), number >= firstFormer) }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
    }

    /// The reduced names, present and former, of the communes in these rows.
    func forEach(in wanted: Range<Int>, _ body: (_ key: ArraySlice<UInt8>, _ row: Int) -> Void) {
        for section in [0..<firstFormer, firstFormer..<rows.count] {
            var low = section.lowerBound
            var high = section.upperBound
            while low < high {
                let middle = (low + high) / 2
                if Int(rows[middle]) < wanted.lowerBound { low = middle + 1 } else { high = middle }
            }
            while low < section.upperBound, Int(rows[low]) < wanted.upperBound {
                body(keys[range(low)], Int(rows[low]))
                low += 1
            }
        }
    }
}
