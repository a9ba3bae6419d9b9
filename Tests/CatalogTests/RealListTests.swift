@testable import Bytes
import Catalog
import Nomenclature
import Testing
import Wording

/// The real lists, counted as their README counts them.
@Suite struct RealListTests {
    private func show(_ name: String, _ reading: Reading) {
        print(
            "\(name): \(reading.records.count) records, \(reading.remarks.count) remarks, \(reading.rejects.count)",
            "rejects, \(reading.leftAside) left aside, placed \(reading.placed) (\(reading.summary)); dropped",
            reading.dropped)
        for reject in reading.rejects.prefix(20) { print("  " + reject.sentence(.english)) }
    }

    @Test func marcheInclusion() throws {
        guard let inputs = try Corpus.inputs("suppliers/marche-inclusion") else { return }
        let reading = try Reading(inputs)
        show("marche-inclusion", reading)
        #expect(reading.sources == [.marcheInclusion])
        #expect(reading.total == 2_567)
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
        #expect(reading.total == 2_607)
        #expect(reading.rejects.allSatisfy { $0.rule == "person.natural" })
        #expect(reading.records.allSatisfy { $0.seen == Day(year: 2019, month: 7, day: 1) })
        let unknown = Set(reading.records.filter { $0.legalCategory == nil }.map(\.legalForm))
        print("asp-siae: legal forms without a category: \(unknown.sorted())")
        #expect(reading.records.filter { $0.legalCategory == nil }.count < 30)
        print("asp-siae: \(reading.placed) placed in a commune")
        #expect(reading.placed >= 0.98)
        #expect(reading.records.contains { $0.legalCategory == "9222" && $0.kinds.map(\.kind) == [.ai] })
        // One SIRET under two measures is two structures: each has a convention of its own.
        let doubled = Dictionary(grouping: reading.records, by: \.key).values.filter { $0.count > 1 }
        print("asp-siae: \(doubled.count) SIRET under several measures")
        for records in doubled {
            let measures = Set(records.flatMap { $0.kinds.map(\.kind) })
            #expect(Merger.suppliers(of: records).count == measures.count)
        }
    }

    @Test func aspListWithJobs() throws {
        guard let inputs = try Corpus.inputs("suppliers/asp-siae-2019/2019_07_liste_siae_additional_data.csv") else {
            return
        }
        let reading = try Reading(inputs)
        show("asp-siae with jobs", reading)
        #expect(reading.total == 152)
        #expect(
            reading.records.contains { $0.offers == ["Ouvrier / Ouvrière des espaces verts", "Manoeuvre bâtiment"] })
    }

    @Test func esatList() throws {
        guard let inputs = try Corpus.inputs("suppliers/esat-liste-officielle") else { return }
        let reading = try Reading(inputs, seen: Day(year: 2024, month: 6, day: 1))
        show("esat", reading)
        #expect(reading.sources == [.esat])
        #expect(reading.total == 977)
        #expect(reading.records.filter { $0.siret == nil && $0.key?.hasPrefix("finess:") == true }.count == 56)
        #expect(reading.records.allSatisfy { $0.kinds.map(\.kind) == [.esat] && $0.communeCode?.count == 5 })
        let condren = try #require(reading.records.first { $0.key == "finess:020016622" })
        #expect(condren.capacity == 223)
        #expect(condren.postcode == "02700")
        #expect(condren.communeCode == "02212")
        #expect(condren.repairs.count == 3)
        #expect(Merger.suppliers(of: [condren]).first?.ess.belongs == true)
        let ephese = try #require(reading.records.first { $0.siret?.text == "20003070800131" })
        #expect(Merger.suppliers(of: [ephese]).first?.ess.belongs == false)
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
        #expect(small.total == 43)
        #expect(small.records.contains { $0.siret?.text == "40905175200049" && $0.kinds.map(\.kind) == [.etti] })
        let large = try Reading(digital)
        show("ess-numerique", large)
        #expect(large.total == 2_440)
        #expect(large.rejects.isEmpty)
        let third = try #require(large.records.first { $0.siret?.text == "06220119900031" })
        #expect(third.legalCategory == "5499" && third.acronym == "TETRA" && third.isHeadOffice == true)
        #expect(third.workforceBand == "NN" && third.createdOn == Day(year: 1962, month: 1, day: 1))
        #expect(large.records.filter { $0.ess == true }.count == 2_266)
        #expect(large.records.filter { $0.isClosed == true }.count == 369)
        #expect(large.records.filter { $0.otherIdentifier?.hasPrefix("rna:W") == true }.count == 1_155)
    }

    @Test func sireneEnterprises() throws {
        guard let inputs = try Corpus.inputs("suppliers/sirene-format") else { return }
        let reading = try Reading(inputs)
        show("sirene-ul", reading)
        #expect(reading.sources == [.sireneEnterprises])
        #expect(reading.total == 2_440)
        #expect(reading.records.count == 2_440)
        #expect(reading.records.allSatisfy { $0.siret == nil && $0.siren != nil && $0.headOffice != nil })
        #expect(Set(reading.problems.map(\.rule)) == ["naf.malformed"])
        #expect(reading.problems.count == 3)
        #expect(reading.records.filter { $0.isMissionCompany == true }.count == 16)
        #expect(reading.records.filter { $0.createdOn == nil }.count == 19)
        let tiersLieu = try #require(reading.records.first)
        #expect(tiersLieu.key == "siren:062201199")
        #expect(tiersLieu.headOffice?.text == "06220119900031")
        #expect(tiersLieu.acronym == "TETRA" && tiersLieu.naf == nil && tiersLieu.legalCategory == "5499")
        // The sirene layout was made of the ess-numerique rows: the two say the same.
        guard let digital = try Corpus.inputs("suppliers/ess-numerique") else { return }
        let rows = try Reading(digital).records
        #expect(rows.map(\.siren) == reading.records.map(\.siren))
        // One name looks like an e-mail and was masked in one of the two when the corpus was made.
        #expect(zip(rows, reading.records).filter { $0.name != $1.name }.count == 1)
        #expect(rows.map(\.siret) == reading.records.map(\.headOffice))
        #expect(rows.map(\.workforceBand) == reading.records.map(\.workforceBand))
        #expect(rows.map(\.legalCategory) == reading.records.map(\.legalCategory))
    }

    @Test func geiq() throws {
        guard let inputs = try Corpus.inputs("suppliers/geiq-2019") else { return }
        let reading = try Reading(inputs)
        show("geiq", reading)
        #expect(reading.sources == [.geiq])
        #expect(reading.records.count == 119 && reading.problems.isEmpty)
        #expect(reading.records.filter { $0.naf != nil }.count == 89)
        #expect(reading.placed >= 0.97)
    }

    @Test func scopDirectory() throws {
        guard let inputs = try Corpus.inputs("suppliers/cooptech") else { return }
        let reading = try Reading(inputs)
        show("scop", reading)
        #expect(reading.sources == [.scop])
        #expect(reading.records.count == 119 && reading.problems.isEmpty)
        #expect(reading.records.filter { $0.kinds == [KindClaim(.scic)] }.count == 12)
        #expect(Set(reading.records.compactMap(\.key)).count == 119)
        #expect(reading.records.filter { $0.otherIdentifier?.hasPrefix("les-scop:") == true }.count == 118)
        let multi = try #require(reading.records.first { $0.siren?.text == "830141321" })
        #expect(multi.postcode == "94120" && multi.city == "Fontenay-sous-Bois" && multi.street == "116 rue Dalayrac")
        #expect(multi.perimeter == nil && multi.sectors == ["web", "data"])
    }

    @Test func searchAnswers() throws {
        guard let inputs = try Corpus.inputs("suppliers/recherche-entreprises-api") else { return }
        #expect(inputs.count == 11)
        let reading = try Reading(inputs)
        show("annuaire", reading)
        #expect(reading.sources == [.annuaire])
        #expect(reading.records.count == 11 && reading.rejects.isEmpty && reading.leftAside == 0)
        #expect(reading.problems.map(\.rule) == ["kind.ofWhichEstablishment", "kind.ofWhichEstablishment"])
        #expect(reading.records.allSatisfy { $0.kinds.isEmpty && $0.headOffice?.siren == $0.siren })
        let centre = try #require(reading.records.first { $0.siren?.text == "338365059" })
        #expect(centre.ess == true && centre.otherIdentifier == "rna:W643000551" && centre.naf2025?.code == "88.99H")
        #expect(centre.communeCode == "64373" && centre.street == "RUE JULES FERRY" && centre.workforceBand == "11")
        let iddee = try #require(reading.records.first { $0.siren?.text == "533744991" })
        #expect(iddee.turnover == Amount(euros: 3_130_136) && iddee.ess == false)
        #expect(reading.records.filter { $0.isClosed == true }.count == 3)
    }

    @Test func emploisInclusion() throws {
        guard let inputs = try Corpus.inputs("suppliers/emplois-inclusion-57") else { return }
        let reading = try Reading(inputs)
        show("emplois", reading)
        #expect(reading.sources == [.emplois])
        #expect(reading.records.count == 10 && reading.problems.isEmpty)
        let arelia = try #require(reading.records.first)
        #expect(arelia.offers.count == 5)
        #expect(arelia.offers[0].hasPrefix("Agent / Agente d'entretien de locaux / 26h hebdo : Activités de nettoyage"))
        #expect(arelia.offers[3].hasPrefix("Aménagement et entretien des espaces verts : Activités"))
        #expect(reading.records.allSatisfy { $0.offers.allSatisfy { $0.count < 520 && !$0.contains("\n") } })
        #expect(reading.placed == 1)
    }

    @Test func awardsAreNoListOfSuppliers() throws {
        guard let inputs = try Corpus.inputs("suppliers/awards") else { return }
        let reading = try Reading(inputs)
        #expect(reading.problems.map(\.rule) == ["suppliers.unknownFormat"])
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
