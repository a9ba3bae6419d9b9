import Catalog
import Nomenclature
import Testing
import Wording

@testable import Indicators

@Suite struct PanoramaPartsTests {
    @Test(
        arguments: [
            (nil, nil, .unknown), (7, nil, .headcount(7)), (0, nil, .headcount(0)), (nil, "11", .band(10, 19)),
            (10, "11", .headcount(10)), (12, "11", .headcount(12)),
            (nil, "NN", .band(0, 0)), (0, "NN", .headcount(0)), (3, "NN", .headcount(3)), (nil, "??", .unknown),
            (-4, nil, .unknown), (-4, "01", .band(1, 2)),
        ] as [(Int?, String?, StructureSize)])
    func sizes(employees: Int?, band: String?, size: StructureSize) {
        var supplier = Supplier(key: "k")
        supplier.employees = employees
        supplier.workforceBand = band
        #expect(StructureSize(supplier) == size)
    }

    @Test(arguments: [(10, "11", StructureSize.band(10, 19)), (10_000, "53", .band(10_000, nil))])
    func theLowEndOfABandIsNoHeadcount(employees: Int, band: String, size: StructureSize) {
        var supplier = Supplier(key: "x")
        supplier.employees = employees
        supplier.isHeadcountOfBand = true
        supplier.workforceBand = band
        #expect(StructureSize(supplier) == size)
    }

    @Test func sumsOfBands() {
        var workforce = PanoramaWorkforce()
        for size in [StructureSize.headcount(5), .band(10, 19), .band(20, 49), .unknown] { workforce.add(size) }
        #expect(workforce.minimum == 35)
        #expect(workforce.maximum == 73)
        #expect(workforce.known == 3)
        workforce.add(.headcount(.max))
        #expect(workforce.minimum == .max)
    }

    @Test(
        arguments: [
            ([], .none), ([(nil, nil)], .validWithoutEnd), ([(nil, "2026-06-01")], .valid),
            ([(nil, "2026-05-31")], .expired), ([("2026-06-02", nil)], .upcoming),
            ([(nil, "2020-01-01"), (nil, "2028-01-01")], .valid), ([(nil, nil), (nil, "2028-01-01")], .valid),
        ] as [([(String?, String?)], ESUSState)])
    func approvals(dates: [(String?, String?)], state: ESUSState) throws {
        let evidence = dates.map { PanoramaSamples.evidence(from: $0.0, to: $0.1) }
        #expect(ESUSState(evidence, on: try PanoramaSamples.day("2026-06-01")) == state)
    }

    @Test(
        arguments: [
            (nil, [], nil, .unknown), ("9220", [], nil, .association), ("5710", [], nil, .company),
            ("5710", [], true, .essCompany), ("5710", [.scop], true, .cooperative),
            ("7210", [.aci], false, .publicBody),
            ("1000", [], nil, .other), (nil, [.aci, .association], nil, .association), (nil, [.cae], nil, .cooperative),
            (nil, [.ei], nil, .unknown), ("8210", [], nil, .mutuelle), ("9300", [], nil, .fondation),
            ("4110", [], nil, .publicBody),
        ] as [(String?, [StructureKind], Bool?, PanoramaLegalFamily)])
    func legalFamilies(category: String?, kinds: [StructureKind], ess: Bool?, family: PanoramaLegalFamily) {
        var supplier = Supplier(key: "k")
        supplier.legalCategory = category
        supplier.kinds = kinds.map { HeldKind($0, evidence: [PanoramaSamples.evidence()]) }
        supplier.ess.belongs = ess
        #expect(PanoramaLegalFamily(supplier) == family)
    }

    @Test func titlesWithoutTheirDay() {
        let dated = Phrase("agrément ESUS jusqu’au 2026-03-31", "ESUS approval until 2026-03-31")
        #expect(dated.withoutDay == Phrase("agrément ESUS", "ESUS approval"))
        let other = Phrase("association (forme juridique 9220)", "association (legal category 9220)")
        #expect(other.withoutDay == other)
        #expect(Phrase(verbatim: "2026-03-31").withoutDay == Phrase(verbatim: "2026-03-31"))
    }

    @Test func yearsBefore() throws {
        #expect(try PanoramaSamples.day("2024-02-29").years(before: 2).iso == "2022-02-28")
        #expect(try PanoramaSamples.day("2026-06-01").years(before: 2).iso == "2024-06-01")
    }

    @Test func theFirstOfMany() {
        var first = FirstOf<Int>(3)
        for number in [9, 4, 7, 1, 8, 2, 6, 3, 5] { first.add(number) }
        #expect(first.elements == [1, 2, 3])
        #expect(first.count == 9)
        var none = FirstOf<Int>(0)
        none.add(1)
        #expect(none.elements.isEmpty)
        #expect(none.count == 1)
    }

    @Test func territories() throws {
        let landes = try Territory(departements: ["40", "040"], communes: ["64445"])
        #expect(landes.departements == ["40"])
        #expect(landes.name == "Landes, Pau")
        #expect(landes.contains(departement: "40") == true)
        #expect(landes.contains(departement: "64") == nil)
        #expect(landes.contains(departement: "33") == false)
        let map = Geography.shared
        let paris = try Territory(communes: ["75056"])
        #expect(paris.contains(try #require(map.commune(code: "75110"))))
        #expect(try !Territory(communes: ["69123"]).contains(try #require(map.commune(code: "75110"))))
        #expect(try Territory(regions: ["1"]).name == "Guadeloupe")
        #expect(try Territory(regions: ["75"]).contains(departement: "64") == true)
    }

    @Test(arguments: ["--departement", "--region", "--epci", "--commune"])
    func unknownPlaces(option: String) throws {
        let problem = #expect(throws: Problem.self) {
            switch option {
            case "--departement": _ = try Territory(departements: ["40", "99"])
            case "--region": _ = try Territory(regions: ["99"])
            case "--epci": _ = try Territory(epcis: ["000000000"])
            default: _ = try Territory(communes: ["99999"])
            }
        }
        #expect(problem?.rule == "territory.unknown")
        #expect(problem?.place.file == option)
        #expect(throws: Problem.self) { _ = try Territory() }
    }

    @Test func totalsOfTerritories() throws {
        var totals = PanoramaTotals(source: "t.csv")
        totals[.departement, "40"] = .init(establishments: 10, workforce: 100)
        totals[.departement, "64"] = .init(establishments: 20, workforce: nil)
        totals[.france, ""] = .init(establishments: 1_000, workforce: 9_000)
        #expect(totals.total(of: nil)?.establishments == 1_000)
        let both = totals.total(of: try Territory(departements: ["40", "64"]))
        #expect(both == .init(establishments: 30, workforce: nil))
        #expect(totals.total(of: try Territory(departements: ["40", "33"])) == nil)
        #expect(totals.total(of: try Territory(departements: ["40"], communes: ["64445"])) == nil)
        #expect(totals.total(of: try Territory(departements: ["40"], regions: ["75"])) == nil)
        #expect(totals.total(of: try Territory(departements: ["40"]))?.workforce == 100)
    }

    @Test func impossibleShare() {
        var ess = PanoramaTally()
        ess.establishments = 5
        #expect(PanoramaShare(of: ess, in: .init(establishments: 4, workforce: nil)).isImpossible)
        #expect(PanoramaShare(of: ess, in: .init(establishments: 0, workforce: 0)).establishments == nil)
    }
}
