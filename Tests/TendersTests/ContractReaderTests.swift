import Bytes
import Nomenclature
import Foundation
import TestSupport
import Testing
import Wording

@testable import Tenders

@Suite struct ContractReaderTests {
    struct Read {
        var contracts: [Contract] = []
        var concessions = 0
        var problems: [String] = []
    }

    private func read(_ json: String) throws -> Read {
        let folder = try TemporaryFolder()
        return try read(path: folder.write("t.json", json))
    }

    private func read(path: String) throws -> Read {
        var result = Read()
        try InputWalker().forEach([path], onProblem: { result.problems.append($0.rule) }) { input in
            do {
                try ContractReader().read(input, onProblem: { result.problems.append($0.rule) }) { record in
                    switch record {
                    case .contract(let contract, _): result.contracts.append(contract)
                    case .concession: result.concessions += 1
                    }
                }
            } catch let problem as Problem {
                result.problems.append(problem.rule)
            }
        }
        return result
    }

    @Test func listsComeInEveryShape() throws {
        let shapes = [
            #"[{"titulaire":{"typeIdentifiant":"SIRET","id":"1"}},{"titulaire":{"typeIdentifiant":"TVA","id":"2"}}]"#,
            #"[[{"typeIdentifiant":"SIRET","id":"1"},{"typeIdentifiant":"TVA","id":"2"}]]"#,
            #"{"titulaire":[{"typeIdentifiant":"SIRET","id":"1"},{"typeIdentifiant":"UE","id":"2"}]}"#,
        ]
        for shape in shapes {
            let read = try read(
                #"{"marches":{"marche":[{"id":"A 1/2","acheteur":{"id":"200 054"},"titulaires":\#(shape)}]}}"#)
            #expect(read.contracts.first?.holders.map(\.id) == ["1", "2"], "\(shape)")
            #expect(read.contracts.first?.holders.map(\.idType) == ["SIRET", "TVA"], "\(shape)")
            #expect(read.contracts.first?.uid == "200054A_1_2")
        }
    }

    @Test(arguments: [
        (#"["Clause sociale","Critère social"]"#, "clause criterion"), (#"["Pas de considération sociale"]"#, "none"),
        (#"["Crit\#u{FFFD}re social"]"#, "criterion"),
        (#"["Marché réservé","Pas de considération sociale"]"#, "reserved none"),
        (#"["NC"]"#, ""), ("[]", ""), ("null", ""), (#"["something else"]"#, ""), (#""Clause sociale""#, "clause"),
    ])
    func considerations(_ list: String, expected: String) throws {
        let read = try read(
            #"{"marches":{"marche":[{"id":"1","acheteur.id":"2","considerationsSociales":{"considerationSociale":\#(list)}}]}}"#
        )
        let social = try #require(read.contracts.first).social
        let words = [
            social.clause ? "clause" : "", social.criterion ? "criterion" : "", social.reserved ? "reserved" : "",
            social.none ? "none" : "",
        ]
        #expect(words.filter { !$0.isEmpty }.joined(separator: " ") == expected)
    }

    @Test func modificationsApplyByNotificationDate() throws {
        let read = try read(
            #"""
            {"marches":[{"id":"1","acheteur":{"id":"2"},"montant":"1 000,50","modifications":[
              {"dateNotificationModification":"2024-06-01","montant":3000},
              {"dateNotificationModification":"2024-01-01","montant":2000,"titulaires":[{"typeIdentifiant":"SIRET","id":"9"}]},
              {"dateNotificationModification":"2024-09-01","dureeMois":12}]}]}
            """#)
        let contract = try #require(read.contracts.first)
        #expect(contract.initialAmount?.decimal == "1000.50")
        #expect(contract.finalAmount?.decimal == "3000.00")
        #expect(contract.finalHolders.map(\.id) == ["9"])
    }

    @Test func concessionsAndBrokenRecordsAreCountedApart() throws {
        let read = try read(
            #"""
            {"marches":{"marche":[{"id":"1","acheteur":{"id":"2"}},{"id":"","acheteur":{"id":"2"}},{"id":"3"},7,
              {"id":"4","acheteur":{"id":""},"autoriteConcedante":{"id":"5"}}],
             "contrat-concession":[{"id":"6"}]}}
            """#)
        #expect(read.contracts.map(\.id) == ["1"])
        #expect(read.concessions == 2)
        #expect(read.problems == ["contract.noKey", "contract.noKey", "contract.notAnObject"])
    }

    @Test(arguments: [
        ("", "file.empty"), ("<marches></marches>", "contracts.xml"), ("siret;nom", "json.malformed"),
        ("{}", "contract.noKey"),
    ])
    func whatIsNoAwardData(_ text: String, rule: String) throws {
        #expect(try read(text).problems == [rule])
    }

    /// Records and concessions of every real JSON file, as counted by an independent program.
    @Test(
        .enabled(if: Corpus.isPresent),
        arguments: [
            "v1-json/marches-publics.info.json", "v1-json/data.gouv.fr_pes_2019-04.json", "v1-json/ci_raw_marches.json",
            "v2-json/decp_test_2022.json", "v2-json/eclaireur_public_raw.json", "derived/decp-v2-synthetic.json",
        ])
    func realFiles(_ file: String) throws {
        let data = try #require(FileManager.default.contents(atPath: Corpus.path("decp/expectations.json")))
        let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
        let expected = try #require(all[file])
        let read = try read(path: Corpus.path("decp/" + file))
        #expect(read.contracts.count + read.concessions == expected["records"] as? Int)
        #expect(read.concessions == expected["concessions"] as? Int)
        #expect(Set(read.contracts.map(\.uid)).count == expected["contracts"] as? Int)
        #expect(Set(read.contracts.map(\.buyer)).count == expected["buyers"] as? Int)
        #expect(read.problems == [])
    }
}
