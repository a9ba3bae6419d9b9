import Foundation
import Indicators
import Nomenclature
import TestSupport
import Testing

@testable import Passerelle

/// The whole way, from the published file to the figure, against figures that an independent program computed.
@Suite(.enabled(if: Corpus.isPresent)) struct SpaserTruthTests {
    private func expectations() throws -> [String: [String: Any]] {
        guard let data = FileManager.default.contents(atPath: Corpus.path("decp/expectations.json")),
            let all = try? JSONSerialization.jsonObject(with: data) as? [String: [String: Any]]
        else { return [:] }
        return all
    }

    private func cents(_ value: Any?) -> Int64? { (value as? NSNumber).map { Int64(($0.doubleValue * 100).rounded()) } }

    @Test(arguments: [
        "v1-json/marches-publics.info.json", "v1-json/data.gouv.fr_pes_2019-04.json", "v1-json/ci_raw_marches.json",
        "v2-json/decp_test_2022.json", "v2-json/eclaireur_public_raw.json", "derived/decp-v2-synthetic.json",
    ])
    func totalsAgreeToTheCent(_ file: String) throws {
        let expected = try #require(expectations()[file])
        let folder = try TemporaryFolder()
        let application = try Application(workspace: folder.path("w.sqlite"), create: true)
        let summary = try application.importContracts([Corpus.path("decp/" + file)])
        #expect(summary.read == expected["records"] as? Int)
        #expect(summary.leftAside == expected["concessions"] as? Int)
        #expect(summary.imported == expected["contracts"] as? Int)
        #expect(summary.superseded + summary.unchanged == expected["duplicateRecords"] as? Int)
        #expect(summary.rejected == 0)

        let report = try application.spaser()
        let amounts = try #require(expected["amounts"] as? [String: Any])
        #expect(report["V1"]?.count == expected["contracts"] as? Int)
        #expect(report["V2"]?.amount.cents == cents(amounts["total"]))
        for (key, code) in [
            (
                "social",
                [
                    "any": "S1", "clause": "S2", "criterion": "S3", "reserved": "S4", "none": "S6.none",
                    "notInformed": "S6.notInformed",
                ]
            ),
            ("environmental", ["any": "E1", "clause": "E2", "criterion": "E3"]),
        ] {
            let part = try #require(expected[key] as? [String: Any])
            for (name, indicator) in code {
                let figure = try #require(part[name] as? [String: Any])
                #expect(report[indicator]?.count == figure["contracts"] as? Int, "\(file) \(indicator)")
                #expect(report[indicator]?.amount.cents == cents(figure["amount"]), "\(file) \(indicator)")
            }
        }
        for (year, figure) in try #require(expected["byYear"] as? [String: [String: Any]]) {
            guard let year = Int(year) else { continue }
            let one = try application.spaser(year: year)
            #expect(one["V1"]?.count == figure["contracts"] as? Int, "\(file) \(year)")
            #expect(one["V2"]?.amount.cents == cents(figure["amount"]), "\(file) \(year)")
        }
    }

    @Test func importingTwiceChangesNothing() throws {
        let folder = try TemporaryFolder()
        let application = try Application(workspace: folder.path("w.sqlite"), create: true)
        let path = Corpus.path("decp/v1-json/marches-publics.info.json")
        let first = try application.importContracts([path])
        let before = try application.spaser()
        let second = try application.importContracts([path])
        #expect(second.imported == 0 && second.read == first.read)
        #expect(try application.spaser()["V2"]?.amount == before["V2"]?.amount)
    }
}
