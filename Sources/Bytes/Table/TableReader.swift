import Wording

/// Reads a table with column names, be it text (CSV and its kin) or the first filled sheet of a workbook (XLSX, ODS):
/// whoever reads it sees the same rows.
///
/// A workbook's values come as people see them, plainly: dates in ISO 8601, numbers without separators of thousands,
/// booleans as `VRAI` and `FAUX`, formulas by the result that was stored with them, errors as empty cells.
///
/// Lists have titles, dates and blank lines above their column names: see ``HeaderChoice``. What stands above is no row.
public struct TableReader {
    private let limits: Limits

    public init(limits: Limits = .standard) { self.limits = limits }

    /// Asks `onHeader` whether to go on with the column names, then calls `body` for each row that is not blank.
    ///
    /// A column without a name has an empty one: its cells keep their number. The line of a row is that of the file, or
    /// the number of the row as the spreadsheet shows it.
    ///
    /// - Throws: `Problem` for a file that is no table, is damaged, protected or over a limit; what the closures throw.
    public func read(
        _ input: Input, onHeader: ([String]) throws -> Void, _ body: (CSVCells) throws -> Void
    ) throws {
        switch try TableFormat(input) {
        case .text: try TitledCSV(input, limits: limits).read(onHeader: onHeader, body)
        case .officeOpenXML: try sheet(input, onHeader, body) { try ExcelWorkbook(input, limits: limits).read($0) }
        case .openDocument:
            try sheet(input, onHeader, body) { try OpenDocumentWorkbook(input, limits: limits).read($0) }
        }
    }

    /// How many visible sheets an XLSX workbook has, of which ``read(_:onHeader:_:)`` reads one; 1 for everything else.
    public func sheets(of input: Input) throws -> Int {
        guard case .officeOpenXML = try TableFormat(input) else { return 1 }
        return try ExcelWorkbook(input, limits: limits).visibleSheets
    }

    private func sheet(
        _ input: Input, _ onHeader: ([String]) throws -> Void, _ body: (CSVCells) throws -> Void,
        _ read: (SheetSink) throws -> Void
    ) throws {
        try withoutActuallyEscaping(onHeader) { onHeader in
            try withoutActuallyEscaping(body) { body in
                let sink = SheetSink(file: input.name, limits: limits, onHeader: onHeader, body)
                try read(sink)
            }
        }
    }
}
