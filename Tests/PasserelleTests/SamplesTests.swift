import Foundation
import Matching
import Nomenclature
import Reports
import TestSupport
import Testing
import Wording
import Workspace

@testable import Passerelle

/// The main job on the project's own samples.
@Suite struct SamplesTests {
    let folder: TemporaryFolder
    let application: Application

    init() throws {
        folder = try TemporaryFolder()
        application = try Application(
            workspace: folder.path("w.sqlite"), create: true, today: try #require(Day(iso: "2026-11-21")))
    }

    private func importAll() throws -> [ImportSummary] {
        [
            try application.importNotices([Project.path("Tenders/avis"), Project.path("Tenders/avis-nationaux")]),
            try application.importSuppliers([
                Project.path("Catalog/fournisseurs.csv"), Project.path("Catalog/fournisseurs-points-virgules.csv"),
            ]),
            try application.importContracts([Project.path("Tenders/attributions")]),
        ]
    }

    @Test func theSamplesAreReadWhole() throws {
        let summaries = try importAll()
        #expect(summaries.map(\.rejected) == [0, 0, 0])
        let status = try application.workspace.status()
        #expect(status.notices == 20)
        #expect(status.lots >= 40)
        #expect(status.catalogue.structures >= 150)
        #expect(status.supersededNotices == 1)
        let years = try #require(try application.workspace.buyers().first).years
        #expect(years == [2024, 2025])
    }

    /// Every sample number is visibly fictional.
    @Test func noRealOrganisationIsInTheSamples() throws {
        _ = try importAll()
        #expect(try application.workspace.suppliers().allSatisfy { $0.key.hasPrefix("000") })
        #expect(try application.workspace.contracts().allSatisfy { $0.contract.buyer.hasPrefix("000") })
        try application.workspace.forEachNotice { stored in
            // The form MAPA gives no number.
            #expect(
                stored.notice.buyers.allSatisfy { $0.identifier.hasPrefix("000") || stored.notice.subtype == "MAPA" })
        }
    }

    /// Below the European thresholds and before eForms: the same vocabulary, places and values.
    @Test func nationalNoticesAreLotsLikeTheOthers() throws {
        _ = try importAll()
        let lots = try ["26-900101", "26-900102", "26-900103", "00350001-2021"].flatMap {
            try application.lots(named: $0)
        }
        #expect(lots.map(\.lot.id) == ["1", "2", "1", "2", "1", "1", "2"])
        #expect(lots.map(\.notice.isOver) == [false, false, false, false, false, true, true])
        let cemetery = try application.matcher().sheet(for: lots[0], options: MatchOptions(), language: .french)
        #expect(cemetery.reservation.contains("L2113-13"))
        let schools = try application.matcher().sheet(for: lots[1], options: MatchOptions(), language: .french)
        #expect(schools.reservation.contains("L2113-12"))
        #expect(lots[2].notice.value(of: lots[2].lot) == Amount(euros: 28_000))
        #expect(lots[4].notice.lots[0].mainCPV == "90511000")
        #expect(lots[5].lot.result?.winners.first?.holders.first?.name == "Cuisines du Marensin")
        #expect(lots[6].lot.result?.winners.first?.value?.amount == Amount(euros: 64_000))
    }

    /// A dump of the BOAMP's API is stored part by part, as one file; the second time it is known.
    @Test func aDumpOfManyNotices() throws {
        let page = try String(
            contentsOfFile: Project.path("Tenders/avis-nationaux/26-900103-api-reemploi-tauzin.json"), encoding: .utf8)
        let record = try #require(page.split(separator: "\"results\": [").last).split(separator: "]\n}")[0]
        // Over four million bytes, with a record that has no number.
        let records = (0..<2_500).map { record.replacing("26-900103", with: "26-\(910_000 + $0)") }
        let path = try folder.write("dump.json", "[" + records.joined(separator: ",") + ",{\"idweb\": \"\"}]")
        let first = try application.importNotices([path])
        #expect((first.read, first.imported, first.rejected, first.files) == (2_501, 2_500, 1, 1))
        let again = try application.importNotices([path])
        #expect((again.read, again.unchanged, again.rejected, again.imported) == (2_501, 2_500, 1, 0))
        #expect(try application.workspace.status().notices == 2_500)
    }

    @Test func aReservedLotIsAnsweredByThoseWhoMay() throws {
        _ = try importAll()
        let lot = try #require(try application.lots(named: "2026-001-espaces-verts-haute-sauve/1").first)
        let sheet = try application.matcher().sheet(for: lot, options: MatchOptions(), language: .french)
        #expect(sheet.reservation.contains("L2113-12"))
        let first = try #require(sheet.matches.first)
        #expect(first.eligibility.verdict == .eligible)
        #expect(first.supplier.kinds.contains { $0.kind == .esat || $0.kind == .ea })
        #expect(sheet.matches.allSatisfy { $0.eligibility.verdict != .notEligible })
        #expect(sheet.setAside > 0)
    }

    /// A lot written to a file and read back is matched as the lot itself.
    @Test func lotsInAFileAreMatchedAlike() throws {
        _ = try importAll()
        let views = try application.lotsToMatch()
        let path = try folder.write("lots.jsonl", views.map { $0.json.compact + "\n" }.joined())
        let needs = try NeedFile.read(path, today: application.today)
        #expect(needs == views.map { Need(notice: $0.notice, lot: $0.lot) })
    }

    @Test func lotsAlreadyAwardedAreNotMatched() throws {
        _ = try importAll()
        #expect(try application.lotsToMatch().count < application.lots().count)
        #expect(try application.lotsToMatch().allSatisfy { $0.lot.result == nil })
    }

    @Test func aNeedInWordsIsAnswered() throws {
        _ = try importAll()
        let need = Need(
            text: "entretien des berges et de la ripisylve", cpv: [], place: "40000 Mont-de-Marsan", value: nil,
            day: application.today)
        let sheet = try application.matcher().sheet(for: need, options: MatchOptions(), language: .french)
        #expect(!sheet.matches.isEmpty)
        #expect(sheet.matches.first.map { $0.criteria.contains { !$0.sentence.fr.isEmpty } } == true)
    }

    /// Nobody in the catalogue maintains scanners: whoever comes back is shown as weak.
    @Test func nothingFitsSomeLots() throws {
        _ = try importAll()
        let lot = try #require(try application.lots(named: "2026-003-linge-imagerie-ch-rivenord/4").first)
        let sheet = try application.matcher().sheet(for: lot, options: MatchOptions(), language: .french)
        #expect(
            sheet.matches.count <= 3 && sheet.matches.allSatisfy { $0.score < 25 },
            "\(sheet.matches.map(\.supplier.displayName))")
    }

    @Test func theYearHasItsName() throws {
        _ = try importAll()
        let report = try application.spaser(buyer: "00000201400017", year: 2025)
        #expect(report.buyerName == "Département de Haute-Sauve")
        #expect(report["V1"]?.count == 41)
    }

    @Test(arguments: [
        ("nowhere/LOT-0001", "lot.unknown"), ("2026-001-espaces-verts-haute-sauve/99", "lot.unknown"),
        ("", "lot.ambiguous"),
    ])
    func lotsThatAreNotThere(_ name: String, rule: String) throws {
        _ = try importAll()
        let problem = #expect(throws: Problem.self) { try application.lots(named: name) }
        #expect(problem?.rule == rule)
    }

    @Test func emptyWorkspacesSayWhatToDo() throws {
        #expect(#expect(throws: Problem.self) { try application.matcher() }?.rule == "catalogue.empty")
        #expect(#expect(throws: Problem.self) { try application.spaser() }?.rule == "contracts.none")
        _ = try importAll()
        #expect(#expect(throws: Problem.self) { try application.spaser(buyer: "1") }?.rule == "buyer.unknown")
    }

    /// An odd contract is counted, and what is odd in it is said.
    @Test func oddContractsAreRemarkedOn() throws {
        let path = try folder.write(
            "odd.json",
            #"{"marches":[{"id":"1","acheteur":{"id":"00000201400018"},"dateNotification":"04/03/2025","montant":10}]}"#
        )
        let summary = try application.importContracts([path])
        #expect(summary.imported == 1)
        #expect(summary.remarks.map(\.rule) == ["contract.buyerSiret", "contract.notificationDay"])
        #expect(try application.workspace.rejects(remarks: true).count == 2)
    }

    @Test func anEmptyFolderIsNamed() throws {
        let empty = try TemporaryFolder()
        #expect(try application.importNotices([empty.url.path]).rejects.map(\.rule) == ["folder.empty"])
    }

    /// Bad input beside good: each bad file has its sentence, and the good ones go in.
    @Test func badFilesDoNotStopTheGoodOnes() throws {
        let bad = try TemporaryFolder()
        try bad.write("a-not-xml.xml", "bonjour")
        try bad.write(
            "b-cut.xml",
            String(
                try String(
                    contentsOfFile: Project.path("Tenders/avis/2026-013-preinformation-nordelande.xml"), encoding: .utf8
                ).prefix(3_000)))
        try bad.write("c-unknown.xml", "<facture/>")
        try bad.write("d-empty.xml", "")
        try bad.write(
            "e-good.xml",
            try Data(
                contentsOf: URL(fileURLWithPath: Project.path("Tenders/avis/2026-013-preinformation-nordelande.xml"))))
        let notices = try application.importNotices([bad.url.path, bad.path("absent.xml")])
        #expect((notices.imported, notices.rejected) == (1, 5))
        #expect(
            notices.rejects.map(\.rule) == [
                "notice.notXML", "xml.truncated", "notice.unknownRoot", "file.empty", "file.unreadable",
            ])

        try bad.write("suppliers/a-empty.csv", "")
        try bad.write("suppliers/b-wrong.csv", "siret,name\n12345678901234,Faux numéro\n00000201400017,Vrai numéro\n")
        try bad.write("suppliers/c-other.csv", "colonne;autre\n1;2\n")
        let suppliers = try application.importSuppliers([bad.path("suppliers")])
        #expect(suppliers.imported == 1)
        #expect(suppliers.rejects.count == 3)
        for problem in notices.rejects + suppliers.rejects {
            #expect(!problem.sentence(.french).isEmpty && !problem.sentence(.english).isEmpty)
        }
    }
}
