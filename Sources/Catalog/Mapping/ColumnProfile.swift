/// What the first values of a column look like.
struct ColumnProfile {
    let label: String
    /// Filled cells among those looked at.
    private(set) var filled = 0
    private var counts: [ValueShape: Int] = [:]
    private var distinct: [String: [ValueShape]] = [:]
    private var separators: [ListSeparator: Int] = [:]
    private(set) var examples: [String] = []
    private var letters = 0

    init(label: String) { self.label = label }

    /// Different values that are remembered.
    private static let mostDistinct = 600
    /// Values that are shown.
    private static let mostExamples = 3

    mutating func add(_ cell: String) {
        guard !cell.isEmpty else { return }
        filled += 1
        let shapes = distinct[cell] ?? ValueShape.allCases.filter { $0.fits(cell) }
        if distinct[cell] == nil, distinct.count < Self.mostDistinct {
            distinct[cell] = shapes
            if examples.count < Self.mostExamples { examples.append(cell) }
        }
        if cell.contains(where: \.isLetter) { letters += 1 }
        for shape in shapes { counts[shape, default: 0] += 1 }
        for separator in ListSeparator.tried where separator.elements(of: cell).count > 1 {
            separators[separator, default: 0] += 1
        }
    }

    /// Share of the filled cells that have the form, 0–1.
    func share(_ shape: ValueShape) -> Double { filled == 0 ? 0 : Double(counts[shape] ?? 0) / Double(filled) }

    func share(_ shapes: [ValueShape]) -> Double { shapes.map { share($0) }.max() ?? 0 }

    /// Share of the filled cells with a letter in them.
    var words: Double { filled == 0 ? 0 : Double(letters) / Double(filled) }

    /// Share of the filled cells that no earlier one repeats.
    var variety: Double { filled == 0 ? 0 : Double(distinct.count) / Double(min(filled, Self.mostDistinct)) }

    /// The sign between the elements of lists in the column: the surest that stands in several cells in a hundred.
    ///
    /// Of kinds, one between elements that are all known. A stroke stands within other words (« ouvrier / ouvrière »), and a
    /// comma within offers.
    func separator(of field: MappedField) -> ListSeparator? {
        if field == .kinds {
            let multiple = distinct.keys.compactMap { cell in
                ValueShape.separator(ofKinds: cell).flatMap { $0.elements(of: cell).count > 1 ? $0 : nil }
            }
            return ListSeparator.tried.first { multiple.contains($0) }
        }
        let unsure = field == .offers ? ["/", ","] : ["/"]
        return ListSeparator.tried.first { separator in
            guard let count = separators[separator], !unsure.contains(separator.written) else { return false }
            return count * 20 >= filled
        }
    }
}
