import Indicators
import Nomenclature
import Tenders
import Testing

@Suite struct SPASERReportTests {
    @Test func noContracts() throws {
        let report = try Samples.report([])
        #expect(report["V1"]?.count == 0)
        #expect(report["S1"]?.shareOfAll == nil)
        #expect(report["S1"]?.shareOfInformed == nil)
        #expect(report["S7"]?.figure?.value == nil)
        #expect(report["V2.median"]?.figure?.value == nil)
        #expect(report["C1"]?.figure?.value == nil)
        #expect(report["S1"]?.smallSample == true)
        #expect(report.contracts.isEmpty)
        #expect(report.breakdown(.month)?.rows.isEmpty == true)
    }

    @Test func considerationsSaidNotSaidAndContradictory() throws {
        let report = try Samples.report([
            Samples.contract("yes", 10_000) { $0.social.clause = true },
            Samples.contract("no", 20_000) { $0.social.none = true },
            Samples.contract("silent", 40_000),
            Samples.contract("both", 80_000) {
                $0.social.reserved = true
                $0.social.none = true
            },
        ])
        let any = try #require(report["S1"])
        #expect(any.count == 2)
        #expect(any.total == 4)
        #expect(any.informed == 3)
        #expect(any.notInformed == 1)
        #expect(any.contradictory == 1)
        #expect(any.shareOfAll == 0.5)
        #expect(any.shareOfInformed == 2.0 / 3.0)
        #expect(any.amount == Amount(euros: 90_000))
        #expect(any.shareOfAmount == 0.6)
        #expect(report["S6.none"]?.count == 1)
        #expect(report["S6.notInformed"]?.count == 1)
        #expect(report["S4"]?.count == 1)
        #expect(report["B2"]?.count == 2)
        let gap = try #require(report["S7"]?.figure?.value)
        #expect(abs(gap - 0.2) < 1e-12)
    }

    @Test(
        arguments: [
            (nil, 0), (0, 0), (1, 1), (3_000_000_000, 1), (3_000_000_001, 0),
        ] as [(Int?, Int)])
    func usableAmounts(amount: Int?, usable: Int) throws {
        let report = try Samples.report([Samples.contract("a", amount)])
        #expect(report["V1"]?.count == 1)
        #expect(report["V2"]?.count == usable)
        #expect(report["Q3.amounts"]?.count == 1 - usable)
        #expect(report["V1"]?.excluded == 1 - usable)
    }

    @Test func finalAmountAndHoldersCount() throws {
        let report = try Samples.report([
            Samples.contract("a", 100_000) {
                $0.modifications = [
                    Modification(notificationText: "2025-06-01", amount: Amount(euros: 130_000)),
                    Modification(
                        notificationText: "2025-01-01", amount: Amount(euros: 110_000),
                        holders: [Holder(id: Samples.association, idType: "SIRET")]),
                ]
            }
        ])
        #expect(report["V2"]?.amount == Amount(euros: 130_000))
        #expect(report["V4"]?.figure?.value == 1.3)
        #expect(report["P1"]?.count == 1)
    }

    @Test func groupsWholeAndShared() throws {
        let report = try Samples.report([
            Samples.contract("alone", 90_000, holders: [Samples.association]),
            Samples.contract("third", 100, holders: [Samples.workshop, Samples.company, "00003000500018"]),
        ])
        let ess = try #require(report["P1"])
        #expect(ess.count == 2)
        #expect(ess.amount == Amount(euros: 90_100))
        #expect(ess.amountShared == Amount("90033.33"))
        #expect(ess.headlineAmount == Amount(euros: 90_100))
        #expect(report["P8.alone"]?.count == 1)
        #expect(report["P8.group"]?.count == 1)
        #expect(report["P4"]?.amountShared == Amount("33.33"))
        #expect(report["P10"]?.figure?.value == 2)
    }

    @Test func conventionSaysWhichAmountComesFirst() throws {
        var rules = CountingRules.standard
        rules.groupConvention = .shared
        let report = try Samples.report(
            [Samples.contract("a", 100, holders: [Samples.workshop, Samples.company])], rules: rules)
        #expect(report["P1"]?.headlineAmount == Amount(euros: 50))
        #expect(report["P1"]?.shareOfHeadlineAmount == 0.5)
        #expect(report["S1"]?.headlineAmount == .zero)
    }

    @Test func previousYearAndNewSuppliers() throws {
        let contracts = [
            Samples.contract("a", 10_000, notified: "2023-05-01", holders: [Samples.association]),
            Samples.contract("b", 20_000, holders: [Samples.association]) { $0.social.clause = true },
            Samples.contract("c", 30_000, holders: [Samples.workshop]),
            Samples.contract("d", 40_000, notified: "0222-01-01"),
            Samples.contract("e", 50_000, buyer: "00001001700010"),
        ]
        let report = try Samples.report(contracts, buyer: Samples.buyer, year: 2024)
        #expect(report["V1"]?.count == 2)
        #expect(report["P1"]?.comparison?.count == 1)
        #expect(report["P1"]?.comparison?.amount == Amount(euros: 10_000))
        #expect(report["P10.new"]?.figure?.value == 1)
        #expect(report.content.unknownYear == 1)
        #expect(report.breakdown(.year)?.rows.map(\.key) == ["2023", "2024", "unknown"])
        let enterprise = try Samples.report(contracts, buyer: String(Samples.buyer.prefix(9)), year: 2024)
        #expect(enterprise["V1"]?.count == 2)
        let first = try Samples.report(contracts, buyer: Samples.buyer, year: 2023)
        #expect(first["P10.new"]?.figure?.value == nil)
    }

    @Test(arguments: [
        ("2024-03-04", 1), ("2024-05-04", 1), ("2024-05-05", 0), ("", 0),
    ])
    func publicationInTime(published: String, inTime: Int) throws {
        let report = try Samples.report([Samples.contract("a", published: published)])
        #expect(report["Q2"]?.count == inTime)
        #expect(report["Q2"]?.informed == (published.isEmpty ? 0 : 1))
    }

    @Test func endOfMonthIsTwoMonthsLater() throws {
        let late = Samples.contract("a", notified: "2023-12-31", published: "2024-02-29")
        #expect(try Samples.report([late])["Q2"]?.count == 1)
        let tooLate = Samples.contract("a", notified: "2023-12-31", published: "2024-03-01")
        #expect(try Samples.report([tooLate])["Q2"]?.count == 0)
    }

    @Test func possibleDuplicatesAreReportedAndKept() throws {
        let report = try Samples.report([
            Samples.contract("a", object: "Entretien"), Samples.contract("b", object: "Entretien"),
            Samples.contract("c", object: "Entretien"), Samples.contract("d", object: "Autre"),
        ])
        #expect(report.content.possibleDuplicateGroups == 1)
        #expect(report["Q3.duplicates"]?.count == 2)
        #expect(report["V1"]?.count == 4)
    }

    @Test func reservationGroundFollowsTheHolder() throws {
        let report = try Samples.report([
            Samples.contract("a", holders: [Samples.workshop]) { $0.social.reserved = true },
            Samples.contract("b", holders: [Samples.association]) { $0.social.reserved = true },
            Samples.contract("c") { $0.social.reserved = true },
        ])
        #expect(report["S5.siae"]?.count == 1)
        #expect(report["S5.ess"]?.count == 1)
        #expect(report["S5.unknown"]?.count == 1)
        #expect(report["S5.disability"]?.count == 0)
    }

    /// Every figure can be traced: the contracts listed are those counted, and know which indicators count them.
    @Test func auditTrail() throws {
        let report = try Samples.report([
            Samples.contract("a") { $0.environmental.criterion = true }, Samples.contract("b"),
        ])
        let criterion = try #require(report["E3"])
        let line = report.contracts[try #require(report.contracts(countedBy: criterion).first)]
        #expect(line.contract.id == "a")
        let codes = report.indicators(counting: line)
        #expect(codes.contains("E1"))
        #expect(codes.contains("E3"))
        #expect(!codes.contains("E2"))
        for result in report.indicators { #expect(report.contracts(countedBy: result).count == result.count) }
    }

    @Test func orderOfInputDoesNotMatter() throws {
        let contracts = (1...40).map { number in
            Samples.contract(
                "c\(number)", number * 1_000, holders: [number.isMultiple(of: 3) ? Samples.workshop : Samples.company])
        }
        let one = try Samples.report(contracts)
        let other = try Samples.report(contracts.reversed())
        #expect(one.indicators == other.indicators)
        #expect(one.breakdowns == other.breakdowns)
        #expect(one.contracts.map(\.contract.id) == other.contracts.map(\.contract.id))
        #expect(one["V1"]?.smallSample == false)
    }
}
