import Foundation
import Testing
import Wording

@testable import Bytes

@Suite struct CSVReaderTests {
    private func read(_ bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = []
        try CSVReader().read(MemorySource(bytes), name: "t.csv", onHeader: { rows.append($0) }) {
            rows.append($0.cells)
        }
        return rows
    }

    @Test(arguments: [
        "siret;nom\n1;A, B\n", "siret,nom\r\n1,\"A, B\"\r\n", "siret\tnom\n1\tA, B", "siret|nom\n\n1|A, B\n\n",
        "\u{FEFF}siret;nom\n1; A, B \n",
    ])
    func separatorsAreToldFromTheHeader(_ text: String) throws {
        #expect(try read(Array(text.utf8)) == [["siret", "nom"], ["1", "A, B"]])
    }

    @Test func quotesMayHoldSeparatorsLinesAndQuotes() throws {
        let rows = try read(Array("a,b\n\"x, \"\"y\"\"\nz\",2\n3,4\n".utf8))
        #expect(rows == [["a", "b"], ["x, \"y\"\nz", "2"], ["3", "4"]])
    }

    /// Cells of several lines whose lines begin or end with a mark, a separator or nothing.
    @Test(arguments: [
        ("a,b\n\"Travaux\n\",2\n3,4\n", "Travaux"),
        ("a,b\n\"l. 1\n\"\"citation\"\" suite\",2\n3,4\n", "l. 1\n\"citation\" suite"),
        ("a,b\n\"un\ndeux,\",2\n3,4\n", "un\ndeux,"), ("a,b\n\"\n\",2\n3,4\n", ""), ("a,b\n\"\",2\n3,4\n", ""),
    ])
    func cellsOfSeveralLines(_ text: String, _ cell: String) throws {
        #expect(try read(Array(text.utf8)) == [["a", "b"], [cell, "2"], ["3", "4"]])
    }

    @Test func windows1252IsRead() throws {
        // « Élagage – l’été » as Excel writes it.
        let bytes: [UInt8] =
            Array("nom\n".utf8) + [0xC9] + Array("lagage ".utf8) + [0x96] + Array(" l".utf8) + [0x92, 0xE9]
            + Array("t".utf8) + [0xE9, 0x0A]
        #expect(try read(bytes) == [["nom"], ["Élagage – l’été"]])
    }

    @Test func columnsAreFoundWithoutCaseAccentsAndSpaces() throws {
        try CSVReader().read(MemorySource("Code Postal;Dénomination\n40000;X\n"), name: "t", onHeader: { _ in }) {
            row in
            #expect(row["code_postal"] == "40000")
            #expect(row["denomination"] == "X")
            #expect(row["absent"] == "")
            #expect(row.line == 2)
        }
    }

    @Test func anEmptyFileIsAProblem() {
        let problem = #expect(throws: Problem.self) { try read([]) }
        #expect(problem?.rule == "csv.empty")
    }

    @Test func anUnclosedQuoteSwallowsNothing() throws {
        #expect(try read(Array("a,b\n1,\"open\n2,c\n".utf8)) == [["a", "b"], ["1", "\"open"], ["2", "c"]])
        #expect(try read(Array("a,b\n1,\"closed\"".utf8)) == [["a", "b"], ["1", "closed"]])
        let many = "a,b\n1,\"open\n" + String(repeating: "2,\"x\"\n", count: 200)
        #expect(try read(Array(many.utf8)).count == 202)
    }

    /// A mark that opens a cell and is never closed, with a mark at the end of a cell many rows below.
    @Test func aStrayMarkDoesNotSwallowTheRowsBelow() throws {
        var text = "siret;nom;ville\n0;\"L Atelier;Dax\n"
        for row in 1...20 { text += "\(row);ASSO \(row);Pau\n" }
        text += "21;Le \"Petit\" Resto \"Bon\";Pau\n22;FIN;Pau\n"
        let rows = try read(Array(text.utf8))
        #expect(rows.count == 24)
        #expect(rows[1] == ["0", "\"L Atelier", "Dax"])
        #expect(rows.last == ["22", "FIN", "Pau"])
    }

    @Test func aDescriptionWithListsInItIsNotTorn() throws {
        let text =
            "siret;nom;description\n1;A;\"Nous proposons : tri ; collecte ; recyclage\nvente ; location ; don\"\n2;B;c\n"
        #expect(try read(Array(text.utf8)).count == 3)
        let last = "siret;nom;description\n1;A;\"Première ligne\nseconde\"\n2;B;c\n"
        #expect(try read(Array(last.utf8)).count == 3)
    }

    @Test func aSingleRowBelowIsNotSwallowedEither() throws {
        let text = "siret;nom;ville\n00000010900017;\"L Atelier;Dax\n00000011700010;Le \"Petit\";Pau\n"
        #expect(try read(Array(text.utf8)).map(\.count) == [3, 3, 3])
    }

    @Test func marksInsideAQuotedCellBelongToIt() throws {
        #expect(
            try read(Array("a;b\n\"Atelier \"Le Pont\" Services\";ACI\r\n".utf8)) == [
                ["a", "b"], ["Atelier \"Le Pont\" Services", "ACI"],
            ])
    }

    @Test(arguments: [1, 7, 1 << 20]) func rowsAcrossTheWindow(_ length: Int) throws {
        let long = String(repeating: "é", count: length)
        let text = "a;b\n" + (0..<5).map { "\($0);\(long)" }.joined(separator: "\n")
        #expect(try read(Array(text.utf8)).count == 6)
    }
}
