import Foundation
import Nomenclature
import TestSupport
import Testing

@testable import Tenders

/// Every sample file, in every syntax, gives the figures of an independent program, to the cent.
@Suite(.enabled(if: Corpus.isPresent)) struct ContractCorpusTests {
    private func expectations(_ file: String) throws -> [String: Any] {
        let data = try #require(FileManager.default.contents(atPath: Corpus.path("decp/expectations.json")))
        let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
        return try #require(all[file])
    }

    private struct Cut {
        var contracts = 0
        var cents: Int64 = 0
    }

    private func isUsable(_ amount: Amount?) -> Bool {
        guard let amount else { return false }
        return amount >= Amount(euros: 1) && amount <= Amount(euros: 3_000_000_000)
    }

    private func cut(_ contracts: some Sequence<Contract>) -> Cut {
        contracts.reduce(into: Cut()) { cut, contract in
            cut.contracts += 1
            if let amount = contract.finalAmount, isUsable(amount) { cut.cents += amount.cents }
        }
    }

    private func check(_ got: Cut, _ expected: Any?, _ what: String) throws {
        let truth = try #require(expected as? [String: Any], "\(what)")
        #expect(got.contracts == truth["contracts"] as? Int, "\(what)")
        #expect(got.cents == cents(truth["amount"]), "\(what)")
    }

    private func cents(_ value: Any?) -> Int64 { Int64((((value as? NSNumber)?.doubleValue ?? .nan) * 100).rounded()) }

    @Test(arguments: [
        "v1-json/marches-publics.info.json", "v1-json/data.gouv.fr_pes_2019-04.json", "v1-json/ci_raw_marches.json",
        "v2-json/decp_test_2022.json", "v2-json/eclaireur_public_raw.json", "derived/decp-v2-synthetic.json",
        "derived/decp-v2-synthetic.xml", "derived/data.gouv.fr_pes_2019-04.xml",
    ])
    func figures(_ file: String) throws {
        let expected = try expectations(file)
        let read = try ReadContracts(path: Corpus.path("decp/" + file))
        #expect(read.rules == [])
        #expect(read.contracts.count + read.concessions == expected["records"] as? Int)
        #expect(read.concessions == expected["concessions"] as? Int)
        let kept = read.kept
        #expect(kept.count == expected["contracts"] as? Int)
        #expect(read.contracts.count - kept.count == expected["duplicateRecords"] as? Int)
        #expect(Set(kept.map(\.buyer)).count == expected["buyers"] as? Int)
        let keys = ReadingRules(key: .uidAndCPV)
        #expect(Set(read.contracts.map(keys.key)).count == expected["distinctKeyB"] as? Int)

        let amounts = try #require(expected["amounts"] as? [String: Any])
        #expect(cut(kept).cents == cents(amounts["total"]))
        let initial = kept.compactMap(\.initialAmount).filter(isUsable).reduce(Amount.zero, +)
        #expect(initial.cents == cents(amounts["totalInitial"]))
        #expect(kept.filter { isUsable($0.finalAmount) }.count == amounts["usable"] as? Int)
        #expect(kept.filter { $0.finalAmount == nil }.count == amounts["missing"] as? Int)
        let raw = kept.compactMap(\.finalAmount).reduce(Amount.zero, +)
        #expect(raw.cents == cents(amounts["totalRaw"]))

        for (name, field) in [("social", \Contract.social), ("environmental", \Contract.environmental)] {
            let truth = try #require(expected[name] as? [String: Any])
            try check(cut(kept.filter { $0[keyPath: field].any }), truth["any"], name)
            try check(cut(kept.filter { $0[keyPath: field].clause }), truth["clause"], name)
            try check(cut(kept.filter { $0[keyPath: field].criterion }), truth["criterion"], name)
            try check(
                cut(kept.filter { $0[keyPath: field].isContradictory }), truth["contradictory"], name)
            try check(cut(kept.filter { !$0[keyPath: field].isInformed }), truth["notInformed"], name)
        }
        try check(cut(kept.filter { $0.innovative == true }), expected["innovative"], "innovative")
        try check(cut(kept.filter { $0.advanceGranted == true }), expected["advance"], "advance")
        try check(
            cut(kept.filter { $0.subcontractingDeclared == true }), expected["subcontracting"], "subcontracting")
        try check(
            cut(kept.filter { ["Conjoint", "Solidaire"].contains($0.groupType) }), expected["grouping"], "grouping")
        try check(cut(kept.filter { $0.techniques.contains("Accord-cadre") }), expected["framework"], "framework")
        #expect(kept.filter { !$0.modifications.isEmpty }.count == expected["withModification"] as? Int)
        #expect(kept.filter { $0.finalHolders.count > 1 }.count == expected["severalHolders"] as? Int)
        #expect(kept.filter { $0.finalHolders.isEmpty }.count == expected["noHolder"] as? Int)
        try checkYearsAndOffers(kept, expected)
        let rules = ReadingRules.standard
        let quality = try #require(expected["quality"] as? [String: Any])
        #expect(kept.filter { ($0.durationMonths ?? 1) <= 0 }.count == quality["durationNotPositive"] as? Int)
        #expect(
            kept.filter { $0.durationMonths.map { !rules.isUsable(months: $0) } ?? false }.count
                == (quality["durationNotPositive"] as? Int ?? 0) + (quality["durationAbove180"] as? Int ?? 0))
    }

    private func checkYearsAndOffers(_ kept: [Contract], _ expected: [String: Any]) throws {
        let years = Dictionary(grouping: kept) { $0.notificationDay.map { String($0.year) } ?? "unknown" }
        let truth = try #require(expected["byYear"] as? [String: Any])
        #expect(Set(years.keys) == Set(truth.keys))
        for (year, contracts) in years { try check(cut(contracts), truth[year], year) }
        let offers = try #require(expected["offers"] as? [String: Any])
        #expect(kept.filter { $0.offers != nil }.count == offers["informed"] as? Int)
        #expect(kept.filter { $0.offers == 1 }.count == offers["single"] as? Int)
    }

    @Test func table() throws {
        let file = "csv/decp_2024H2_travaux_cpv4521_filtered.csv"
        let expected = try expectations(file)
        let read = try ReadContracts(path: Corpus.path("decp/" + file))
        #expect(read.rules == [])
        let kept = read.kept
        #expect(kept.count == expected["contracts"] as? Int)
        #expect(cut(kept).cents == cents(expected["total"]))
        try checkYearsAndOffers(kept, expected)
        let procedures = try #require(expected["byProcedure"] as? [String: Any])
        for procedure in ["Appel d'offres ouvert", "Dialogue compétitif", "Procédure adaptée"] {
            try check(cut(kept.filter { $0.procedure == procedure }), procedures[procedure], procedure)
        }
        // One row a contract and holder: no holder is lost, none is counted twice.
        #expect(read.contracts.allSatisfy { Set($0.holders).count == $0.holders.count })
    }

    /// The 110 small files of February 2019 are of the same flow.
    @Test func manySmallFiles() throws {
        let read = try ReadContracts(path: Corpus.path("decp/v1-json/data.gouv.fr_pes_2019-02"))
        #expect(read.rules == [])
        #expect(read.contracts.count > 110)
    }

    // MARK: XML says what JSON says

    private static func official(_ name: String) -> (String, String) {
        ("official-examples/v1.5.0/xml/\(name).xml", "official-examples/v1.5.0/json/\(name).json")
    }

    @Test(arguments: [
        ("derived/decp-v2-synthetic.xml", "derived/decp-v2-synthetic.json"),
        ("derived/data.gouv.fr_pes_2019-04.xml", "v1-json/data.gouv.fr_pes_2019-04.json"),
        official("cc-avec-modifications"), official("cc-basique"), official("cc-basique-avec-uid"),
        official("mar-basique-avec-uid"),
    ])
    func twins(_ xml: String, _ json: String) throws {
        let left = try ReadContracts(path: Corpus.path("decp/" + xml))
        let right = try ReadContracts(path: Corpus.path("decp/" + json))
        #expect(left.rules == [])
        #expect(right.rules == [])
        #expect(left.contracts.count == right.contracts.count)
        #expect(left.concessions == right.concessions)
        #expect(left.contracts.count + left.concessions > 0)
        for (one, other) in zip(left.contracts, right.contracts) where one != other {
            Issue.record("\(one)\n\(other)")
            break
        }
        #expect(left.places.map(\.record) == right.places.map(\.record))
    }

    /// These examples differ in their numbers, dates and modifications, and say the same otherwise.
    @Test(arguments: ["mar-basique", "mar-avec-modifications"])
    func nearTwins(_ name: String) throws {
        func first(_ syntax: String) throws -> Contract {
            let path = Corpus.path("decp/official-examples/v1.5.0/\(syntax)/\(name).\(syntax)")
            return try #require(try ReadContracts(path: path).contracts.first)
        }
        var left = try first("xml")
        var right = try first("json")
        #expect(left.notificationDay == right.notificationDay)
        for field in [\Contract.id, \Contract.notificationText] { left[keyPath: field] = right[keyPath: field] }
        #expect(left.modifications.first == right.modifications.first)
        left.modifications = []
        right.modifications = []
        #expect(left == right)
    }

    @Test(arguments: [
        ("official-examples/v2/xml/Marche.xml", 2, 0), ("official-examples/v2/xml/Contrat-concession.xml", 0, 2),
        ("official-examples/v2/json/marches_avec_modifications.json", 2, 0),
        ("official-examples/v2/json/marches_concessions.json", 2, 2),
        ("official-examples/v2/json/concessions.json", 0, 2),
        ("official-examples/v1.5.0/xml/paquet.xml", 2, 2), ("official-examples/v1.5.0/json/paquet.json", 1, 1),
        ("official-examples/v1.5.0/json/paquet-result.json", 2, 0),
    ])
    func officialExamples(_ file: String, contracts: Int, concessions: Int) throws {
        let read = try ReadContracts(path: Corpus.path("decp/" + file))
        #expect(read.rules == [])
        #expect(read.contracts.count == contracts)
        #expect(read.concessions == concessions)
    }

    @Test func everyFieldOfTheOfficialExample() throws {
        let contract = try #require(
            try ReadContracts(path: Corpus.path("decp/official-examples/v2/xml/Marche.xml")).contracts.first)
        #expect(contract.uid == "21750001630040TEST2022")
        #expect(contract.format == .decp2022)
        #expect(contract.ccag == "Travaux")
        #expect(contract.techniques == ["Concours", "Accord-cadre"])
        #expect(contract.modalities == ["Tranches"])
        #expect(contract.priceTypes == ["Définitif ferme"])
        #expect(contract.frameworkID == "1234567890")
        #expect(contract.advanceGranted == true)
        #expect(contract.advanceRate == 0)
        #expect(contract.originEU == 0.1)
        #expect(contract.originFrance == 0.1)
        let act = try #require(contract.subcontracts.first)
        #expect(act.id == "1")
        #expect(act.holder == Holder(id: "214356", idType: "SIRET"))
        #expect(act.amount?.decimal == "123456.89")
        #expect(act.durationMonths == 12)
        #expect(act.priceVariation == "Révisable")
        #expect(act.publicationText == "2024-10-12")
    }
}
