import Catalog
import Foundation
import Nomenclature
import Tenders
import TestSupport
import Testing
import Wording

@testable import Workspace

@Suite struct ImportTests {
    let folder: TemporaryFolder
    let workspace: Workspace
    let day: Day

    init() throws {
        folder = try TemporaryFolder()
        workspace = try Workspace(path: folder.path("w.sqlite"))
        day = try #require(Day(iso: "2026-11-01"))
    }

    /// Imports contracts as if they stood in one file with this digest.
    @discardableResult
    private func contracts(_ contracts: [Contract], digest: String) throws -> ImportSummary {
        try workspace.importing(.contracts, day: day) { session in
            guard try session.begin(ImportedFile(name: digest + ".json", digest: digest, bytes: 10, source: "decp"))
            else { return }
            for (index, contract) in contracts.enumerated() {
                try session.store(PreparedContract(contract, at: Place(file: digest + ".json", record: index + 1)))
            }
            try session.endFile()
        }
    }

    private func contract(_ id: String, amount: Int, published: String, notified: String = "2025-03-01") -> Contract {
        var contract = Contract(id: id, buyer: "00000201400017", format: .decp2022)
        contract.initialAmount = Amount(euros: amount)
        contract.publicationText = published
        contract.notificationText = notified
        contract.holders = [Holder(id: "1", idType: "SIRET", name: "Un nom"), Holder(id: "2", idType: "TVA")]
        contract.social.clause = true
        contract.techniques = ["Accord-cadre", "Concours"]
        contract.modifications = [Modification(notificationText: "2025-04-01", amount: Amount("12.34"))]
        contract.subcontracts = [
            Subcontract(holder: Holder(id: "3", idType: "SIRET"), amount: nil, notificationText: "")
        ]
        return contract
    }

    @Test func theLatestPublicationCounts() throws {
        let summary = try contracts(
            [
                contract("A", amount: 1, published: "2025-03-02"), contract("A", amount: 2, published: "2025-04-02"),
                contract("A", amount: 3, published: "2025-01-02"), contract("B", amount: 4, published: "2025-01-02"),
                contract("B", amount: 4, published: "2025-01-02"),
            ], digest: "one")
        #expect((summary.read, summary.imported, summary.superseded, summary.unchanged) == (5, 2, 2, 1))
        let stored = try workspace.contracts()
        #expect(stored.map(\.contract.initialAmount) == [Amount(euros: 2), Amount(euros: 4)])
        #expect(stored.map(\.place.record) == [2, 4])
        #expect(try workspace.supersededContracts() == 3)
    }

    @Test func aContractComesBackAsItWentIn() throws {
        let given = contract("A", amount: 7, published: "2025-03-02")
        try contracts([given], digest: "one")
        #expect(try workspace.contracts().map(\.contract) == [given])
        #expect(try workspace.contracts(buyer: "00000201400017", year: 2025).count == 1)
        #expect(try workspace.contracts(buyer: "00000201400017", year: 2024).isEmpty)
        #expect(try workspace.buyers().map(\.years) == [[2025]])
    }

    @Test func theSameFileTwiceChangesNothing() throws {
        let one = try contracts([contract("A", amount: 1, published: "2025-03-02")], digest: "one")
        let two = try contracts([contract("A", amount: 1, published: "2025-03-02")], digest: "one")
        #expect((one.imported, one.unchanged) == (1, 0))
        #expect((two.read, two.imported, two.unchanged) == (1, 0, 1))
        #expect(try workspace.status().contracts == 1)
        #expect(try workspace.status().sources.map(\.files) == [1])
    }

    @Test func anInterruptedImportLeavesTheWorkspaceAsItWas() throws {
        struct Interrupted: Error {}
        try contracts([contract("A", amount: 1, published: "2025-03-02")], digest: "one")
        #expect(throws: Interrupted.self) {
            try workspace.importing(.contracts, day: day) { session in
                _ = try session.begin(ImportedFile(name: "two.json", digest: "two", bytes: 10, source: "decp"))
                try session.store(
                    PreparedContract(
                        contract("B", amount: 1, published: "2025-03-02"), at: Place(file: "two.json", record: 1)))
                throw Interrupted()
            }
        }
        #expect(try workspace.status().contracts == 1)
        let again = try contracts([contract("B", amount: 1, published: "2025-03-02")], digest: "two")
        #expect(again.imported == 1)
    }

    /// On one day of publication, the more complete record counts, in whatever order they come (rule 9).
    @Test(arguments: [[0, 1], [1, 0]]) func theMoreCompleteRecordCounts(_ order: [Int]) throws {
        var plain = contract("A", amount: 1, published: "2025-03-02")
        plain.modifications = []
        let both = [plain, contract("A", amount: 1, published: "2025-03-02")]
        try contracts(order.map { both[$0] }, digest: "one")
        #expect(try workspace.contracts().map(\.contract.modifications.count) == [1])
    }

    @Test func publicationDaysAreComparedAsDays() throws {
        try contracts(
            [contract("A", amount: 1, published: "2025-12-01"), contract("A", amount: 2, published: "2025-9-02")],
            digest: "one")
        #expect(try workspace.contracts().map(\.contract.initialAmount) == [Amount(euros: 1)])
    }

    @Test func aFileOfWhichNothingWentInIsReadAgain() throws {
        let problem = Problem("x.rule", at: Place(file: "f.csv"), Phrase("faux", "wrong"))
        for attempt in 0..<2 {
            let summary = try workspace.importing(.suppliers, day: day) { session in
                let isNew = try session.begin(ImportedFile(name: "f.csv", digest: "same", bytes: 1, source: ""))
                #expect(isNew, "attempt \(attempt)")
                if attempt == 0 {
                    try session.reject(problem)
                } else {
                    try session.store(PreparedSupplier(supplierRecord()))
                }
                try session.endFile()
            }
            #expect(summary.imported == attempt)
        }
        #expect(try workspace.rejects().isEmpty)
        #expect(try workspace.suppliers().count == 1)
    }

    private func supplierRecord() throws -> SupplierRecord {
        var record = SupplierRecord(source: "csv", place: Place(file: "f.csv", line: 2))
        record.siret = try Siret("00000201400017")
        record.name = "Atelier"
        return record
    }

    @Test func rejectsAreKeptWithTheirReason() throws {
        let problem = Problem(
            "x.rule", at: Place(file: "f", line: 3), Phrase("faux ; corrigez", "wrong; correct it"), excerpt: "row")
        for _ in 0..<2 {
            _ = try workspace.importing(.suppliers, day: day) { session in
                try session.reject(problem)
            }
        }
        #expect(try workspace.rejects() == [problem])
        #expect(try workspace.rejects(kind: .notices).isEmpty)
    }

    @Test(arguments: [[0, 1], [1, 0]]) func aCorrectedNoticeIsSetAsideInWhateverOrder(_ order: [Int]) throws {
        var first = Notice(format: .eForms, id: "11111111-1111-1111-1111-111111111111")
        first.lots = [Lot(id: "LOT-0001")]
        first.version = "01"
        var second = Notice(format: .eForms, id: "22222222-2222-2222-2222-222222222222")
        second.lots = [Lot(id: "LOT-0001")]
        var change = NoticeChange()
        change.previous = first.id + "-01"
        second.change = change
        let both = [first, second]
        _ = try workspace.importing(.notices, day: day) { session in
            _ = try session.begin(ImportedFile(name: "n.xml", digest: "n", bytes: 1, source: "eforms"))
            for index in order { try session.store(PreparedNotice(both[index])) }
            try session.endFile()
        }
        var ids: [String] = []
        try workspace.forEachNotice { ids.append($0.notice.id) }
        #expect(ids == [second.id])
        #expect(try workspace.status().notices == 2)
        #expect(try workspace.status().lots == 1)
    }

    @Test func aCorrectionMayNameThePublication() throws {
        var first = Notice(format: .eForms, id: "first")
        first.publicationNumber = "00259785-2023"
        var second = Notice(format: .eForms, id: "second")
        var change = NoticeChange()
        change.previous = "259785-2023"
        second.change = change
        let both = [first, second]
        _ = try workspace.importing(.notices, day: day) { session in
            _ = try session.begin(ImportedFile(name: "n.xml", digest: "n", bytes: 1, source: "eforms"))
            for notice in both { try session.store(PreparedNotice(notice)) }
            try session.endFile()
        }
        #expect(try workspace.status().supersededNotices == 1)
    }

    @Test func aHigherVersionReplacesALowerOne() throws {
        var notice = Notice(format: .eForms, id: "n")
        for version in ["01", "03", "02"] {
            notice.version = version
            let copy = notice
            _ = try workspace.importing(.notices, day: day) { session in
                _ = try session.begin(ImportedFile(name: version, digest: version, bytes: 1, source: "eforms"))
                try session.store(PreparedNotice(copy))
                try session.endFile()
            }
        }
        var versions: [String] = []
        try workspace.forEachNotice { versions.append($0.notice.version) }
        #expect(versions == ["03"])
    }

    @Test func aFileThatIsNoWorkspaceIsNamed() throws {
        let path = try folder.write("no.sqlite", String(repeating: "not a database ", count: 500))
        let problem = #expect(throws: Problem.self) { try Workspace(path: path) }
        #expect(problem?.rule == "workspace.unreadable")
        let absent = #expect(throws: Problem.self) { try Workspace(path: folder.path("absent.sqlite"), create: false) }
        #expect(absent?.rule == "workspace.absent")
    }

    // MARK: One notice from two publishers

    private func notice(
        _ id: String, _ format: NoticeFormat, publication: String? = nil, idweb: String? = nil, changes: String? = nil,
        version: String = "01"
    ) -> Notice {
        var notice = Notice(format: format, id: id)
        notice.formType = "competition"
        notice.formatVersion = format == .boamp ? "3.2.5 EFORMS" : "eforms-sdk-1.13"
        notice.version = version
        notice.publicationNumber = publication
        if let idweb { notice.index = NoticeIndex(idweb: idweb) }
        if let changes {
            notice.change = NoticeChange()
            notice.change?.previous = changes
        }
        return notice
    }

    private func store(_ notices: [Notice]) throws {
        _ = try workspace.importing(.notices, day: day) { session in
            for (index, notice) in notices.enumerated() {
                _ = try session.begin(ImportedFile(name: "n\(index)", digest: "d\(index)", bytes: 1))
                try session.store(PreparedNotice(notice))
                try session.endFile()
            }
        }
    }

    /// The names of the notices that are in force.
    private func inForce() throws -> [String] {
        var ids: [String] = []
        try workspace.forEachNotice { ids.append($0.notice.id) }
        return ids.sorted()
    }

    /// A correction that names the number of the Official Journal sets the call aside, whichever copy is read last.
    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func copiesOfTEDAndBOAMPAreOneNotice(_ order: [Int]) throws {
        let three = [
            notice("call", .eForms, publication: "00000012-2026"), notice("call", .boamp, idweb: "26-12"),
            notice("correction", .eForms, changes: "12-2026"),
        ]
        try store(order.map { three[$0] })
        #expect(try inForce() == ["correction"])
        let stored = try #require(try workspace.notices(matching: "call").first).notice
        #expect(
            stored.publicationNumber == "00000012-2026" && stored.index?.idweb == "26-12" && stored.format == .eForms)
    }

    /// A cancellation sets aside all notices that it names, by their IDWEB.
    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) func aCancellationEndsThePurchase(_ order: [Int]) throws {
        var cancellation = notice("boamp:26-3", .boamp, idweb: "26-3", changes: "26-2")
        cancellation.index?.isCancelled = true
        cancellation.earlierPublications = ["26-1", "26-2"]
        let three = [
            notice("uuid", .boamp, idweb: "26-1"), notice("boamp:26-2", .boamp, publication: "26-2", idweb: "26-2"),
            cancellation,
        ]
        try store(order.map { three[$0] })
        #expect(try inForce() == ["boamp:26-3"])
    }

    @Test func whatWasWithdrawnStaysWithdrawn() throws {
        var withdrawn = notice("boamp:26-1", .boamp, idweb: "26-1")
        withdrawn.index?.isCancelled = true
        try store([withdrawn, notice("boamp:26-1", .boamp, idweb: "26-1")])
        #expect(try #require(try workspace.notices(matching: "boamp:26-1").first).notice.isCancelled)
    }

    /// A later version that corrects an earlier one of the same notice stays in force.
    @Test func aNoticeDoesNotSetItselfAside() throws {
        try store([
            notice("11111111-1111-1111-1111-111111111111", .eForms),
            notice(
                "11111111-1111-1111-1111-111111111111", .eForms, changes: "11111111-1111-1111-1111-111111111111-01",
                version: "02"),
            notice(
                "11111111-1111-1111-1111-111111111111", .eForms, changes: "11111111-1111-1111-1111-111111111111-02",
                version: "10"),
            notice("11111111-1111-1111-1111-111111111111", .eForms, version: "9"),
        ])
        #expect(try inForce().count == 1)
        #expect(try workspace.notices(matching: "1111").first?.notice.version == "10")
    }
}
