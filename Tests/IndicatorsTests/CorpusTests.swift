import Foundation
import Indicators
import Nomenclature
import Testing

/// Figures of the sample files agree with those of an independent program, to the cent.
@Suite struct CorpusTests {
    private func cut(_ expected: [String: Any], _ path: String...) throws -> (count: Int, cents: Int64) {
        var value: Any? = expected
        for key in path { value = (value as? [String: Any])?[key] }
        let cut = try #require(value as? [String: Any])
        return (try #require(cut["contracts"] as? Int), try cents(cut["amount"] ?? cut["amountWhole"]))
    }

    private func cents(_ value: Any?) throws -> Int64 {
        Int64((try #require(value as? NSNumber).doubleValue * 100).rounded())
    }

    @Test func syntheticFileOfTheNewFormat() throws {
        guard let corpus = Corpus.located() else { return }
        let file = "derived/decp-v2-synthetic.json"
        let expected = try corpus.expectations(file)
        let report = SPASERReport.compute(
            contracts: try corpus.contracts(file), notUsable: QualityCounts(records: 1272, superseded: 48),
            classifier: CatalogueClassifier(suppliers: try corpus.suppliers()))
        try checkCommon(report, expected)

        for (code, field, value) in [
            ("S1", "social", "any"), ("S2", "social", "clause"), ("S3", "social", "criterion"),
            ("S4", "social", "reserved"), ("S6.none", "social", "none"), ("S6.notInformed", "social", "notInformed"),
            ("S6.contradictory", "social", "contradictory"), ("E1", "environmental", "any"),
            ("E2", "environmental", "clause"), ("E3", "environmental", "criterion"),
            ("E6.none", "environmental", "none"), ("E6.notInformed", "environmental", "notInformed"),
        ] {
            let result = try #require(report[code])
            let truth = try cut(expected, field, value)
            #expect(result.count == truth.count, "\(code)")
            #expect(result.amount.cents == truth.cents, "\(code)")
        }
        for (code, key) in [
            ("B1", "socialAndEnvironmental"), ("C5", "innovative"), ("C4", "advance"),
            ("C3.subcontracting", "subcontracting"), ("C3.group", "grouping"), ("C9", "framework"),
            ("C9.subsequent", "subsequent"),
        ] {
            let result = try #require(report[code])
            let truth = try cut(expected, key)
            #expect(result.count == truth.count, "\(code)")
            #expect(result.amount.cents == truth.cents, "\(code)")
        }
        for (code, key) in [
            ("P1", "ess"), ("P2", "esus"), ("P3", "inclusive"), ("P4", "SIAE"), ("P5", "EA"), ("P6", "ESAT"),
        ] {
            let result = try #require(report[code])
            let truth = try cut(expected, "ess", key)
            #expect(result.count == truth.count, "\(code)")
            #expect(result.amount.cents == truth.cents, "\(code)")
            let shared = try cents(((expected["ess"] as? [String: Any])?[key] as? [String: Any])?["amountShared"])
            #expect(result.amountShared?.cents == shared, "\(code) shared")
        }
        let social = try #require(expected["social"] as? [String: Any])
        for (value, key) in [
            (report["S1"]?.shareOfAll, "shareOfAllContracts"),
            (report["S1"]?.shareOfInformed, "shareOfInformedContracts"),
            (report["S1"]?.shareOfAmount, "shareOfAmount"),
        ] {
            let truth = try #require(social[key] as? Double)
            #expect(abs(try #require(value) - truth) < 0.000_001, "\(key)")
        }
        let offers = try #require(expected["offers"] as? [String: Any])
        #expect(report["C1.single"]?.count == offers["single"] as? Int)
        #expect(report["C1.single"]?.informed == offers["informed"] as? Int)
        let mean = try #require(report["C1"]?.figure?.value)
        #expect(abs(mean - (offers["mean"] as? Double ?? 0)) < 0.000_001)
    }

    @Test func realFileOfTheOldFormat() throws {
        guard let corpus = Corpus.located() else { return }
        let file = "v1-json/marches-publics.info.json"
        let expected = try corpus.expectations(file)
        let report = SPASERReport.compute(
            contracts: try corpus.contracts(file),
            notUsable: QualityCounts(records: 4509, superseded: 13, concessions: 10),
            classifier: CatalogueClassifier(suppliers: []))
        try checkCommon(report, expected)
        #expect(report["S6.notInformed"]?.count == 4486)
        #expect(report["S1"]?.count == 0)
        #expect(report["S1"]?.informed == 0)
        #expect(report["S1"]?.shareOfInformed == nil)
    }

    private func checkCommon(_ report: SPASERReport, _ expected: [String: Any]) throws {
        let amounts = try #require(expected["amounts"] as? [String: Any])
        let v1 = try #require(report["V1"])
        #expect(v1.count == expected["contracts"] as? Int)
        #expect(v1.amount.cents == (try cents(amounts["total"])))
        #expect(report["V2"]?.count == amounts["usable"] as? Int)
        #expect(Amount(String(report["V2.median"]?.figure?.value ?? 0))?.cents == (try cents(amounts["median"])))
        #expect(report.content.amountMissing == amounts["missing"] as? Int)
        #expect(report.content.amountTooSmall == amounts["below1"] as? Int)
        #expect(report.content.amountTooLarge == amounts["above3G"] as? Int)
        let quality = try #require(expected["quality"] as? [String: Any])
        #expect(report.content.possibleDuplicateGroups == quality["sameContentGroups"] as? Int)
        #expect(report.content.possibleDuplicates == quality["sameContentExtra"] as? Int)
        #expect(report["V4.modified"]?.count == expected["withModification"] as? Int)
        #expect(report.buyers == expected["buyers"] as? Int)
        for (dimension, key) in [
            (Breakdown.Dimension.year, "byYear"), (.procedure, "byProcedure"), (.division, "byDivision"),
        ] {
            let rows = try #require(report.breakdown(dimension)?.rows)
            let truth = try #require(expected[key] as? [String: Any])
            #expect(rows.count == truth.count, "\(key)")
            for row in rows {
                let one = try cut(truth, row.key)
                #expect(row.all.count == one.count, "\(key) \(row.key)")
                #expect(row.all.amount.cents == one.cents, "\(key) \(row.key)")
            }
        }
    }

    /// Years apart give the same figures as the cut by year of the whole.
    @Test func yearsApart() throws {
        guard let corpus = Corpus.located() else { return }
        let file = "derived/decp-v2-synthetic.json"
        let expected = try corpus.expectations(file)
        let contracts = try corpus.contracts(file)
        let classifier = CatalogueClassifier(suppliers: try corpus.suppliers())
        for year in [2024, 2025] {
            let report = SPASERReport.compute(
                contracts: contracts, notUsable: QualityCounts(), classifier: classifier, year: year)
            let all = try cut(expected, "byYear", String(year))
            let social = try cut(expected, "socialByYear", String(year))
            let environmental = try cut(expected, "environmentalByYear", String(year))
            #expect(report["V1"]?.count == all.count)
            #expect(report["V1"]?.amount.cents == all.cents)
            #expect(report["S1"]?.count == social.count)
            #expect(report["S1"]?.amount.cents == social.cents)
            #expect(report["E1"]?.count == environmental.count)
            #expect(report["E1"]?.amount.cents == environmental.cents)
            #expect(report.content.unknownYear == 1)
            #expect((report["S1"]?.comparison != nil) == (year == 2025))
        }
    }
}
