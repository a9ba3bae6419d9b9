import Wording

/// The cells of a sheet that are merged over several rows. A spreadsheet stores the value in the first one only; people
/// see it in all of them.
struct MergedCells {
    struct Range {
        /// From 1.
        let firstRow: Int
        let lastRow: Int
        /// From 0.
        let column: Int
    }

    /// In the order of their first rows.
    private(set) var ranges: [Range] = []

    private enum Field: UInt16 { case merge }
    private static let paths = XMLPathTable<Field>([.group("/worksheet/mergeCells/mergeCell", .merge)])

    /// They stand behind the rows in the file, and are read before them.
    ///
    /// - Throws: `Problem`.
    init(_ package: OfficePackage, part: String, limits: Limits) throws {
        var ranges: [Range] = []
        try package.read(part, Self.paths) { record in
            record.forEach { event in
                guard event.kind == .begin, let text = event.attribute(.mergedRange) else { return }
                let ends = text.split(separator: ":").map { part in
                    Array(part.utf8).withUnsafeBytes { CellReference($0) }
                }
                guard ends.count == 2, let first = ends[0], let last = ends[1], let firstRow = first.row,
                    let lastRow = last.row, lastRow > firstRow, first.column < limits.columns
                else { return }
                ranges.append(Range(firstRow: firstRow, lastRow: lastRow, column: first.column))
            }
        }
        self.ranges = ranges.sorted { $0.firstRow < $1.firstRow }
    }
}

/// `B12`: a column from 0 and a row from 1.
struct CellReference {
    let column: Int
    let row: Int?

    static let mostRows = 1_048_576
    static let mostColumns = 16_384

    /// `nil` for what is no reference, or one that no sheet has.
    init?(_ text: UnsafeRawBufferPointer) {
        var column = 0
        var row = 0
        var index = 0
        while index < text.count, case let letter = text[index] | 0x20, (0x61...0x7A).contains(letter) {
            column = column * 26 + Int(letter - 0x60)
            guard column <= Self.mostColumns else { return nil }
            index += 1
        }
        guard index > 0 else { return nil }
        while index < text.count {
            guard (0x30...0x39).contains(text[index]) else { return nil }
            row = row * 10 + Int(text[index] - 0x30)
            guard row <= Self.mostRows else { return nil }
            index += 1
        }
        self.column = column - 1
        self.row = row > 0 ? row : nil
    }
}
