import Foundation
import Nomenclature
import Reports
import TestSupport
import Testing
import Wording

@testable import Passerelle

/// What a watch tells, and what it does not tell again.
@Suite struct WatchTests {
    struct Full: Error {}

    let folder: TemporaryFolder
    let path: String
    private static let before = "2026-11-15"
    private static let after = "2026-11-21"
    private static let call = "Tenders/avis/2026-006-dechets-tauzin.xml"
    private static let correction = "Tenders/avis/2026-012-rectificatif-dechets-tauzin.xml"

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("w.sqlite")
        let application = try Application(workspace: path, create: true)
        _ = try application.importNotices([Project.path(Self.call)])
        _ = try application.importSuppliers([Project.path("Catalog/fournisseurs.csv")])
        let profile = try folder.write(
            "collecte.toml",
            """
            nom = "Collecte solidaire"
            types = ["ACI"]
            part_insertion = 80 %
            description = "Collecte de papiers et cartons, collecte et tri des textiles, gardiennage de déchèterie"
            commune = "40000 Mont-de-Marsan"
            perimetre = "dep:40"
            effectif = 20
            """)
        var options = OpportunityOptions()
        options.minScore = 1
        #expect(try self.application(on: Self.before).addWatch("collecte", of: profile, options: options).isEmpty)
        // The watch goes on without its file.
        try FileManager.default.removeItem(atPath: profile)
    }

    private func application(on day: String) throws -> Application {
        try Application(workspace: path, today: try #require(Day(iso: day)))
    }

    private func run(on day: String, isDryRun: Bool = false) throws -> WatchReport {
        var reports: [WatchReport] = []
        let problems = try application(on: day).runWatches("collecte", isDryRun: isDryRun) { reports = $0 }
        #expect(problems.isEmpty)
        return try #require(reports.first)
    }

    @Test func nothingIsToldTwice() throws {
        let dry = try run(on: Self.before, isDryRun: true)
        #expect(!dry.items.isEmpty && dry.since == nil)
        #expect(dry.items.allSatisfy { $0.kind == .new && $0.sequence == 0 })
        let first = try run(on: Self.before)
        #expect(first.items.map(\.identifier) == dry.items.map(\.identifier))
        #expect(try run(on: Self.before).items.isEmpty)
        #expect(try run(on: "2026-11-16").since == Day(iso: Self.before))
        #expect(try application(on: Self.before).watches().first?.lastRun == Day(iso: "2026-11-16"))
    }

    /// What could not be delivered is told by the next run.
    @Test func whatWasNotDeliveredIsNotNoted() throws {
        let application = try application(on: Self.before)
        #expect(throws: Full.self) { try application.runWatches { _ in throw Full() } }
        #expect(try application.watches().first?.lastRun == nil)
        #expect(!(try run(on: Self.before).items.isEmpty))
    }

    /// A corrected notice is another notice with another identifier: its lots are those that were told.
    @Test func aChangedDeadlineIsToldAsChanged() throws {
        let first = try run(on: Self.before)
        _ = try application(on: Self.after).importNotices([Project.path(Self.correction)])
        let second = try run(on: Self.after)
        let known = Set(first.items.map(\.identifier))
        let changed = second.items.filter { $0.kind != .new }
        #expect(!changed.isEmpty && changed.count == known.count)
        for item in changed {
            #expect(known.contains(item.identifier) && item.sequence == 1)
            #expect(item.kind == .changed(from: "2026-12-01T12:00:00+01:00"))
            #expect(item.opportunity.lot.deadlineDay == Day(iso: "2027-01-15"))
            #expect(WatchWords.kind(item, .french).contains("01/12/2026"))
        }
        #expect(try run(on: Self.after).items.isEmpty)
    }

    /// The correction alone is new to who was never told of the first notice.
    @Test func theCorrectionAloneIsNew() throws {
        _ = try application(on: Self.after).importNotices([Project.path(Self.correction)])
        #expect(try run(on: Self.after).items.allSatisfy { $0.kind == .new })
    }

    @Test func nothingExpiredIsTold() throws {
        #expect(try run(on: "2026-12-02").items.isEmpty)
        #expect(!(try run(on: "2026-12-01").items.isEmpty))
    }

    @Test func everyItemHasAReason() throws {
        for item in try run(on: Self.before).items {
            #expect(!OpportunityWords.reasons(item.opportunity).isEmpty)
            #expect(WatchWords.lines(item, .english).contains { $0.hasPrefix("reason") })
        }
    }

    @Test func watchesAreKeptApart() throws {
        let application = try application(on: Self.before)
        let taken = try #require(throws: Problem.self) {
            try application.addWatch("collecte", of: OpportunityTests.gardeners, options: OpportunityOptions())
        }
        #expect(taken.rule == "watch.taken")
        #expect(try #require(throws: Problem.self) { try application.removeWatch("autre") }.rule == "watch.unknown")
        #expect(throws: Problem.self) { try application.runWatches("autre") { _ in } }
        #expect(throws: Problem.self) { try application.addWatch(" ", of: "42", options: OpportunityOptions()) }
        _ = try run(on: Self.before)
        try application.removeWatch("collecte")
        #expect(try application.watches().isEmpty)
        var delivered: [WatchReport]?
        #expect(try application.runWatches { delivered = $0 }.isEmpty)
        #expect(delivered?.isEmpty == true)
    }
}
