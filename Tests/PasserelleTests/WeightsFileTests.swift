import Foundation
import Matching
import Nomenclature
import TestSupport
import Testing
import Wording

@testable import Passerelle

@Suite struct WeightsFileTests {
    @Test(arguments: [
        ("overseas\t0,5", 0.5), ("overseas = 0.5", 0.5), ("  overseas\t 0,5 \t", 0.5), ("overseas=1", 1),
        ("\u{FEFF}# commentaire\r\n\r\noverseas\t0,25 # moins\r\n", 0.25),
    ])
    func formsOfALine(_ text: String, value: Double) throws {
        let found = try WeightsFile.read(text, file: "w.poids.tsv")
        #expect(found.weights.overseas == value)
        #expect(found.lines.keys.sorted() == ["overseas"])
    }

    @Test func thousandsMayBeParted() throws {
        let found = try WeightsFile.read("turnover-per-employee\t50\u{202F}000", file: "w.poids.tsv")
        #expect(found.weights.turnoverPerEmployee == 50_000)
    }

    /// Nothing is silently ignored.
    @Test(arguments: [
        ("overseas\t0,5\nmers\t1", "weights.unknown", 2), ("overseas\tbeaucoup", "weights.value", 1),
        ("overseas\t0x1", "weights.value", 1), ("overseas\t1.2.3", "weights.value", 1),
        ("overseas\t", "weights.value", 1),
        ("overseas", "weights.line", 1), ("overseas\t0,5\t0,6", "weights.line", 1), ("\t0,5", "weights.line", 1),
        ("#\noverseas\t2", "weights.bounds", 2), ("ideal-terms\t6,5", "weights.whole", 1),
        ("overseas\t0,5\noverseas\t0,6", "weights.twice", 2),
    ])
    func linesThatAreRefused(_ text: String, rule: String, line: Int) {
        let problem = #expect(throws: Problem.self) { try WeightsFile.read(text, file: "w.poids.tsv") }
        #expect(problem?.rule == rule)
        #expect(problem?.place.line == line)
        #expect(problem?.place.file == "w.poids.tsv")
    }

    @Test func theFileToEditChangesNothing() throws {
        let found = try WeightsFile.read(WeightsFile.template(), file: "w.poids.tsv")
        #expect(found.weights == .standard && found.lines.isEmpty)
        // With its marks taken away it is the table.
        let bare = WeightsFile.template().replacing("\n#", with: "\n").split(separator: "\n")
            .filter { $0.contains("\t") && !$0.hasPrefix(" ") && !$0.hasPrefix("#") }
        let all = try WeightsFile.read(bare.joined(separator: "\n"), file: "w.poids.tsv")
        #expect(all.weights == .standard && all.lines.count == WeightTable.rows.count)
    }

    @Test func aWorkspaceHasItsOwn() throws {
        let folder = try TemporaryFolder()
        let workspace = folder.path("essai.sqlite")
        #expect(try WeightsFile.read(workspace: workspace).file == nil)
        let path = try WeightsFile.write(workspace: workspace)
        #expect(path == folder.path("essai.poids.tsv"))
        #expect(#expect(throws: Problem.self) { try WeightsFile.write(workspace: workspace) }?.rule == "weights.exists")
        try folder.write("essai.poids.tsv", "nearness\t50\n")
        let report = try WeightsFile.read(workspace: workspace).report
        #expect(report.lines.filter { $0.line != nil }.map(\.weight.name) == ["nearness"])
        // What is printed as such a file is one.
        let again = try WeightsFile.read(report.tsv(.french), file: "w.poids.tsv")
        #expect(again.weights.nearness == 50)
        #expect(again.weights.values.map(\.value) == report.lines.map(\.value))
        #expect(report.table(.french).csv(.french).contains("essai.poids.tsv, ligne 1"))
    }

    /// Weights change the ranking, and the index is made again.
    @Test func weightsRank() throws {
        let folder = try TemporaryFolder()
        let application = try Application(
            workspace: folder.path("w.sqlite"), create: true, today: try #require(Day(iso: "2026-11-21")))
        _ = try application.importSuppliers([Project.path("Catalog/fournisseurs.csv")])
        let need = Need(
            text: "entretien des espaces verts", cpv: [], place: "40000 Mont-de-Marsan", value: nil,
            day: application.today)
        func scores() throws -> [Double] {
            try application.matcher().sheet(for: need, options: MatchOptions(), language: .french).matches.map(\.score)
        }
        let before = try scores()
        try folder.write("w.poids.tsv", "place-share = 0\n")
        let after = try scores()
        #expect(before != after && !after.isEmpty)
        try folder.write("w.poids.tsv", "lieu = 0\n")
        #expect(#expect(throws: Problem.self) { try application.matcher() }?.rule == "weights.unknown")
    }
}
