@testable import Bytes
import Catalog
import Nomenclature
import Testing
import Wording

/// The real lists, counted as their README counts them.
@Suite struct RealListTests {
    private func show(_ name: String, _ reading: Reading) {
        print("\(name): \(reading.records.count) records, \(reading.rejects.count) rejects (\(reading.summary))")
        for reject in reading.rejects.prefix(20) { print("  " + reject.sentence(.english)) }
    }

    @Test func marcheInclusion() throws {
        guard let inputs = try Corpus.inputs("suppliers/marche-inclusion") else { return }
        let reading = try Reading(inputs)
        show("marche-inclusion", reading)
        #expect(reading.sources == [.marcheInclusion])
        #expect(reading.records.count + reading.rejects.count == 2_567)
        #expect(reading.rejects.allSatisfy { $0.rule == "siret.luhn" })
        // 120, of which one SIRET is wrong.
        #expect(reading.records.filter { $0.kinds.map(\.kind) == [.geiq] }.count == 119)
        #expect(reading.records.allSatisfy { $0.seen != nil })
        let collecterie = try #require(reading.records.first { $0.siret?.text == "75187049400026" })
        #expect(collecterie.sectors == ["Travaux forestiers, Bûcheronnage"])
        #expect(collecterie.perimeter == .france)
        #expect(collecterie.supplyForms == ["PREST"])
        #expect(collecterie.naf?.code == "88.99B")
        #expect(collecterie.coordinates == Coordinates(latitude: 48.86502399999999, longitude: 2.455023))
        print("marche-inclusion: \(reading.placed) placed in a commune")
        #expect(reading.placed >= 0.98)
        for record in reading.records { #expect(!record.description.contains("@")) }
    }

    @Test func aspList() throws {
        guard let inputs = try Corpus.inputs("suppliers/asp-siae-2019/2019_07_liste_siae.csv") else { return }
        let reading = try Reading(inputs)
        show("asp-siae", reading)
        #expect(reading.sources == [.aspSIAE])
        #expect(reading.records.count + reading.rejects.count == 2_607)
        #expect(reading.rejects.allSatisfy { $0.rule == "person.natural" })
        #expect(reading.records.allSatisfy { $0.seen == Day(year: 2019, month: 7, day: 1) })
        let unknown = Set(reading.records.filter { $0.legalCategory == nil }.map(\.legalForm))
        print("asp-siae: legal forms without a category: \(unknown.sorted())")
        #expect(reading.records.filter { $0.legalCategory == nil }.count < 30)
        print("asp-siae: \(reading.placed) placed in a commune")
        #expect(reading.placed >= 0.98)
        #expect(reading.records.contains { $0.legalCategory == "9222" && $0.kinds.map(\.kind) == [.ai] })
        // One SIRET under two measures is two records and one supplier.
        let doubled = Dictionary(grouping: reading.records, by: \.key).values.filter { $0.count > 1 }
        print("asp-siae: \(doubled.count) SIRET under several measures")
        for records in doubled {
            #expect(Merger.merge(records).kinds.count >= Set(records.flatMap { $0.kinds.map(\.kind) }).count)
        }
    }

    @Test func aspListWithJobs() throws {
        guard let inputs = try Corpus.inputs("suppliers/asp-siae-2019/2019_07_liste_siae_additional_data.csv") else {
            return
        }
        let reading = try Reading(inputs)
        show("asp-siae with jobs", reading)
        #expect(reading.records.count + reading.rejects.count == 152)
        #expect(
            reading.records.contains { $0.offers == ["Ouvrier / Ouvrière des espaces verts", "Manoeuvre bâtiment"] })
    }

    @Test func esatList() throws {
        guard let inputs = try Corpus.inputs("suppliers/esat-liste-officielle") else { return }
        let reading = try Reading(inputs, seen: Day(year: 2024, month: 6, day: 1))
        show("esat", reading)
        #expect(reading.sources == [.esat])
        #expect(reading.records.count + reading.rejects.count == 977)
        #expect(reading.records.filter { $0.siret == nil && $0.key?.hasPrefix("finess:") == true }.count == 56)
        #expect(reading.records.allSatisfy { $0.kinds.map(\.kind) == [.esat] && $0.communeCode?.count == 5 })
        let condren = try #require(reading.records.first { $0.key == "finess:020016622" })
        #expect(condren.capacity == 223)
        #expect(condren.postcode == "02700")
        #expect(condren.communeCode == "02212")
        #expect(condren.repairs.count == 3)
        #expect(Merger.merge([condren]).ess.belongs == true)
        let ephese = try #require(reading.records.first { $0.siret?.text == "20003070800131" })
        #expect(Merger.merge([ephese]).ess.belongs == false)
        print("esat: \(reading.placed) placed in a commune")
        #expect(reading.placed >= 0.999)
    }

    @Test func plainFiles() throws {
        guard let graded = try Corpus.inputs("evaluation/graded/suppliers.csv") else { return }
        let reading = try Reading(graded)
        show("graded", reading)
        #expect(reading.sources == [.csv])
        #expect(reading.records.count == 261)
        #expect(reading.problems.isEmpty)
        #expect(reading.placed == 1)
        #expect(reading.records.filter { $0.esus != nil }.count == 15)
        #expect(reading.records.contains { $0.perimeter == .zones(departements: ["18", "45", "36"], regions: []) })
    }

    @Test func otherPublicTablesFitThePlainColumns() throws {
        guard let siae = try Corpus.inputs("suppliers/siae-67"),
            let digital = try Corpus.inputs("suppliers/ess-numerique")
        else { return }
        let small = try Reading(siae)
        show("siae-67", small)
        #expect(small.records.count + small.rejects.count == 43)
        #expect(small.records.contains { $0.siret?.text == "40905175200049" && $0.kinds.map(\.kind) == [.etti] })
        let large = try Reading(digital)
        show("ess-numerique", large)
        #expect(large.records.count + large.rejects.count == 2_440)
    }

    @Test func laPosteNumbers() throws {
        guard let input = try Corpus.inputs("suppliers/siret-checks")?.first else { return }
        let numbers = String(decoding: input.head.isEmpty ? [] : try Self.bytes(input), as: UTF8.self).split(
            separator: "\n")
        #expect(numbers.count == 3_277)
        #expect(numbers.allSatisfy { (try? Siret($0)) != nil })
    }

    private static func bytes(_ input: Input) throws -> [UInt8] { try input.open().prefix(1 << 20) }
}
