import Wording

/// Makes rows of a sheet of an XLSX workbook, one at a time.
final class ExcelSheet {
    enum Field: UInt16 { case row, cell, value, text }

    static let paths = XMLPathTable<Field>([
        .record("/worksheet/sheetData/row", .row), .group("/worksheet/sheetData/row/c", .cell),
        .value("/worksheet/sheetData/row/c/v", .value), .value("/worksheet/sheetData/row/c/is/t", .text),
        .value("/worksheet/sheetData/row/c/is/r/t", .text),
    ])

    private let sink: SheetSink
    private let limits: Limits
    private let package: OfficePackage
    private let shared: SharedTexts
    private let formats: CellFormats
    private var merges: ArraySlice<MergedCells.Range>
    private let row: RowBuffer
    /// Number of the row under reading, as the spreadsheet shows it.
    private var line = 0
    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var reaching: ReachingCells

    private enum CellType { case number, shared, text, boolean, error, day }

    init(
        _ sink: SheetSink, _ package: OfficePackage, _ row: RowBuffer, _ shared: SharedTexts, _ formats: CellFormats,
        _ merges: MergedCells, limits: Limits
    ) {
        self.sink = sink
        self.limits = limits
        self.package = package
        self.shared = shared
        self.formats = formats
        self.merges = merges.ranges[...]
        reaching = ReachingCells(package)
        self.row = row
    }

    /// - Throws: `Problem`, ``SheetSink/Left``, what the closures of the sink throw.
    func take(_ record: XMLRecord<Field>) throws {
        try record.forEach { event in
            switch (event.field, event.kind) {
            case (.row, .begin): try begin(row: event)
            case (.cell, .begin): try begin(cell: event)
            case (.value, .value): try value(event.raw)
            case (.text, .value): try text(event.raw)
            case (.row, .end):
                try reachDown()
                try sink.take(row, line: line)
            default: break
            }
        }
    }

    /// A row without a number follows the one before, and so does a cell.
    private func begin(row event: XMLEvent<Field>) throws {
        row.clear()
        column = -1
        guard let raw = event.attributeBytes(.reference) else {
            line += 1
            return
        }
        guard let number = Int(String(decoding: raw, as: UTF8.self)), (1...CellReference.mostRows).contains(number)
        else { throw TableProblem.damaged(sink.file, line: line, "r=\"" + String(decoding: raw, as: UTF8.self) + "\"") }
        line = number
    }

    private func begin(cell event: XMLEvent<Field>) throws {
        if let raw = event.attributeBytes(.reference) {
            guard let reference = CellReference(raw) else {
                let shown = String(decoding: raw.prefix(20), as: UTF8.self)
                throw TableProblem.damaged(sink.file, line: line, "r=\"" + shown + "\"")
            }
            column = reference.column
        } else {
            column += 1
        }
        style = 0
        if let raw = event.attributeBytes(.cellStyle) {
            style = Int(String(decoding: raw, as: UTF8.self)) ?? 0
        }
        type = .number
        guard let raw = event.attributeBytes(.cellType), let first = raw.first else { return }
        switch (first, raw.count) {
        case (UInt8(ascii: "s"), 1): type = .shared
        case (UInt8(ascii: "b"), 1): type = .boolean
        case (UInt8(ascii: "e"), 1): type = .error
        case (UInt8(ascii: "d"), 1): type = .day
        case (UInt8(ascii: "n"), 1): break
        default: type = .text
        }
    }

    // MARK: Values

    /// Whether the cell stands in a column of the table: notes stand behind the last one.
    ///
    /// - Throws: `Problem` for a value so far away that the sheet is no list.
    private var belongs: Bool {
        get throws {
            guard column < limits.columns else { throw TableProblem.tooMuch("columns", file: sink.file, line: line) }
            return column < sink.width ?? .max
        }
    }

    private func value(_ raw: UnsafeRawBufferPointer) throws {
        guard try belongs else { return }
        let bytes = XMLEvent<Field>.trimmed(raw)
        switch type {
        case .text: try text(raw)
        case .error: break
        case .shared:
            guard let number = Int(String(decoding: bytes, as: UTF8.self)), let place = shared[number] else {
                let shown = String(decoding: bytes.prefix(20), as: UTF8.self)
                throw TableProblem.damaged(sink.file, line: line, "sharedStrings " + shown)
            }
            guard !place.isEmpty else { return }
            try package.count(repeated: place.count)
            try row.set(column, place, line: line)
        case .boolean:
            let text = bytes.first == UInt8(ascii: "1") || bytes.first == UInt8(ascii: "t") ? "VRAI" : "FAUX"
            try set { $0.append(contentsOf: text.utf8) }
        case .day:
            // `2026-03-31T00:00:00Z`, which strict workbooks may write: midnight is a day.
            let day = String(decoding: bytes, as: UTF8.self)
            let isMidnight = day.count > 10 && day.dropFirst(10).allSatisfy { "T0:.Z".contains($0) }
            try set { $0.append(contentsOf: (isMidnight ? day.prefix(10) : day[...]).utf8) }
        case .number: try number(bytes)
        }
    }

    private func number(_ bytes: UnsafeRawBufferPointer) throws {
        guard !bytes.isEmpty else { return }
        let style = formats[style]
        switch style {
        case .day, .dayAndTime, .time:
            if let number = Double(String(decoding: bytes, as: UTF8.self)),
                let text = DayText.text(number, style, is1904: formats.is1904)
            {
                return try set { $0.append(contentsOf: text.utf8) }
            }
            try set { NumberText.append(bytes, to: &$0) }
        case .padded(let width): try set { NumberText.append(bytes, padded: width, to: &$0) }
        case .plain: try set { NumberText.append(bytes, to: &$0) }
        }
    }

    /// A text, or the next run of one.
    private func text(_ raw: UnsafeRawBufferPointer) throws {
        guard try belongs else { return }
        try row.extend(column, line: line) { EscapedText.append(raw, to: &$0) }
    }

    private func set(_ write: (inout [UInt8]) -> Void) throws {
        try row.set(column, row.append(writing: write), line: line)
    }

    // MARK: Merged cells

    private func reachDown() throws {
        while let next = merges.first, next.firstRow < line { merges.removeFirst() }
        try reaching.fill(row, line: line, width: sink.width)
        while let next = merges.first, next.firstRow == line {
            merges.removeFirst()
            reaching.add(next.column, to: next.lastRow, of: row)
        }
    }
}
