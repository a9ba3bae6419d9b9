import CXLSXWriter
import Glibc
import Nomenclature
import Wording

/// An XLSX workbook, one sheet a table, with real numbers, amounts, shares and days. The same tables give the same
/// bytes: the creation date is fixed.
public struct Workbook: Sendable {
    public var title: String
    public var sheets: [ReportTable]
    public var language: Language

    public init(title: String, sheets: [ReportTable], language: Language) {
        self.title = title
        self.sheets = sheets
        self.language = language
    }

    /// Why a workbook could not be written.
    public struct Failure: Error, Sendable, Hashable {
        public var message: Phrase
    }

    /// Rows of a sheet, the heading included; a limit of the format.
    static let rowLimit = 1_048_576
    /// Characters of a cell; a limit of the format.
    static let textLimit = 32_767

    /// Writes the workbook to `path`, replacing what is there.
    public func write(to path: String) throws(Failure) {
        if let long = sheets.first(where: { $0.rows.count >= Self.rowLimit }) {
            throw Failure(
                message: Phrase(
                    "la feuille « \(long.title.fr) » a plus de lignes qu’un classeur n’en accepte ; choisissez le format CSV",
                    "sheet “\(long.title.en)” has more rows than a workbook takes; choose the CSV format"))
        }
        guard let workbook = workbook_new(path) else { throw unwritable(path) }
        var properties = lxw_doc_properties()
        properties.created = 1_704_067_200  // 2024-01-01, so that the bytes only depend on the content
        title.withCString { text in
            properties.title = UnsafeMutablePointer(mutating: text)
            _ = workbook_set_properties(workbook, &properties)
        }
        let formats = Formats(workbook, language)
        var names: Set<String> = []
        var complete = true
        for table in sheets {
            let name = Self.sheetName(table.title[language], taken: &names)
            guard let sheet = workbook_add_worksheet(workbook, name) else {
                complete = false
                continue
            }
            fill(sheet, with: table, formats)
        }
        guard workbook_close(workbook) == LXW_NO_ERROR, complete else { throw unwritable(path) }
    }

    /// The bytes of the workbook, made in a temporary file that is removed at once.
    public func bytes() throws(Failure) -> [UInt8] {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/passerelle-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw unwritable(path) }
        close(descriptor)
        defer { unlink(path) }
        try write(to: path)
        guard let file = fopen(path, "rb") else { throw unwritable(path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    private func unwritable(_ path: String) -> Failure {
        Failure(
            message: Phrase(
                "impossible d’écrire le classeur « \(path) » ; vérifiez le dossier et ses droits",
                "cannot write the workbook “\(path)”; check the folder and its permissions"))
    }

    private func fill(_ sheet: UnsafeMutablePointer<lxw_worksheet>, with table: ReportTable, _ formats: Formats) {
        guard !table.columns.isEmpty else { return }
        for (index, column) in table.columns.enumerated() {
            let position = lxw_col_t(index)
            worksheet_set_column(sheet, position, position, width(of: index, in: table), nil)
            worksheet_write_string(sheet, 0, position, Self.limited(column.title[language]), formats.head)
        }
        for (index, row) in table.rows.enumerated() {
            for (column, cell) in zip(table.columns.indices, row) {
                write(cell, to: sheet, row: lxw_row_t(index + 1), column: lxw_col_t(column), formats)
            }
        }
        worksheet_freeze_panes(sheet, 1, 1)
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), lxw_col_t(table.columns.count - 1))
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    private func write(
        _ cell: ReportTable.Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: lxw_row_t, column: lxw_col_t,
        _ formats: Formats
    ) {
        switch cell {
        case .empty: break
        // Written as strings, never as formulas, whatever sign they begin with.
        case .text(let text): worksheet_write_string(sheet, row, column, Self.limited(text), formats.text)
        case .phrase(let phrase):
            worksheet_write_string(sheet, row, column, Self.limited(phrase[language]), formats.text)
        case .count(let value): worksheet_write_number(sheet, row, column, Double(value), formats.count)
        case .number(let value, let decimals):
            worksheet_write_number(sheet, row, column, value, decimals == 0 ? formats.count : formats.number)
        case .amount(let amount):
            worksheet_write_number(sheet, row, column, Double(amount.cents) / 100, formats.amount)
        case .percent(let value): worksheet_write_number(sheet, row, column, value, formats.percent)
        case .date(let day):
            var date = lxw_datetime()
            date.year = Int32(day.year)
            date.month = Int32(day.month)
            date.day = Int32(day.day)
            // Spreadsheets know no day before 1900.
            if day.year >= 1900 {
                worksheet_write_datetime(sheet, row, column, &date, formats.date)
            } else {
                worksheet_write_string(sheet, row, column, day.iso, formats.text)
            }
        }
    }

    private func width(of index: Int, in table: ReportTable) -> Double {
        let longest =
            table.rows.prefix(200).map { index < $0.count ? DisplayWidth.of($0[index].text(language)) : 0 }.max() ?? 0
        let head = DisplayWidth.of(table.columns[index].title[language]) + 3
        return Double(min(max(longest + 2, head, 8), 60))
    }

    private static func limited(_ text: String) -> String {
        // The format counts UTF-16 units.
        text.utf16.count <= textLimit ? text : text.prefix(textLimit / 4) + "…"
    }

    /// 31 characters, none of `[]:*?/\`, each name once.
    static func sheetName(_ title: String, taken: inout Set<String>) -> String {
        let allowed = title.map { "[]:*?/\\'".contains($0) ? " " : String($0) }.joined()
        var name = String(allowed.prefix(31))
        if name.allSatisfy(\.isWhitespace) { name = "–" }
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let suffix = " \(number)"
            name = String(allowed.prefix(31 - suffix.count)) + suffix
            number += 1
        }
        return name
    }

    /// The formats of cells. They belong to the workbook, which frees them.
    private struct Formats {
        let head, text, count, number, amount, percent, date: UnsafeMutablePointer<lxw_format>?

        init(_ workbook: UnsafeMutablePointer<lxw_workbook>, _ language: Language) {
            func format(_ code: String?) -> UnsafeMutablePointer<lxw_format>? {
                let format = workbook_add_format(workbook)
                format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
                if let code { format_set_num_format(format, code) }
                return format
            }
            head = format(nil)
            format_set_bold(head)
            format_set_text_wrap(head)
            format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bg_color(head, 0xF4F1E9)
            text = format(nil)
            format_set_text_wrap(text)
            count = format("#,##0")
            number = format("#,##0.0##")
            amount = format(language == .french ? "#,##0.00\\ \"€\"" : "[$€-x-euro2]#,##0.00")
            percent = format("0.0%")
            date = format(language == .french ? "dd/mm/yyyy" : "yyyy-mm-dd")
        }
    }
}
