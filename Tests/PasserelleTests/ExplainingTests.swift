import Foundation
import Matching
import Nomenclature
import Reports
import TestSupport
import Testing
import Wording

@testable import Passerelle

@Suite struct ExplainingTests {
    let folder: TemporaryFolder
    let application: Application

    init() throws {
        folder = try TemporaryFolder()
        application = try Application(
            workspace: folder.path("w.sqlite"), create: true, today: try #require(Day(iso: "2026-11-21")))
        _ = try application.importNotices([Project.path("Tenders/avis")])
        _ = try application.importSuppliers([Project.path("Catalog/fournisseurs.csv")])
    }

    private func explain(_ lot: LotView, _ asked: String, top: Int = 20) throws -> ExplanationSheet {
        var options = MatchOptions()
        options.top = top
        return try application.matcher().explain(
            Need(notice: lot.notice, lot: lot.lot), view: lot, asked: asked, options: options, language: .french,
            workspace: application)
    }

    /// Whoever is in the list is explained with its rank, score and sentences; whoever is set aside is not in it.
    @Test func theExplanationAgreesWithTheList() throws {
        for name in ["2026-001-espaces-verts-haute-sauve/1", "2026-001-espaces-verts-haute-sauve/4"] {
            let lot = try #require(try application.lots(named: name).first)
            let sheet = try application.matcher().sheet(for: lot, options: MatchOptions(), language: .french)
            #expect(!sheet.matches.isEmpty)
            for match in sheet.matches {
                let explanation = try #require(
                    try explain(lot, match.supplier.key).explanations.first { $0.supplier.key == match.supplier.key })
                #expect(explanation.outcome == .ranked(match.rank))
                #expect(explanation.criteria == match.criteria && explanation.eligibility == match.eligibility)
                #expect(abs(explanation.score - match.score) < 1e-9)
            }
        }
    }

    @Test func whatTheCatalogueDoesNotHold() throws {
        let lot = try #require(try application.lots(named: "2026-001-espaces-verts-haute-sauve/4").first)
        let unknown = try explain(lot, "00009999900007")
        #expect(unknown.explanations.isEmpty && unknown.absences == [.unknown] && unknown.others.isEmpty)
        // Another establishment of an enterprise that is there.
        let known = try #require(try application.workspace.suppliers().compactMap(\.siret).first)
        let sister = known.siren.text + "99999"
        let absent = try explain(lot, sister)
        #expect(absent.explanations.isEmpty && !absent.others.isEmpty)
        #expect(absent.others.allSatisfy { $0.siren == known.siren })
        // Spaces as people write them.
        #expect(try explain(lot, " " + known.text.prefix(3) + " " + known.text.dropFirst(3)).explanations.count >= 1)
    }

    /// Lots ranked as they come are those ranked one by one, in their order.
    @Test func aRunKeepsTheOrder() throws {
        let matcher = try application.matcher()
        let views = try application.lotsToMatch()
        let many = (0..<7).flatMap { _ in views }
        var seen: [(lot: String, matches: [Match])] = []
        try MatchRun(matcher, options: MatchOptions(), language: .french).forEachSheet(
            counts: false, render: { $0 },
            { give in for view in many { try give(.init(view: view)) } }, { seen.append(($0.need.id, $0.matches)) })
        #expect(seen.map(\.lot) == many.map(\.reference))
        for (view, found) in zip(views, seen) {
            #expect(found.matches == matcher.sheet(for: view, options: MatchOptions(), language: .french).matches)
        }
    }

    private struct Stop: Error {}

    /// Who gives lots and who takes sheets may both stop the run.
    @Test func failuresEndTheRun() throws {
        let run = MatchRun(try application.matcher(), options: MatchOptions(), language: .french)
        let need = Need(text: "nettoyage", cpv: [], place: "", value: nil, day: application.today)
        #expect(throws: Stop.self) {
            try run.forEachSheet(counts: false, render: { $0.matches.count }, { _ in throw Stop() }, { _ in })
        }
        #expect(throws: Stop.self) {
            try run.forEachSheet(
                counts: false, render: { $0.matches.count },
                { give in for _ in 0..<1_000 { try give(.init(need: need)) } }, { _ in throw Stop() })
        }
    }

    @Test func aLotOfAFileHasItsIdentifier() throws {
        let path = try folder.write(
            "lots.jsonl", "{\"id\":\"a\",\"title\":\"Nettoyage\"}\n{\"id\":\"b\",\"title\":\"Linge\"}\n")
        #expect(try NeedFile.need("b", in: path, today: application.today).title == "Linge")
        let problem = #expect(throws: Problem.self) { try NeedFile.need("c", in: path, today: application.today) }
        #expect(problem?.rule == "lot.unknown")
    }
}
