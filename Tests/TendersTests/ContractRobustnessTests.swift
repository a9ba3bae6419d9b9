import Bytes
import Foundation
import TestSupport
import Testing
import Wording

@testable import Tenders

/// Broken and hostile files: nothing crashes, nothing hangs, and no good record is lost.
@Suite struct ContractRobustnessTests {
    private static func record(_ number: Int) -> String {
        #"{"id":"\#(number)","acheteur":{"id":"2"},"objet":"Travaux { \#(number) }","#
            + #""lieuExecution":{"code":"40","typeCode":"Code postal"},"montant":\#(number),"#
            + #""titulaires":[{"id":"11","typeIdentifiant":"SIRET"},{"id":"12","typeIdentifiant":"SIRET"}],"#
            + #""procedure":"Procédure adaptée"}"#
    }

    /// What is done to the third of six records.
    private static let damages: [(String, String)] = [
        (#""objet":"Travaux"#, #""objet":Travaux"#),  // opening mark
        (#" }","lieu"#, #" },"lieu"#),  // closing mark
        (#"{"code":"40""#, #""code":"40""#),  // opening brace
        (#""Code postal"}"#, #""Code postal""#),  // closing brace
        (#""titulaires":[{"#, #""titulaires":{"#),  // opening bracket
        (#"}],"procedure""#, #"},"procedure""#),  // closing bracket
        (#"}],"procedure""#, #","procedure""#),  // both
        (#""procedure":"Procédure adaptée"}"#, #""procedure":"Procédure adaptée""#),  // end of the record
        (#""procedure":"Procédure adaptée"}"#, #""procedure":"Procédure adaptée"}}"#),  // one end too many
        (#""montant":3"#, #""montant":3 000"#), (#""montant":3"#, #""montant":"#), (#","montant""#, #"montant""#),
        (#""acheteur":{"#, #""acheteur" {"#),
    ]

    @Test(arguments: Self.damages.indices, [",\n", ",", "\n"]) func oneBrokenRecord(_ index: Int, _ between: String)
        throws
    {
        let (good, bad) = Self.damages[index]
        var records = (1...6).map(Self.record)
        #expect(records[2].contains(good))
        records[2] = records[2].replacing(good, with: bad)
        let lines = records.joined(separator: between)
        let text = between == "\n" ? lines : "{\"marches\":{\"marche\":[\(lines)]}}"
        let read = try ReadContracts(text)
        // A brace too many breaks no record.
        let lost = bad.hasSuffix("}}") ? [] : ["3"]
        #expect(read.contracts.map(\.id) == ["1", "2", "3", "4", "5", "6"].filter { !lost.contains($0) })
        #expect(read.problems.count == 1, "\(read.problems)")
        if !lost.isEmpty {
            #expect(read.problems.first?.place.record == 3)
            #expect(read.problems.first?.excerpt.hasPrefix("{\"id\":\"3\"") == true)
        }
    }

    @Test func severalBrokenRecordsAreAllCounted() throws {
        var records = (1...9).map(Self.record)
        for index in [0, 3, 4, 8] {
            records[index] = records[index].replacing(#""lieuExecution":{"#, with: #""lieu:{"#)
        }
        let read = try ReadContracts("{\"marches\":[\(records.joined(separator: ","))]}")
        #expect(read.contracts.map(\.id) == ["2", "3", "6", "7", "8"])
        #expect(read.problems.count == 4)
        #expect(read.problems.map(\.place.record) == [1, 4, 5, 9])
    }

    /// The brace that opens a record is missing, or one too many closes it early: its keys stand between records.
    @Test func keysBetweenRecordsAreNoRecords() throws {
        var records = (1...6).map(Self.record)
        records[1] = String(records[1].dropFirst())
        records[4] = String(records[4].dropFirst())
        let read = try ReadContracts("{\"marches\":[\(records.joined(separator: ","))]}")
        #expect(read.contracts.map(\.id) == ["1", "3", "4", "6"])
        #expect(read.rules == ["json.malformed", "json.lost"])
    }

    @Test func aBrokenLastRecordDoesNotHideTheConcessions() throws {
        let broken = Self.record(2).replacing(#""Code postal"}"#, with: #""Code postal""#)
        let concession = #"{"id":"9","autoriteConcedante":{"id":"2"},"nature":"Concession de service","objet":"x"}"#
        let read = try ReadContracts(
            "{\"marches\":{\"marche\":[\(Self.record(1)),\(broken)],\"contrat-concession\":[\(concession)]}}")
        #expect(read.contracts.map(\.id) == ["1"])
        #expect(read.concessions == 1)
        #expect(read.rules == ["json.malformed"])
    }

    @Test(arguments: [
        #"{"marches":R}"#, #"{"marches":[R]}"#, "[R]", "R", "R R", "R\nR\n", "R,\nR", #"{"marches":{"marche":R}}"#,
        #"{"marches":[[R],[R]]}"#, #"{"$schema":"x","marches":{"marche":[R]}}"#, #"{"marches":[{"marche":R}]}"#,
        #"[{"marche":R}]"#, "\u{FEFF}{\"marches\":[R]}",
    ])
    func shapesOfADocument(_ shape: String) throws {
        let read = try ReadContracts(shape.replacing("R", with: Self.record(1).replacing("Proc", with: "proc")))
        #expect(read.contracts.first?.id == "1")
        #expect(read.contracts.allSatisfy { $0.holders.count == 2 && $0.placeCode == "40" })
        #expect(read.rules == [])
    }

    @Test func unusualValues() throws {
        let read = try ReadContracts(
            "{\"marches\":[{\"id\":\"1\u{1}\",\"acheteur\":{\"id\":2},\"montant\":NaN,\"dureeMois\":Infinity,"
                + "\"objet\":\"a\tb\u{7}c\",\"offresRecues\":-Infinity,\"marcheInnovant\":\"OUI\","
                + "\"procedure\":\"APPEL D’OFFRES OUVERT\",\"techniques\":{\"technique\":\"accord-cadre\"}}]}")
        let contract = try #require(read.contracts.first)
        #expect(contract.initialAmount == nil)
        #expect(contract.durationMonths == nil)
        #expect(contract.innovative == true)
        #expect(contract.procedure == "Appel d'offres ouvert")
        #expect(contract.techniques == ["Accord-cadre"])
        #expect(read.rules == [])
    }

    @Test func controlCharactersInXMLAreBlanks() throws {
        let xml =
            "<marches><marche><id>1</id><acheteur><id>2</id></acheteur><objet>a\u{1}b\u{C}c</objet></marche>"
            + "</marches>"
        let read = try ReadContracts(xml)
        #expect(read.contracts.map(\.object) == ["a b c"])
        #expect(read.rules == [])
        let wide = try #require(xml.replacing("\u{1}", with: "").replacing("\u{C}", with: "").data(using: .utf16))
        #expect(try ReadContracts(bytes: wide).contracts.map(\.object) == ["abc"])
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "[", count: 30_000), String(repeating: #"{"a":"#, count: 30_000),
            #"{"marches":["# + String(repeating: "{", count: 30_000),
            #"{"marches":["# + String(repeating: #",{"objet":1,"a":[{"#, count: 10_000),
            #"{"marches":["# + String(repeating: #"{"id":"#, count: 10_000),
            "{\"marches\":[{\"id\":\"" + String(repeating: "x", count: 1_500_000),
            #"{"marches":["# + String(repeating: "}", count: 30_000),
            #"{"marches":["# + String(repeating: #"{"objet":"x","id":},"#, count: 2_000) + "]}",
            "<marches>" + String(repeating: "<marche>", count: 10_000),
            "<marches><marche>" + String(repeating: "<modifications>", count: 300) + "</marche></marches>",
            "<marches><marche><id>" + String(repeating: "x", count: 1_500_000),
            "id,acheteur_id\n\"" + String(repeating: "x\n", count: 5_000),
            "id,acheteur_id" + String(repeating: ",", count: 20_000) + "\n1,2\n",
        ])
    func hostile(_ text: String) throws {
        var limits = Limits.standard
        limits.recordBytes = 8 << 20
        let read = try ReadContracts(text, limits: limits)
        #expect(read.contracts.count <= 1)
        #expect(!read.problems.isEmpty || read.contracts.count == 1)
    }

    /// Cut anywhere, a file gives the records before the cut, unchanged, and says that it is cut.
    @Test(
        .enabled(if: Corpus.isPresent),
        arguments: [
            "v2-json/eclaireur_public_raw.json", "official-examples/v1.5.0/xml/paquet.xml",
            "official-examples/v2/xml/Marche.xml", "csv/decp_2024H2_travaux_cpv4521_filtered.csv",
        ])
    func cutAnywhere(_ file: String) throws {
        var whole = try #require(FileManager.default.contents(atPath: Corpus.path("decp/" + file)))
        let isTable = file.hasSuffix("csv")
        if isTable { whole = whole.prefix(8_000) }
        let expected = try ReadContracts(bytes: whole).contracts
        let folder = try TemporaryFolder()
        for step in 1..<100 {
            let cut = whole.prefix(whole.count * step / 100)
            let read = try ReadContracts(path: folder.write("t", cut))
            if isTable {
                // A cut row is a row like another; those before it are what they were.
                #expect(read.contracts.count <= expected.count, "\(step)")
                continue
            }
            #expect(read.contracts == Array(expected.prefix(read.contracts.count)), "\(step)")
            #expect(read.contracts.count == expected.count || !read.problems.isEmpty, "\(step)")
        }
    }
}
