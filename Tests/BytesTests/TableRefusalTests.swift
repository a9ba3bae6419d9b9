import TestSupport
import Testing
import Wording

@testable import Bytes

/// Files that are no table, and workbooks made to harm: each is refused in words.
@Suite struct TableRefusalTests {
    private static let header = SheetWriter.row(1, ["SIRET", "Nom", "Ville"])

    private func rule(_ bytes: [UInt8], _ change: (inout Limits) -> Void = { _ in }) -> String? {
        var limits = Limits.standard
        change(&limits)
        do {
            _ = try ReadTable(bytes, limits: limits)
            return nil
        } catch let problem as Problem {
            #expect(problem.place.file == "liste.xlsx")
            #expect(!problem.message.fr.isEmpty && !problem.message.en.isEmpty)
            return problem.rule
        } catch {
            return "\(error)"
        }
    }

    /// A header of OLE2 and the first sector of its directory.
    private static func compound(_ names: [String]) -> [UInt8] {
        var bytes = CompoundFile.signature + [UInt8](repeating: 0, count: 504)
        bytes[30] = 9
        bytes[48] = 1
        bytes += [UInt8](repeating: 0, count: 512)
        for name in names {
            let text = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            bytes += text + [UInt8](repeating: 0, count: 128 - text.count)
        }
        return bytes
    }

    @Test func whatIsNoTable() {
        #expect(rule(Self.compound(["Root Entry", "EncryptedPackage"])) == "table.password")
        #expect(rule(Self.compound(["Root Entry", "Workbook"])) == "table.oldFormat")
        #expect(rule(CompoundFile.signature) == "table.oldFormat")
        #expect(rule(CompoundFile.signature + [UInt8](repeating: 0xFF, count: 600)) == "table.oldFormat")
        #expect(rule(Array("<html><table>".utf8)) == "table.markup")
        #expect(rule(Array("%PDF-1.7".utf8)) == "table.unknown")
        #expect(rule([]) == "csv.empty")
        let text = Packing.zip.pack(
            [.init("mimetype", "application/vnd.oasis.opendocument.text"), .init("content.xml", "<a/>")], stored: true)
        #expect(rule(text) == "table.unknown")
        let letter = SheetWriter.excel(
            [], replacing: ["xl/workbook.xml": "<w:document xmlns:w=\"x\"><w:body/></w:document>"])
        #expect(rule(letter) == "table.unknown")
        #expect(rule(Packing.zip.pack([.init("[Content_Types].xml", "<Types/>")])) == "table.damaged")
        let members: [Packing.Member] = [
            .init(
                "_rels/.rels",
                "<Relationships><Relationship Type=\"/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>")
        ]
        #expect(rule(Packing.zip.pack(members)) == "table.binary")
        #expect(rule(Packing.zip.pack(members, password: "x")) == "table.password")
    }

    @Test func emptyAndHeadless() {
        #expect(rule(SheetWriter.excel("")) == "table.empty")
        #expect(rule(SheetWriter.excel(SheetWriter.row(1, [" "]))) == "table.empty")
        #expect(rule(SheetWriter.excel([.init(rows: Self.header, state: "hidden")])) == "table.empty")
        let numbers = (1...3).map { SheetWriter.row($0, cells: "<c><v>1</v></c>", "<c><v>2</v></c>") }.joined()
        #expect(rule(SheetWriter.excel(numbers)) == "table.header")
    }

    @Test func valuesFarAway() {
        let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
        #expect(rule(SheetWriter.excel(Self.header + far)) == "table.limit.columns")
        let rows = (2...30).map { SheetWriter.row($0, ["1", "A", "Dax"]) }.joined()
        #expect(rule(SheetWriter.excel(Self.header + rows + far)) == "table.limit.columns")
        // Behind the last name, and near: a note that belongs to no column.
        let near = "<row r=\"31\"><c r=\"Z31\"><v>1</v></c></row>"
        #expect(rule(SheetWriter.excel(Self.header + rows + near)) == nil)
        #expect(rule(SheetWriter.excel(far + Self.header)) == "table.limit.columns")
        #expect(rule(SheetWriter.excel("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")) == "table.damaged")
        #expect(rule(SheetWriter.excel("<row r=\"1\"><c r=\"A1048577\"><v>1</v></c></row>")) == "table.damaged")
        #expect(rule(SheetWriter.excel("<row r=\"1048577\"/>")) == "table.damaged")
        #expect(rule(SheetWriter.excel("<row r=\"1\"><c r=\"12\"><v>1</v></c></row>")) == "table.damaged")
        #expect(
            rule(SheetWriter.excel("<row r=\"99999999999999999999\"><c r=\"A1\"><v>1</v></c></row>")) == "table.damaged"
        )
    }

    @Test func sharedTexts() {
        let cell = "<c t=\"s\"><v>0</v></c>"
        let rows = Self.header + (2...400).map { SheetWriter.row($0, cells: cell, cell, cell) }.joined()
        let long = "<si><t>" + String(repeating: "x", count: 30_000) + "</t></si>"
        #expect(rule(SheetWriter.excel(rows, shared: long)) == nil)
        #expect(rule(SheetWriter.excel(rows, shared: "")) == "table.damaged")
        #expect(
            rule(SheetWriter.excel(rows, shared: long)) { $0.sharedTextBytes = 20_000 } == "table.limit.sharedTextBytes"
        )
        // A few bytes that refer to a long text again and again.
        #expect(
            rule(SheetWriter.excel(rows, shared: long)) { ($0.ratioFree, $0.ratio) = (1 << 20, 200) }
                == "table.limit.ratio")
    }

    @Test func bombs() {
        let rows = Self.header + SheetWriter.row(2, ["1", String(repeating: "a", count: 4 << 20), "x"])
        let bytes = SheetWriter.excel(rows)
        #expect(rule(bytes) == nil)
        #expect(rule(bytes) { $0.unpackedBytes = 1 << 20 } == "table.limit.unpackedBytes")
        #expect(rule(bytes) { ($0.ratio, $0.ratioFree) = (50, 1 << 20) } == "table.limit.ratio")
        #expect(rule(bytes) { $0.recordBytes = 1 << 20 } == "table.limit.recordBytes")
        #expect(rule(bytes) { $0.members = 3 } == "table.limit.members")
        let runs = String(repeating: "<r><t>a</t></r>", count: 100_000)
        let many = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is>\(runs)</is></c></row>"
        #expect(rule(SheetWriter.excel(Self.header + many)) == nil)
    }

    @Test func harmfulXML() {
        func sheet(_ text: String) -> [UInt8] {
            SheetWriter.excel([.init(rows: "")], replacing: ["xl/worksheets/sheet1.xml": text])
        }
        let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>"
        #expect(rule(sheet(entities)) == "table.doctype")
        #expect(rule(sheet(String(repeating: "<a>", count: 300))) == "table.limit.depth")
        #expect(rule(sheet("<worksheet><sheetData>")) == "table.damaged")
        #expect(rule(sheet("")) == "table.damaged")
        let names = (0..<300).map { "<n\($0)/>" }.joined()
        #expect(rule(sheet("<worksheet>\(names)</worksheet>")) { $0.names = 200 } == "table.limit.names")
    }

    /// Whatever the damage, what comes out is rows or a problem.
    @Test(arguments: 1...40) func damagedWorkbooks(_ seed: UInt64) {
        var random = SeededRandom(seed)
        let rows = Self.header + (2...9).map { SheetWriter.row($0, ["\($0)", "Nom", "Ville"]) }.joined()
        let excel = SheetWriter.excel([.init(rows: rows, merges: ["A2:A5"])], formats: ["dd/mm/yyyy"])
        let open = SheetWriter.openDocument(
            "<table:table><table:table-row><table:table-cell/></table:table-row></table:table>")
        for original in [excel, open, Self.compound(["Root Entry", "Workbook"])] {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                default: bytes.removeSubrange(index..<min(index + 100, bytes.count))
                }
            }
            let rule = rule(bytes)
            #expect(rule == nil || rule?.contains(".") == true, "seed \(seed): \(rule ?? "")")
        }
    }
}
