import TestSupport

@testable import Bytes

/// Workbooks written part by part, so that each quirk of a real file can be one.
enum SheetWriter {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let strictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships"

    struct Sheet {
        var rows: String
        var name = "Feuil1"
        var state = ""
        var merges: [String] = []
    }

    /// An XLSX workbook.
    static func excel(
        _ sheets: [Sheet], shared: String = "", formats: [String] = [], workbook properties: String = "",
        relations: String = relations, replacing: [String: String] = [:]
    ) -> [UInt8] {
        var members: [(String, String)] = [
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                rels([("rId1", relations + "/officeDocument", "xl/workbook.xml")])
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\">\(properties)<sheets>"
                    + sheets.enumerated().map { index, sheet in
                        let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
                        return
                            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index + 1)\"/>"
                    }.joined() + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                rels(
                    sheets.indices.map { ("s\($0 + 1)", relations + "/worksheet", "worksheets/sheet\($0 + 1).xml") }
                        + [
                            ("t", relations + "/sharedStrings", "/xl/sharedStrings.xml"),
                            ("f", relations + "/styles", "styles.xml"),
                        ])
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(main)\"><numFmts>"
                    + formats.enumerated().map {
                        "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.replacing("\"", with: "&quot;"))\"/>"
                    }.joined()
                    + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                    + formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
                    + "</cellXfs></styleSheet>"
            ),
        ]
        for (index, sheet) in sheets.enumerated() {
            let merges = sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
            members.append(
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData>"
                        + (merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>") + "</worksheet>"
                ))
        }
        return Packing.zip.pack(
            members.map { name, text in
                Packing.Member(name, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + (replacing[name] ?? text))
            })
    }

    static func excel(_ rows: String, shared: String = "", formats: [String] = []) -> [UInt8] {
        excel([Sheet(rows: rows)], shared: shared, formats: formats)
    }

    private static func rels(_ entries: [(id: String, type: String, target: String)]) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + entries.map { "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>" }.joined()
            + "</Relationships>"
    }

    /// A row of inline texts; `nil` is a cell that is not there.
    static func row(_ number: Int, _ cells: [String?]) -> String {
        let written = cells.enumerated().map { column, text in
            guard let text else { return "" }
            return "<c r=\"\(letters(column))\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        return "<row r=\"\(number)\">" + written.joined() + "</row>"
    }

    /// A row of cells given as XML without their references: `<c><v>1</v></c>`.
    static func row(_ number: Int, cells: String...) -> String {
        let written = cells.enumerated().map { column, cell in
            "<c r=\"\(letters(column))\(number)\"" + cell.dropFirst(2)
        }
        return "<row r=\"\(number)\">" + written.joined() + "</row>"
    }

    static func letters(_ column: Int) -> String {
        (column >= 26 ? letters(column / 26 - 1) : "") + String(Unicode.Scalar(UInt8(0x41 + column % 26)))
    }

    /// An ODS workbook.
    static func openDocument(_ tables: String, styles: String = "") -> [UInt8] {
        let names = ["office", "table", "text", "style", "calcext"].map { "xmlns:\($0)=\"urn:\($0)\"" }
            .joined(separator: " ")
        return Packing.zip.pack(
            [
                .init("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                .init(
                    "content.xml",
                    "<office:document-content \(names)><office:automatic-styles>\(styles)</office:automatic-styles>"
                        + "<office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body>"
                        + "</office:document-content>"),
            ], stored: true)
    }
}

/// A table as read: the column names, and each row with its number in front.
struct ReadTable {
    var header: [String] = []
    var rows: [[String]] = []

    init(_ bytes: [UInt8], name: String = "liste.xlsx", limits: Limits = .standard) throws {
        try TableReader(limits: limits).read(Input(name: name, bytes: bytes), onHeader: { header = $0 }) {
            rows.append([String($0.line)] + $0.strings)
        }
    }

    init(_ text: String) throws { try self.init(Array(text.utf8), name: "liste.csv") }
}
