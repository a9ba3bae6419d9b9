import Wording

/// The CPV 2008 tree: 9,454 codes with French and English labels.
///
/// Labels are read where they lie when they are asked for; only the codes are built.
public struct CPVTable: Sendable {
    public static let shared = CPVTable()

    /// Codes in ascending order, as the rows of the table.
    public let codes: [CPV]
    private let table = Table("cpv", columns: "code", "fr", "en")

    private init() {
        codes = table.map { row in
            guard let number = row.cell(0).number else { preconditionFailure("table cpv: \(row[0])") }
            return CPV(number: UInt32(number))
        }
    }

    public func contains(_ code: CPV) -> Bool { row(code) != nil }

    public func label(_ code: CPV) -> Phrase? {
        row(code).map { Phrase(table[$0][1], table[$0][2]) }
    }

    // MARK: The tree

    /// The code itself and what it is part of, most general first: division, group, class, category …
    public func branch(_ code: CPV) -> [CPV] {
        var branch: [CPV] = []
        for digits in 2...8 {
            let ancestor = CPV(number: code.number / CPV.span(ofDepth: digits) * CPV.span(ofDepth: digits))
            if branch.last != ancestor, contains(ancestor) { branch.append(ancestor) }
        }
        return branch
    }

    /// What the code is a direct part of; `nil` for a division.
    public func parent(_ code: CPV) -> CPV? { branch(code).last { $0 != code } }

    /// The direct parts of a code, ascending.
    public func children(_ code: CPV) -> [CPV] {
        var children: [CPV] = []
        for part in descendants(code) {
            // What is part of a child comes right after it.
            if let last = children.last, last.covers(part) { continue }
            children.append(part)
        }
        return children
    }

    /// All parts of a code, direct or not, ascending.
    public func descendants(_ code: CPV) -> ArraySlice<CPV> {
        let first = place(of: code.number + 1)
        return codes[first..<place(of: code.number + CPV.span(ofDepth: code.depth))]
    }

    /// The codes that begin with these digits, ascending; of all lengths up to eight.
    func codes(prefix: String) -> Range<Int> {
        guard let digits = UInt32(prefix), (1...8).contains(prefix.utf8.count) else { return 0..<0 }
        let span = CPV.span(ofDepth: prefix.utf8.count)
        return place(of: digits * span)..<place(of: (digits + 1) * span)
    }

    // MARK: Rows

    /// The row of a code in the table.
    func row(_ code: CPV) -> Int? {
        let place = place(of: code.number)
        return place < codes.count && codes[place] == code ? place : nil
    }

    /// A label as it lies in the table.
    func cell(_ language: Language, row: Int) -> Table.Cell { table[row].cell(language == .french ? 1 : 2) }

    /// The first row whose code is not below `number`.
    private func place(of number: UInt32) -> Int {
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
