import Wording

/// Makes rows of the sheets of an ODS workbook, one at a time, up to the end of the table. Several blanks one after the
/// other, which OpenDocument writes as elements, come as one.
final class OpenDocumentSheets {
    enum Field: UInt16 { case style, tableProperties, sheet, row, cell, covered, paragraph }

    /// The table was read.
    struct Done: Error {}

    static let paths = XMLPathTable<Field>(
        abbreviations: ["$SHEET": "/document-content/body/spreadsheet/table"],
        [
            .group("/document-content/automatic-styles/style", .style),
            .group("/document-content/automatic-styles/style/table-properties", .tableProperties),
            .record("$SHEET", .sheet),
        ]
            // Header rows and groups of rows stand in elements of their own.
            + ["", "/table-header-rows", "/table-rows", "/table-row-group", "/table-row-group/table-row-group"].flatMap
        {
            rows(in: "$SHEET" + $0)
        })

    private static func rows(in place: String) -> [XMLPathTable<Field>.Row] {
        [
            .record(place + "/table-row", .row), .group(place + "/table-row/table-cell", .cell),
            .group(place + "/table-row/covered-table-cell", .covered),
            .value(place + "/table-row/table-cell/p", .paragraph),
        ]
    }

    private let sink: SheetSink
    private let package: OfficePackage
    private let row: RowBuffer
    /// Number of the row under reading, as the spreadsheet shows it.
    private var line = 0
    private var rowRepeats = 1
    private var column = 0
    private var cell = Cell()
    private var reaching: ReachingCells
    /// The cells of the row that are merged with those below: their column and how many rows they span.
    private var spanning: [(column: Int, rows: Int)] = []
    private var style = ""
    private var hiddenStyles: Set<String> = []
    /// Whether the sheet is hidden, or not the table.
    private var isPassedOver = false
    private(set) var hidden = 0

    private struct Cell {
        var repeats = 1
        var rows = 1
        /// What the number or day is, where the cell holds one: its paragraphs only show it.
        var value: String?
        var text: [UInt8] = []
    }

    /// How often a filled cell or row may be said to stand one after the other: more is no list.
    private static let mostRepeats = 10_000

    init(_ sink: SheetSink, _ package: OfficePackage, limits: Limits) {
        self.sink = sink
        self.package = package
        reaching = ReachingCells(package)
        row = RowBuffer(file: sink.file, limits: limits)
    }

    /// - Throws: ``Done``; `Problem`; what the closures of the sink throw.
    func take(_ record: XMLRecord<Field>) throws {
        try record.forEach { event in
            if isPassedOver, event.field != .sheet { return }
            switch (event.field, event.kind) {
            case (.style, .begin): style = event.attribute(.name) ?? ""
            case (.tableProperties, .begin):
                if event.attribute(.display, is: "false") { hiddenStyles.insert(style) }
            case (.sheet, .begin): begin(sheet: event)
            case (.row, .begin):
                row.clear()
                spanning = []
                column = 0
                rowRepeats = repeats(event, .rowsRepeated)
            case (.cell, .begin):
                cell = Cell(
                    repeats: repeats(event, .columnsRepeated), rows: repeats(event, .rowsSpanned),
                    value: Self.value(event))
            case (.covered, .begin): column += repeats(event, .columnsRepeated)
            case (.paragraph, .value):
                if !cell.text.isEmpty { cell.text.append(0x0A) }
                cell.text.append(contentsOf: event.raw)
            case (.cell, .end): try endCell()
            case (.row, .end): try endRow()
            case (.sheet, .end): if try !isPassedOver && sink.end() { throw Done() }
            default: break
            }
        }
    }

    private func begin(sheet event: XMLEvent<Field>) {
        line = 0
        isPassedOver = event.attribute(.styleName).map { hiddenStyles.contains($0) } ?? false
        if isPassedOver { hidden += 1 }
        reaching.removeAll()
        sink.restart()
    }

    private func repeats(_ event: XMLEvent<Field>, _ attribute: XMLAttribute) -> Int {
        guard let text = event.attribute(attribute), let number = Int(text) else { return 1 }
        return min(max(number, 1), CellReference.mostRows)
    }

    private static func value(_ event: XMLEvent<Field>) -> String? {
        switch event.attribute(.valueType) {
        case "float", "percentage", "currency":
            guard let number = event.attribute(.plainValue) else { return nil }
            var bytes: [UInt8] = []
            Array(number.utf8).withUnsafeBytes { NumberText.append($0, to: &bytes) }
            return String(decoding: bytes, as: UTF8.self)
        case "date":
            guard let day = event.attribute(.dateValue) else { return nil }
            return day.hasSuffix("T00:00:00") ? String(day.dropLast(9)) : day
        case "boolean": return event.attribute(.booleanValue).map { $0 == "true" ? "VRAI" : "FAUX" }
        default: return nil
        }
    }

    private static let errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#DIV/0!", "#NULL!"]

    private func endCell() throws {
        defer { column += cell.repeats }
        if let width = sink.width, column >= width { return }
        var text = cell.value.map { Self.padded($0, as: cell.text) } ?? cell.text
        if text.count < 8, Self.errors.contains(String(decoding: text, as: UTF8.self)) { text = [] }
        guard !text.isEmpty else { return }
        guard cell.repeats <= Self.mostRepeats else {
            throw TableProblem.tooMuch("columns", file: sink.file, line: line + 1)
        }
        let place = row.append { $0.append(contentsOf: text) }
        for repeated in 0..<cell.repeats {
            if let width = sink.width, column + repeated >= width { break }
            try row.set(column + repeated, place, line: line + 1)
        }
        if cell.rows > 1 { spanning.append((column, cell.rows)) }
    }

    /// A code of digits as it is shown, with the zeros in front that its format gives it.
    private static func padded(_ value: String, as shown: [UInt8]) -> [UInt8] {
        let digits = shown.filter { $0 != 0x20 }
        let isCode = digits.first == UInt8(ascii: "0") && digits.allSatisfy { (0x30...0x39).contains($0) }
        return isCode && digits.drop { $0 == 0x30 }.elementsEqual(value.utf8) ? digits : Array(value.utf8)
    }

    private func endRow() throws {
        defer { line += rowRepeats }
        guard row.withCells(line: line, { !$0.isBlank }) else { return }
        try reaching.fill(row, line: line + 1, width: sink.width)
        for cell in spanning { reaching.add(cell.column, to: line + cell.rows, of: row) }
        guard rowRepeats <= Self.mostRepeats, line + rowRepeats <= CellReference.mostRows else {
            throw TableProblem.damaged(sink.file, line: line + 1, "number-rows-repeated \(rowRepeats)")
        }
        let bytes = row.withCells(line: line) { cells in (0..<cells.count).reduce(0) { $0 + cells[$1].count } }
        for repeated in 0..<rowRepeats {
            if repeated > 0 { try package.count(repeated: bytes) }
            do { try sink.take(row, line: line + repeated + 1) } catch is SheetSink.Left {
                isPassedOver = true
                return
            }
        }
    }
}
