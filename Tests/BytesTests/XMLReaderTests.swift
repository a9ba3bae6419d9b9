import Testing
import Wording

@testable import Bytes

private enum Field: UInt16 { case item, name, note }

@Suite struct XMLReaderTests {
    private static let table = XMLPathTable<Field>(
        abbreviations: ["$ITEM": "/*/a:item"],
        [.record("$ITEM", .item), .value("$ITEM/b:name", .name), .value("/*/note", .note)])

    /// What the reader sees, as short lines: `>item`, `name=text@lang`, `<item`, `|` at each hand-over.
    private func events(_ xml: String, limits: Limits = .standard) throws -> [String] {
        var seen: [String] = []
        try XMLReader(Self.table, limits: limits).read(MemorySource(xml), name: "t.xml") { record in
            record.forEach { event in
                switch event.kind {
                case .begin: seen.append(">\(event.field)")
                case .end: seen.append("<\(event.field)")
                case .value:
                    seen.append("\(event.field)=\(event.text)" + (event.attribute(.languageID).map { "@" + $0 } ?? ""))
                }
            }
            seen.append("|")
        }
        return seen
    }

    @Test func namesAreComparedWithoutTheirPrefix() throws {
        let xml = """
            <x:root xmlns:x="urn:a" xmlns="urn:b"><x:item><name languageID="FRA"> Élagage &amp; taille </name><other>no</other></x:item><note>n</note></x:root>
            """
        #expect(try events(xml) == [">item", "name=Élagage & taille@FRA", "<item", "|", "note=n", "|"])
    }

    @Test func textOfDescendantsBelongsToTheValue() throws {
        #expect(try events("<r><note>a<p>b</p>c</note></r>") == ["note=abc", "|"])
    }

    @Test func aRecordIsHandedOverAtItsEnd() throws {
        let xml = "<r>" + String(repeating: "<item><name>x</name></item>", count: 3) + "</r>"
        #expect(try events(xml).filter { $0 == "|" }.count == 3)
    }

    @Test(arguments: [
        ("", "xml.empty"), ("<r><item>", "xml.truncated"), ("<r><item></r>", "xml.truncated"),
        ("not xml at all", "xml.malformed"), ("<r></r><r></r>", "xml.several"),
        ("<!DOCTYPE r [<!ENTITY a \"b\">]><r>&a;</r>", "xml.doctype"),
        ("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>", "xml.doctype"),
        (String(repeating: "<a>", count: 300), "xml.limit.depth"),
        (
            "<r " + (0..<60_000).map { "attribute\($0)=\"value\"" }.joined(separator: " ") + "/>",
            "xml.limit.markupBytes"
        ),
    ])
    func hostileOrBrokenDocuments(_ xml: String, rule: String) throws {
        let problem = #expect(throws: Problem.self) { try events(xml) }
        #expect(problem?.rule == rule)
        #expect(problem?.sentence(.french).hasPrefix("t.xml : ") == true)
    }

    /// Distinct names are counted in parts that the table does not ask for, too.
    @Test(arguments: ["<r>", "<r><ignored>"]) func namesWithoutEnd(_ start: String) {
        let problem = #expect(throws: Problem.self) {
            try events(start + (0..<20_100).map { "<n\($0)/>" }.joined())
        }
        #expect(problem?.rule == "xml.limit.names")
    }

    @Test func theRootIsToldFromTheFirstBytes() {
        let head = Array("<?xml version=\"1.0\"?><!-- c --><p:Notice xmlns:p=\"urn:x\" a=\"b\"><p:cut".utf8)
        #expect(XMLRoot(head: head) == XMLRoot(name: "Notice", namespace: "urn:x"))
        #expect(XMLRoot(head: Array("<!DOCTYPE r SYSTEM 'x'><r/>".utf8))?.name == "r")
        #expect(XMLRoot(head: Array("siret;nom".utf8)) == nil)
    }
}
