import Bytes
import Nomenclature
import TestSupport
import Testing
import Wording

@testable import Catalog

@Suite struct MappedImporterTests {
    private struct Read {
        var records: [SupplierRecord] = []
        var problems: [Problem] = []
        var dropped: [String] = []

        init(_ lines: [ColumnMapping.Line], _ bytes: [UInt8], name: String = "liste.csv") throws {
            var records: [SupplierRecord] = []
            var problems: [Problem] = []
            var dropped: [String] = []
            try MappedImporter(ColumnMapping(lines)).read(
                Input(name: name, bytes: bytes), limits: .standard, seen: Day(year: 2026, month: 1, day: 1),
                to: SupplierSink(
                    record: { records.append($0) }, problem: { problems.append($0) }, dropped: { dropped += $0 }))
            (self.records, self.problems, self.dropped) = (records, problems, dropped)
        }

        init(_ lines: [ColumnMapping.Line], _ text: String) throws { try self.init(lines, Array(text.utf8)) }
    }

    private static let identity: [ColumnMapping.Line] = [
        .init(column: "Numéro", field: .siret), .init(column: "Structure", field: .name),
    ]

    @Test func everyFieldIsRead() throws {
        let lines =
            Self.identity + [
                .init(column: "Marque", field: .brand), .init(column: "Nature", field: .kinds, separator: "/"),
                .init(column: "Rue 1", field: .street), .init(column: "Rue 2", field: .street),
                .init(column: "CP", field: .postcode), .init(column: "Lieu", field: .city),
                .init(column: "Métier", field: .sectors, separator: "ligne"), .init(column: "Plus", field: .sectors),
                .init(column: "Texte", field: .description), .init(column: "Autre texte", field: .description),
                .init(column: "Au", field: .seen), .init(column: "", field: .esus, value: "oui"),
                .init(column: "", field: .networks, value: "Réseau A|Réseau B"),
                .init(column: "Contact", field: .personal), .init(column: "Divers", field: .ignored),
            ]
        let text =
            "Numéro;Structure;Marque;Nature;Rue 1;Rue 2;CP;Lieu;Métier;Plus;Texte;Autre texte;Au;Contact;Divers\n"
            + "000 001 040 00021;Les Ateliers;LA;EA / ESAT;1 rue A;BP 2;1150;Lagnieu;\"Bois\nLinge\";Lin|Bois;Un. a@b.fr;Deux;31/03/2026;Jeanne Dupont;x\n"
        let read = try Read(lines, text)
        #expect(read.problems.isEmpty)
        let record = try #require(read.records.first)
        #expect(record.siret?.text == "00000104000021")
        #expect(record.name == "Les Ateliers" && record.brand == "LA")
        #expect(record.kinds.map(\.kind) == [.ea, .esat])
        #expect(record.street == "1 rue A BP 2")
        #expect(record.postcode == "01150" && record.city == "Lagnieu")
        #expect(record.sectors == ["Bois", "Linge", "Lin"])
        #expect(record.description == "Un.\nDeux")
        #expect(record.seen == Day(year: 2026, month: 3, day: 31))
        #expect(record.esus != nil)
        #expect(record.networks == ["Réseau A", "Réseau B"])
        #expect(record.source == "csv" && record.place == Place(file: "liste.csv", line: 2))
    }

    /// Identifiers that stand in for the SIRET.
    @Test(arguments: [
        ("siren", "000001040", "siren:000001040"), ("siren", "1040", nil), ("siren", "0001040", "siren:000001040"),
        ("finess", "20016622", "finess:020016622"), ("finess", "abc", nil), ("rna", "w751234567", "rna:W751234567"),
        ("rna", "751234567", nil), ("identifiant", "F-12", "liste.csv:F-12"), ("identifiant", "", nil),
    ])
    func otherIdentifiers(_ field: String, _ cell: String, _ key: String?) throws {
        let lines: [ColumnMapping.Line] = [
            .init(column: "Id", field: try #require(MappedField(named: field))),
            .init(column: "Nom", field: .name),
        ]
        let read = try Read(lines, "Id;Nom\n\(cell);A\n")
        #expect(read.records.first?.key == key)
        #expect(read.records.count + read.problems.count == 1)
    }

    @Test func whichIdentifierIsKept() throws {
        let lines =
            Self.identity + [.init(column: "N", field: .siren), .init(column: "F", field: .finess)]
        let read = try Read(
            lines,
            "Numéro;Structure;N;F\n00000104000021;A;000001040;010000001\n;B;000001040;\n;C;;010000001\n;D;;\n"
                + "00000104000021;E;000002394;\n")
        #expect(
            read.records.map(\.key) == [
                "00000104000021", "siren:000001040", "finess:010000001", "00000104000021",
            ])
        #expect(read.problems.map(\.rule) == ["siret.missing", "siren.mismatch"])
        #expect(read.problems.map(\.place.line) == [5, 6])
    }

    @Test func aValueHoldsWhereTheColumnIsEmpty() throws {
        let lines =
            Self.identity + [
                .init(column: "CP", field: .postcode), .init(column: "", field: .postcode, value: "40100"),
                .init(column: "Sigle commercial", field: .brand),
            ]
        let read = try Read(
            lines,
            "Numéro;Structure;CP;Sigle commercial\n00000104000021;A;40000;\n00000239400047;;;B\n00000285700027;;;\n")
        #expect(read.records.map(\.postcode) == ["40000", "40100"])
        #expect(read.records.map(\.name) == ["A", "B"])
        #expect(read.problems.map(\.rule) == ["name.missing"])
    }

    @Test func missingColumnsAndRows() throws {
        let missing = #expect(throws: Problem.self) { try Read(Self.identity, "Numéro;Nom\n1;A\n") }
        #expect(missing?.rule == "mapping.columnMissing")
        #expect(
            missing?.message.fr.contains("« Structure »") == true && missing?.message.fr.contains("Numéro, Nom") == true
        )
        let empty = #expect(throws: Problem.self) { try Read(Self.identity, "Numéro;Structure\n") }
        #expect(empty?.rule == "csv.empty")
    }

    @Test func personsAreNeitherReadNorQuoted() throws {
        let lines = Self.identity + [.init(column: "Contact", field: .personal)]
        let read = try Read(
            lines, "Numéro;Structure;Contact\n123;A;Jeanne Dupont\n00000104000021;B;jeanne@exemple.fr\n")
        #expect(read.records.map(\.name) == ["B"])
        #expect(read.problems.map(\.rule) == ["siret.length"])
        #expect(read.problems.first?.excerpt == "Numéro: 123; Structure: A")
    }

    /// Columns without a name and of the same name, in a workbook with a title.
    @Test func workbooks() throws {
        let rows = [
            (1, ["Liste 2026", "", "", ""]), (3, ["", "Numéro", "Adresse", "Adresse"]),
            (4, ["Les Ateliers", "00000104000021", "1 rue A", "BP 2"]),
        ]
        let sheet = rows.map { number, cells in
            "<row r=\"\(number)\">"
                + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }.joined()
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let bytes = Packing.zip.pack([
            .init("[Content_Types].xml", "<Types/>"),
            .init(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(relation)officeDocument\" Target=\"wb.xml\"/></Relationships>"
            ),
            .init(
                "_rels/wb.xml.rels",
                "<Relationships><Relationship Id=\"b\" Type=\"\(relation)worksheet\" Target=\"s.xml\"/></Relationships>"
            ),
            .init("wb.xml", "<workbook><sheets><sheet id=\"b\"/></sheets></workbook>"),
            .init("s.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"),
        ])
        let read = try Read(
            [
                .init(column: "colonne A", field: .name), .init(column: "numero", field: .siret),
                .init(column: "Adresse (2)", field: .street),
            ], bytes, name: "liste.xlsx")
        #expect(read.records.map(\.name) == ["Les Ateliers"])
        #expect(read.records.map(\.street) == ["BP 2"])
        #expect(read.records.map(\.place.line) == [4])
    }
}
