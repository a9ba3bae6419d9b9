@testable import Bytes
import Catalog
import Foundation
import Nomenclature
import Testing

/// The lists that come with the package, in `Catalog/`.
@Suite struct SampleTests {
    private func reading(_ file: String) throws -> Reading {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var inputs: [Input] = []
        try InputWalker().forEach([root.path + "/Catalog/" + file], onProblem: { throw $0 }) { inputs.append($0) }
        return try Reading(inputs)
    }

    @Test func commaUTF8() throws {
        let reading = try reading("fournisseurs.csv")
        #expect(reading.records.count == 199)
        #expect(reading.problems.isEmpty)
        #expect(reading.placed == 1)
        #expect(reading.records.filter { $0.esus?.validTo != nil }.count == 43)
        let jardins = try #require(reading.records.first)
        #expect(jardins.esus == Approval(validTo: Day(year: 2028, month: 3, day: 31)))
        #expect(jardins.sectors.count == 3)
        #expect(jardins.insertionShare == 0.82)
    }

    @Test func semicolonWindows1252() throws {
        let reading = try reading("fournisseurs-points-virgules.csv")
        #expect(reading.records.count == 12)
        #expect(reading.problems.isEmpty)
        #expect(reading.records.map(\.name).contains("Œuvres & Chantiers du Born"))
        #expect(reading.records.first?.city == "Mauléon-Licharre")
    }
}
