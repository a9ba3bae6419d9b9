import Catalog
import Foundation
import Nomenclature
import Testing
import Wording

@Suite struct MergerTests {
    private func record(
        _ source: SupplierSource, _ day: String?, line: Int = 1, _ change: (inout SupplierRecord) -> Void = { _ in }
    ) throws -> SupplierRecord {
        var record = SupplierRecord(source: source.id, place: Place(file: "\(source.id).csv", line: line))
        record.siret = try Siret("75187049400026")
        record.name = "LA COLLECTERIE"
        record.seen = day.flatMap { Day(iso: $0) }
        change(&record)
        return record
    }

    /// The one structure that the records make.
    private func merged(_ records: [SupplierRecord]) throws -> Supplier {
        let suppliers = Merger.suppliers(of: records)
        #expect(suppliers.count == 1)
        return try #require(suppliers.first)
    }

    @Test func newestThenMostOfficialWins() throws {
        let old = try record(.esat, "2019-01-01") {
            $0.name = "ANCIEN NOM"; $0.website = "https://ancien.example"
        }
        let asp = try record(.aspSIAE, "2024-01-01") { $0.name = "NOM ASP" }
        let marche = try record(.marcheInclusion, "2024-01-01") {
            $0.name = "Nom du Marché"; $0.brand = "La C"
        }
        let undated = try record(.esat, nil) {
            $0.name = "SANS DATE"; $0.capacity = 12
        }
        let supplier = try merged([undated, old, marche, asp])
        #expect(supplier.name == "NOM ASP")
        #expect(supplier.brand == "La C")
        #expect(supplier.website == "https://ancien.example")
        #expect(supplier.capacity == 12)
        #expect(supplier.sources == ["esat", "asp-siae", "marche-inclusion"])
    }

    @Test func kindsAreUnitedWithTheEvidenceOfEachSource() throws {
        let supplier = try merged([
            try record(.aspSIAE, "2019-07-01", line: 3) { $0.kinds = [KindClaim(.aci)] },
            try record(.aspSIAE, "2023-07-01", line: 4) {
                $0.kinds = [KindClaim(.aci)]; $0.legalCategory = "9220"
            },
            try record(.aspSIAE, "2019-07-01", line: 5) { $0.kinds = [KindClaim(.ei), KindClaim(.aci)] },
            try record(.marcheInclusion, "2020-12-18") { $0.kinds = [KindClaim(.aci)] },
        ])
        #expect(supplier.kinds.map(\.kind) == [.ei, .aci, .association])
        let aci = supplier.kinds[1].evidence
        #expect(aci.map(\.source) == ["asp-siae", "marche-inclusion"])
        #expect(aci.first?.place.line == 4)
        #expect(supplier.kinds[2].evidence.map(\.source) == ["asp-siae"])
    }

    @Test func addressesAreTakenWholeAndPlaced() throws {
        let first = try record(.csv, "2024-01-01") {
            $0.street = "1 rue A"; $0.postcode = "40100"; $0.city = "DAX CEDEX"
        }
        let second = try record(.marcheInclusion, "2020-01-01") {
            $0.street = "2 rue B"
            $0.communeCode = "40192"
            $0.coordinates = Coordinates(latitude: 43.89, longitude: -0.5)
        }
        let supplier = try merged([second, first])
        #expect(supplier.street == "1 rue A")
        #expect(supplier.communeCode == "40088")
        #expect(supplier.departement == "40")
        #expect(supplier.coordinates == Geography.shared.commune(code: "40088")?.centre)
        #expect(try merged([second]).coordinates == second.coordinates)
    }

    @Test func textsAndListsAreUnited() throws {
        let supplier = try merged([
            try record(.csv, "2024-01-01") {
                $0.description = "Court."; $0.sectors = ["Élagage", "Repassage"]
            },
            try record(.marcheInclusion, "2020-01-01") {
                $0.description = "Un texte plus long."; $0.sectors = ["ELAGAGE", "Textiles"]
            },
        ])
        #expect(supplier.description == "Un texte plus long.")
        #expect(supplier.sectors == ["Élagage", "Repassage", "Textiles"])
    }

    @Test func esusApprovalsLastingLongestFirst() throws {
        let supplier = try merged([
            try record(.csv, "2024-01-01", line: 1) { $0.esus = Approval(validTo: Day(iso: "2025-01-01")) },
            try record(.csv, "2024-01-01", line: 2) { $0.esus = Approval(validTo: Day(iso: "2028-01-01")) },
            try record(.marcheInclusion, "2023-01-01") { $0.esus = Approval() },
        ])
        // The older label of the Marché, without an end, says nothing against the ends given since.
        #expect(supplier.esus.map(\.validTo) == [Day(iso: "2028-01-01"), Day(iso: "2025-01-01")])
        let newer = try merged([
            try record(.csv, "2023-01-01") { $0.esus = Approval(validTo: Day(iso: "2025-01-01")) },
            try record(.marcheInclusion, "2026-01-01") { $0.esus = Approval() },
        ])
        #expect(newer.esus.map(\.validTo) == [nil, Day(iso: "2025-01-01")])
        let ended = try merged([
            try record(.csv, "2024-01-01") { $0.esus = Approval(validTo: Day(iso: "2024-12-31")) }
        ])
        #expect(try !ended.isESUS(on: #require(Day(iso: "2025-01-01"))))
        #expect(ended.ess.belongs == true)
    }

    /// A small generator of its own, so that a failing seed can be run again.
    struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    @Test(arguments: 1...100) func orderDoesNotMatter(seed: Int) throws {
        var generator = Generator(state: UInt64(seed))
        func some<Value>(_ values: [Value], default fallback: Value) -> Value {
            values.randomElement(using: &generator) ?? fallback
        }
        var records: [SupplierRecord] = []
        for line in 0..<Int.random(in: 2...7, using: &generator) {
            let source = some(SupplierSource.all.filter { !$0.isRegistry }, default: .csv)
            records.append(
                try record(source, some(["2019-07-01", "2024-01-01", nil], default: nil), line: line) {
                    $0.name = some(["A", "B", "C"], default: "")
                    $0.brand = some(["", "X", "Y"], default: "")
                    $0.kinds = [KindClaim(some(StructureKind.allCases, default: .ei))]
                    $0.legalCategory = some([nil, "9220", "5710", "7361"], default: nil)
                    $0.esus = some([nil, Approval(), Approval(validTo: Day(iso: "2028-01-01"))], default: nil)
                    $0.ess = some([nil, nil, nil, true, false], default: nil)
                    $0.postcode = some(["", "40100", "40000"], default: "")
                    $0.city = some(["Dax", "Mont-de-Marsan"], default: "")
                    $0.coordinates = some([nil, Coordinates(latitude: 43.7, longitude: -1.05)], default: nil)
                    $0.description = some(["", "un", "deux"], default: "")
                    $0.sectors = some([["A", "b"], ["a"], ["B", "c"]], default: [])
                    $0.employees = some([nil, 3, 4], default: nil)
                    $0.insertionShare = some([nil, 0.5, 0.6], default: nil)
                    $0.turnover = some([nil, Amount(euros: 1), Amount(euros: 2)], default: nil)
                    $0.perimeter = some([nil, .france, .radius(3)], default: nil)
                    $0.repairs = some([[], [Phrase("a", "b")]], default: [])
                })
        }
        records.append(records[0])
        let expected = Merger.suppliers(of: records)
        #expect(!expected.isEmpty)
        for _ in 0..<10 {
            records.shuffle(using: &generator)
            #expect(Merger.suppliers(of: records) == expected, "seed \(seed)")
        }
    }

    // MARK: ESS

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var ess: Bool?
        var category: String?
        var esus = false
        var kinds: [StructureKind] = []
        let belongs: Bool?
        var testDescription: String { name }
    }

    static let decisions: [Case] = [
        Case(name: "the source says so, whatever the form", ess: true, category: "5710", belongs: true),
        Case(name: "association", category: "9220", kinds: [.aci], belongs: true),
        Case(name: "SCOP", category: "5458", belongs: true),
        Case(name: "foundation", category: "9300", kinds: [.esat], belongs: true),
        Case(name: "mutual society", category: "8210", belongs: true),
        Case(name: "commune with an ACI", category: "7210", kinds: [.aci], belongs: false),
        Case(name: "CCAS with ESUS", category: "7361", esus: true, kinds: [.aci], belongs: false),
        Case(name: "public industrial body", category: "4140", kinds: [.scic], belongs: false),
        Case(name: "SAS with ESUS", category: "5710", esus: true, kinds: [.ei], belongs: true),
        Case(name: "SAS that is a SCIC", category: "5710", kinds: [.scic], belongs: true),
        Case(name: "ESUS without a form", esus: true, kinds: [.ei], belongs: true),
        Case(name: "SAS with an EI", category: "5710", kinds: [.ei], belongs: nil),
        Case(name: "SAS with an EI, said to be outside", ess: false, category: "5710", kinds: [.ei], belongs: false),
        Case(name: "association said to be outside", ess: false, category: "9220", belongs: true),
        Case(name: "ESAT alone", kinds: [.esat], belongs: nil),
        Case(name: "nothing", belongs: nil),
    ]

    @Test(arguments: decisions) func essDecision(_ example: Case) throws {
        let status = try merged([
            try record(.csv, "2024-01-01") {
                $0.ess = example.ess
                $0.legalCategory = example.category
                $0.esus = example.esus ? Approval() : nil
                $0.kinds = example.kinds.map { KindClaim($0) }
            }
        ]).ess
        #expect(status.belongs == example.belongs)
        #expect(!status.title.fr.isEmpty && !status.title.en.isEmpty)
        #expect(status.source == (example.belongs == nil ? "" : "csv"))
    }

    @Test func essTitleNamesTheForm() throws {
        let status = try merged([try record(.aspSIAE, nil) { $0.legalCategory = "9220" }]).ess
        #expect(status.title.fr == "association (forme juridique 9220, Association déclarée)")
        #expect(status.source == "asp-siae")
    }
}
