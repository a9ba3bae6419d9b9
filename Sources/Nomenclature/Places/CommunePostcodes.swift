/// From a postcode to the rows of the communes that it serves.
struct CommunePostcodes: Sendable {
    /// Rows of postcode `p` are at `starts[p]..<starts[p + 1]`, ascending.
    private var starts = [UInt32](repeating: 0, count: 100_001)
    private var rows: [UInt16] = []

    init(_ communes: Table) {
        var pairs: [(postcode: UInt32, row: UInt16)] = []
        pairs.reserveCapacity(communes.count * 11 / 10)
        Self.forEach(communes) { pairs.append((UInt32($0), UInt16($1))) }
        // Counted, then filled: no sorting.
        for pair in pairs { starts[Int(pair.postcode) + 1] += 1 }
        for postcode in 1...100_000 { starts[postcode] += starts[postcode - 1] }
        rows = [UInt16](repeating: 0, count: pairs.count)
        var next = starts
        for (postcode, row) in pairs {
            rows[Int(next[Int(postcode)])] = row
            next[Int(postcode)] += 1
        }
    }

    private static func forEach(_ communes: Table, _ body: (_ postcode: Int, _ row: Int) -> Void) {
        for row in 0..<communes.count {
            var postcode = 0
            var digits = 0
            for byte in communes[row].cell(Commune.Column.postcodes) {
                guard byte >= 0x30, byte <= 0x39 else {
                    if digits == 5 { body(postcode, row) }
                    postcode = 0
                    digits = 0
                    continue
                }
                postcode = postcode * 10 + Int(byte - 0x30)
                digits += 1
            }
            if digits == 5 { body(postcode, row) }
        }
    }

    /// - Parameter postcode: five digits as a number.
    func rows(_ postcode: Int) -> ArraySlice<UInt16> {
        guard (0..<100_000).contains(postcode) else { return [] }
        return rows[Int(starts[postcode])..<Int(starts[postcode + 1])]
    }
}
