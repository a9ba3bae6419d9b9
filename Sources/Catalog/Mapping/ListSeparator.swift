/// The sign between the elements of a list in one cell.
struct ListSeparator: Hashable {
    /// As a mapping file writes it.
    let written: String

    init(_ written: String) { self.written = written.isEmpty ? MappedField.usualSeparator : written }

    /// How a mapping file writes the end of a line, which no cell shows.
    static let line = "ligne"

    private var sign: String { written == Self.line || written == "line" ? "\n" : written }

    func elements(of cell: String) -> [String] {
        cell.split(separator: sign).map(\.trimmed).filter { !$0.isEmpty }
    }

    /// The signs that real files use, the surest first: a comma stands within elements as well.
    static let tried = ["|", ";", line, ",", "/"].map(ListSeparator.init)
}
