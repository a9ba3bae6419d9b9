import Testing
import Wording

@testable import Bytes

@Suite struct HeaderChoiceTests {
    /// Rows as text, one a line; the header is the one that begins with « > ».
    @Test(arguments: [
        ">SIRET;Nom;Ville\n123;A;Dax",
        "Liste des structures\n\n>SIRET;Nom;Ville\n123;A;Dax",
        "Liste;;\nMise à jour;31/03/2026;\n;;\n>;SIRET;Nom;Ville\n;123;A;Dax",
        "Département;Landes;;;\nAnnée;2026;;;\n>SIRET;Nom;Ville;Type;Rue\n1;A;Dax;EI;x",
        ">Nom;Ville;Activité\nA;Dax;Espaces verts\nB;Pau;Peinture",
        // A column without a name.
        ">Nom;Ville;Type;\nA;Dax;EI;oui\nB;Pau;ACI;non",
        // Years are names beside words.
        ">SIRET;Nom;CA 2024;2025\n1;A;10;20",
        // Titles of groups above the names.
        "Identité;;;Adresse;;\n>SIRET;Nom;Type;Rue;CP;Ville\n1;A;EI;r;40000;Dax",
        "Annuaire 2026\n>SIRET\n123\n456", ">Nom\nA\nB", "Liste des ESAT\nau 31 mars\n>SIRET\n1",
        ">Nom;Nom;Ville\nA;B;Dax", ">nom;site\nA;www.exemple.fr\nB;https://exemple.fr",
    ])
    func theNamesAreFound(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        let rows = lines.map { line in
            line.drop { $0 == ">" }.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }.filter { row in row.contains { !$0.isEmpty } }
        let marked = lines.filter { $0.contains(where: { $0 != ";" }) }.firstIndex { $0.hasPrefix(">") }
        #expect(HeaderChoice.row(among: rows) == marked)
    }

    @Test(arguments: [[["1", "2"], ["3", "4"]], [["1"], ["2"]], [], [["40000", "81.30Z", "a@b.fr", "31/12/2026"]]])
    func dataAloneHasNoNames(_ rows: [[String]]) { #expect(HeaderChoice.row(among: rows) == nil) }

    @Test(arguments: [
        ("Liste des ESAT\n\nSIRET;Nom;Ville\n1;A, B;Dax\n", ["3"]),
        ("Liste des ESAT;;\n;;\nSIRET;Nom;Ville\n1;A, B;Dax\n", ["3"]),
        ("Liste;\nSIRET;Nom\n1;A\n2;B\n", ["2"]), ("\u{FEFF}Liste,,\n\"a\nb\",,\nSIRET,Nom,Ville\n1,A,Dax\n", ["4"]),
        ("Liste\r\nSIRET\tNom\tVille\r\n1\tA\tDax\r\n", ["2"]),
    ])
    func titlesAboveACSV(_ text: String, _ line: [String]) throws {
        let table = try ReadTable(text)
        #expect(table.header.prefix(2) == ["SIRET", "Nom"])
        #expect(table.rows.first?.first == String((Int(line[0]) ?? 0) + 1))
        #expect(table.rows.first?[1] == "1")
    }

    /// A table that begins with its names is read as ever, a lone column included.
    @Test(arguments: [
        "nom\nDupont, Jean et fils\nMartin, Paul\n", "SIRET\n1\n2\n", "Nom;Ville\nA;Dax\nB;Pau\n", "1;2\n3;4\n",
    ])
    func otherCSVsKeepTheirFirstLine(_ text: String) throws {
        let table = try ReadTable(text)
        #expect(table.header == text.split(separator: "\n")[0].split(separator: ";").map(String.init))
        #expect(table.rows.count == text.split(separator: "\n").count - 1)
    }
}
