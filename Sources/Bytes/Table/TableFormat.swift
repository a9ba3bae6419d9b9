import Wording

/// What kind of table a document is, by its content and never by its name.
enum TableFormat {
    /// Comma, semicolon, tab or bar.
    case text
    /// XLSX: ECMA-376, transitional or strict.
    case officeOpenXML
    /// ODS.
    case openDocument

    /// - Throws: `Problem` for a document that is no table, saying how to make one of it.
    init(_ input: Input) throws {
        let head = input.head
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            if OfficeDocument.isOpenDocument(head) {
                guard OfficeDocument.isOpenDocument(head, kind: ".spreadsheet") else {
                    throw TableProblem.notATable(input.name)
                }
                self = .openDocument
            } else {
                self = .officeOpenXML
            }
        } else if head.starts(with: CompoundFile.signature) {
            throw try CompoundFile.problem(of: input)
        } else if head.starts(with: "%PDF".utf8) {
            throw TableProblem.notATable(input.name)
        } else if input.firstCharacter == "<" {
            // Many sites serve a web page under the name « .xls », and spreadsheets open it.
            throw TableProblem.markup(input.name)
        } else {
            self = .text
        }
    }
}
