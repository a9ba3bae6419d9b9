import Foundation
import Matching
import Nomenclature
import Reports
import TestSupport
import Testing
import Wording

@testable import Passerelle

@Suite struct EligibilityQuestionTests {
    let folder: TemporaryFolder
    let application: Application

    init() throws {
        folder = try TemporaryFolder()
        application = try Application(
            workspace: folder.path("w.sqlite"), create: true, today: try #require(Day(iso: "2026-11-21")))
        _ = try application.importNotices([Project.path("Tenders/avis"), Project.path("Tenders/avis-nationaux")])
        _ = try application.importSuppliers([Project.path("Catalog/fournisseurs.csv")])
        _ = try application.importContracts([Project.path("Tenders/attributions")])
    }

    private func ask(_ lot: LotView, _ siret: String...) throws -> Eligibility {
        try application.eligibility(EligibilityQuestion(suppliers: siret), for: lot).answer
    }

    /// The label of a match and the answer to the question are the same.
    @Test func agreesWithTheList() throws {
        var met = 0
        for lot in try application.lots() {
            let need = Need(notice: lot.notice, lot: lot.lot)
            guard ReservationReader.read(need)?.articles.contains("L2113-15") == false else { continue }
            for match in try application.matcher().sheet(for: lot, options: MatchOptions(), language: .french).matches {
                guard let siret = match.supplier.siret, match.supplier.key == siret.text else { continue }
                #expect(try ask(lot, siret.text).verdict == match.eligibility.verdict)
                met += 1
            }
        }
        #expect(met > 20)
    }

    @Test func reservationAskedFor() throws {
        let lot = try #require(try application.lots().first)
        let structure = try #require(try application.workspace.suppliers().first { $0.kinds.map(\.kind).contains(.ei) })
        var question = EligibilityQuestion(suppliers: [structure.key])
        question.articles = [try EligibilityQuestion.article("L. 2113-12")]
        #expect(try application.eligibility(question, for: lot).answer.verdict == .notEligible)
        question.articles = [try EligibilityQuestion.article("2113-13")]
        question.facts.share = 0.7
        let sheet = try application.eligibility(question, for: lot)
        #expect(sheet.answer.verdict == .eligible && sheet.answer.articles == ["L2113-13"] && sheet.isAsked)
    }

    @Test(arguments: ["L2113-16", "2113", "R2113-7", "", "x"])
    func articlesThatReserveNothing(_ text: String) {
        #expect(throws: Problem.self) { try EligibilityQuestion.article(text) }
    }

    /// Nothing known is no refusal; an impossible number is one.
    @Test func unknownSuppliers() throws {
        let lot = try #require(
            try application.lots().first { ReservationReader.read(Need(notice: $0.notice, lot: $0.lot)) != nil })
        #expect(try ask(lot, "73282932000074").verdict == .toConfirm)
        #expect(throws: Problem.self) { try ask(lot, "12345678900012") }
    }

    /// The contracts found by holder are those that a walk through all of them finds.
    @Test func contractsByHolder() throws {
        let all = try application.workspace.contracts()
        let sirens = Set(all.flatMap { $0.contract.finalHolders.compactMap { $0.siret?.siren } })
        #expect(!sirens.isEmpty)
        for siren in sirens.sorted(by: { $0.text < $1.text }).prefix(30) {
            let expected = all.filter { $0.contract.finalHolders.contains { $0.siret?.siren == siren } }
            #expect(
                try application.workspace.contracts(holder: siren).map(\.contract.uid) == expected.map(\.contract.uid))
        }
    }

    @Test func jsonHasItsStableMembers() throws {
        let lot = try #require(try application.lots().first)
        let question = EligibilityQuestion(suppliers: ["73282932000074"])
        guard case .object(let members) = try application.eligibility(question, for: lot).json(.french) else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.key).starts(with: ["verdict", "article", "reasons", "evidence", "missing"]))
    }

    /// No line of either page is longer than the terminal.
    @Test(arguments: Language.allCases, [40, 80])
    func pagesFitTheTerminal(_ language: Language, width: Int) throws {
        for lot in try application.lots().prefix(6) {
            let pages = [
                try application.eligibility(EligibilityQuestion(suppliers: ["73282932000074"]), for: lot)
                    .text(language, width: width), LawSheet(lot).text(language, width: width),
            ]
            for line in pages.joined().split(separator: "\n") { #expect(line.count <= width) }
        }
    }
}
