import Bytes
import Testing
import Wording

@testable import Catalog

@Suite struct ColumnMappingTests {
    private static let header = "colonne;champ;valeur;separateur;exemples;remarque\n"

    private func read(_ text: String) throws -> ColumnMapping {
        try ColumnMapping(Input(name: "correspondance.csv", bytes: Array(text.utf8)))
    }

    @Test func theFileIsReadAsItIsWritten() throws {
        let mapping = ColumnMapping([
            .init(column: "N° SIRET", field: .siret, examples: "000 001 040 00021", remark: "sûr"),
            .init(column: "=Nom; \"officiel\"", field: .name), .init(column: "Types", field: .kinds, separator: ";"),
            .init(column: "Secteurs", field: .sectors, separator: "ligne"),
            .init(column: "", field: .kinds, value: "ESAT"), .init(column: "Mail", field: .personal),
            .init(column: "Divers", field: .ignored),
        ])
        let again = try read(mapping.csv)
        #expect(again.lines.map(\.field) == mapping.lines.map(\.field))
        #expect(again.lines.map(\.separator) == mapping.lines.map(\.separator))
        #expect(again.lines.map(\.value) == mapping.lines.map(\.value))
        // The apostrophe keeps spreadsheets from computing it; the column is found all the same.
        #expect(again.lines[1].column == "'=Nom; \"officiel\"")
        #expect(ColumnLabels.key(again.lines[1].column) == ColumnLabels.key(mapping.lines[1].column))
        #expect(mapping.csv.hasPrefix("\u{FEFF}colonne;champ;"))
        #expect(again.csv == (try read(again.csv).csv))
    }

    @Test func whatIsReadDecidesTheDigest() throws {
        let one = try read("colonne;champ;remarque\nSIRET;siret;a\nNom;nom;\nMail;personnel;\n")
        let other = try read("colonne;champ\nSIRET;siret\nNom;name\nDivers;ignorer\n")
        let third = try read("colonne;champ\nSIRET;siret\nNom;enseigne\n")
        #expect(try one.digest == other.digest)
        #expect(try one.digest != third.digest)
    }

    @Test func englishAndLooseNamesAreAccepted() throws {
        let mapping = try read("Column;Field;Value\nA;SIRET;\nB;Name;\n;Kinds;ESAT\nC;Code Postal;\nD;;\n;ignorer;\n")
        #expect(mapping.lines.map(\.field) == [.siret, .name, .kinds, .postcode])
        for field in MappedField.allCases {
            #expect(MappedField(named: field.rawValue) == field)
            #expect(MappedField(named: field.english) == field)
        }
    }

    @Test(arguments: [
        ("colonne;quoi\nA;siret\n", "mapping.header", 1), ("A;siret;x\nB;sirett;\n", "mapping.unknownField", 3),
        ("A;siret;\nA;nom;\n", "mapping.columnTwice", 3), (";;ESAT\n", "mapping.noField", 2),
        (";siret;\n", "mapping.noColumn", 2), ("A;types;ESAT\n", "mapping.columnAndValue", 2),
        (";types;Boulangerie\n", "mapping.badValue", 2), (";siret;00000104000021\n", "mapping.noValue", 2),
        (";nom;X\n", "mapping.noValue", 2), (";personnel;X\n", "mapping.noValue", 2),
        ("A;nom;\n", "mapping.noIdentifier", nil), ("A;siret;\n", "mapping.noName", nil),
    ])
    func faultsAreToldWithTheirLine(_ lines: String, _ rule: String, _ line: Int?) {
        let text =
            rule == "mapping.header" ? lines : "colonne;champ;valeur\n" + lines.replacing("A;siret;x", with: "A;siret;")
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.rule == rule)
        #expect(problem?.place.line == line)
        #expect(problem?.place.file == "correspondance.csv")
        #expect(problem?.message.fr.contains(" ; ") == true)
    }

    @Test func anUnknownFieldIsToldTheNearOne() {
        let problem = #expect(throws: Problem.self) { try read(Self.header + "A;sirret;;;;\n") }
        #expect(problem?.message.fr.contains("vouliez-vous dire « siret »") == true)
        #expect(problem?.message.fr.contains("chiffre_affaires") == true)
    }

    @Test func labels() {
        let labels = ColumnLabels.labels(of: ["Nom", "", "nom", "Raison\nsociale", "%", "NOM"])
        #expect(labels == ["Nom", "colonne B", "nom (2)", "Raison sociale", "%", "NOM (3)"])
        #expect([0, 25, 26, 701, 702].map(ColumnLabels.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
    }
}
