import Wording

/// Reads the table of an XLSX workbook (ECMA-376 part 1, SpreadsheetML; transitional and strict have the same names).
struct ExcelWorkbook {
    private let package: OfficePackage
    private let limits: Limits
    private let parts: ExcelParts

    /// - Throws: `Problem`.
    init(_ input: Input, limits: Limits) throws {
        self.limits = limits
        package = try OfficePackage(input, limits: limits)
        parts = try ExcelParts(package)
    }

    var visibleSheets: Int { parts.sheets.count { !$0.isHidden } }

    /// Gives `sink` the first visible sheet that has a table: of several columns, or else of one.
    ///
    /// - Throws: `Problem`; what the closures of `sink` throw.
    func read(_ sink: SheetSink) throws {
        var texts: [UInt8] = []
        let shared = try SharedTexts(package, part: parts.sharedStrings, limits: limits, into: &texts)
        let row = RowBuffer(shared: consume texts, file: package.file, limits: limits)
        let formats = try CellFormats(package, part: parts.styles, is1904: parts.is1904)
        for isWide in [true, false] {
            sink.wantsSeveralColumns = isWide
            for sheet in parts.sheets where !sheet.isHidden {
                sink.restart()
                let merges = try MergedCells(package, part: sheet.part, limits: limits)
                let reader = ExcelSheet(sink, package, row, shared, formats, merges, limits: limits)
                do { try package.read(sheet.part, ExcelSheet.paths) { try reader.take($0) } } catch is SheetSink.Left {
                    continue
                }
                if try sink.end() { return }
            }
        }
        throw TableProblem.empty(package.file, hidden: parts.sheets.count { $0.isHidden })
    }
}
