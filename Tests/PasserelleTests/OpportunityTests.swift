import Foundation
import Matching
import Nomenclature
import Reports
import TestSupport
import Testing
import Wording

@testable import Passerelle

/// The open lots of a supplier.
@Suite struct OpportunityTests {
    static let gardeners = "00001153600018"
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("w.sqlite")
        let application = try Application(workspace: path, create: true)
        _ = try application.importNotices([Project.path("Tenders/avis"), Project.path("Tenders/avis-nationaux")])
        _ = try application.importSuppliers([Project.path("Catalog/fournisseurs.csv")])
    }

    private func application(on day: String) throws -> Application {
        try Application(workspace: path, today: try #require(Day(iso: day)))
    }

    private func sheet(
        _ asker: OpportunityAsker = .listed(Self.gardeners), on day: String = "2026-11-21",
        _ change: (inout OpportunityOptions) -> Void = { _ in }
    ) throws -> OpportunitySheet {
        var options = OpportunityOptions()
        change(&options)
        return try application(on: day).opportunities(of: asker, options: options).sheet
    }

    /// Nothing that has expired, nothing that was awarded, nothing twice; every lot is counted once.
    @Test(arguments: ["2026-11-21", "2026-12-04", "2026-12-05", "2027-01-15", "2030-01-01"])
    func onlyOpenLots(_ day: String) throws {
        let application = try application(on: day)
        let open = try application.openLots()
        #expect(open.lots.allSatisfy { ($0.lot.deadline?.day).map { $0 >= application.today } ?? true })
        #expect(open.lots.allSatisfy { $0.notice.formType == "competition" })
        #expect(Set(open.lots.map(\.reference)).count == open.lots.count)
        let calls = try application.lots().filter { $0.notice.formType == "competition" }
        #expect(open.lots.count + open.expired + open.decided + open.cancelled + open.undated == calls.count)
        let counts = try sheet(on: day).counts
        #expect(counts.fitting + counts.missed.values.reduce(0, +) == counts.open)
    }

    /// The same score, sentences and verdict as the list of the lot, for every lot.
    @Test func anOpportunityIsTheLineOfTheMatch() throws {
        let application = try application(on: "2026-11-21")
        let sheet = try sheet { $0.top = .max }
        #expect(!sheet.opportunities.isEmpty)
        let matcher = try application.matcher()
        var options = MatchOptions()
        options.top = 1_000
        options.contacts = 0
        var inLists = 0
        for view in try application.openLots().lots {
            let list = matcher.sheet(for: view, options: options, language: .french)
            guard var line = list.matches.first(where: { $0.supplier.key == Self.gardeners }) else { continue }
            let opportunity = try #require(sheet.opportunities.first { $0.lot.need.id == view.reference })
            line.rank = opportunity.match.rank
            #expect(opportunity.match == line)
            inLists += 1
        }
        #expect(inLists == sheet.opportunities.count)
        let scores = sheet.opportunities.map(\.match.score)
        #expect(scores == scores.sorted(by: >))
    }

    /// A structure of the catalogue written down as a profile is scored as it is in the catalogue.
    @Test func everySampleAsAProfile() throws {
        let application = try application(on: "2026-11-21")
        let engine = try application.matcher().engine
        let needs = try application.openLots().lots.map { Need(notice: $0.notice, lot: $0.lot) }
        let suppliers = try application.workspace.suppliers().filter { !$0.isClosed }
        for (place, supplier) in suppliers.enumerated() where place.isMultiple(of: 20) {
            let listed = try #require(engine.candidates(key: supplier.key).first { $0.supplier.key == supplier.key })
            let profile = engine.candidate(profile: supplier)
            #expect(!profile.isListed && listed.isListed)
            for need in needs {
                #expect(profile.prospect(for: need) == listed.prospect(for: need), "\(supplier.key) \(need.id)")
            }
        }
    }

    @Test func whatIsAskedForOnly() throws {
        #expect(try sheet { $0.top = 2 }.opportunities.count == 2)
        #expect(try sheet { $0.minScore = 50 }.opportunities.allSatisfy { $0.match.score >= 50 })
        let reserved = try sheet { $0.reservedOnly = true }.opportunities
        #expect(!reserved.isEmpty && reserved.allSatisfy { $0.prospect.reservation != nil })
        let here = try sheet { $0.departements = ["40"] }.opportunities
        #expect(!here.isEmpty)
        #expect(here.allSatisfy { $0.lot.need.places.contains { $0.departements.contains("40") } })
        #expect(try sheet { $0.departements = ["971"] }.opportunities.isEmpty)
    }

    @Test func whatCannotBeAnsweredSaysWhy() throws {
        let sheet = try sheet { $0.missed = 2 }
        #expect(!sheet.missed.isEmpty)
        for reason in MissedLot.Reason.allCases {
            let shown = sheet.missed.filter { $0.reason == reason }
            #expect(shown.count == min(2, sheet.counts.missed[reason] ?? 0))
        }
        #expect(sheet.missed.contains { $0.reason == .notEligible })
        let table = ReportTable.missedLots(sheet, .french)
        #expect(table.rows.allSatisfy { !$0[4].text(.french).isEmpty })
    }

    @Test func aProfileOfAFile() throws {
        let file = try folder.write(
            "profil.toml",
            "nom = Atelier du Fil\ntypes = ACI\ndescription = Tonte, taille de haies\ncommune = 40000 Mont-de-Marsan\ncpv = 9"
        )
        let asker = try OpportunityAsker(file)
        let found = try application(on: "2026-11-21").opportunities(of: asker, options: OpportunityOptions())
        #expect(found.remarks.map(\.rule) == ["profile.cpv"])
        let best = try #require(found.sheet.opportunities.first)
        #expect(best.match.supplier.name == "Atelier du Fil")
        // Nothing is known of its size and perimeter, and that is said.
        #expect(OpportunityWords.missing(best).contains { $0.fr.contains("effectif") })
        #expect(OpportunityWords.missing(best).contains { $0.fr.contains("périmètre") })
    }

    /// What the notice does not say is said of each lot.
    @Test func lotsWithoutValueOrCode() throws {
        let sheet = try sheet(.listed("00001259100012")) { $0.top = .max }
        for opportunity in sheet.opportunities {
            let unused = opportunity.lot.unused.map(\.fr)
            #expect(unused.contains { $0.hasPrefix("valeur") } == (opportunity.lot.need.value == nil))
            #expect(unused.contains { $0.hasPrefix("aucun code") } == opportunity.lot.need.cpv.isEmpty)
        }
        #expect(sheet.opportunities.contains { $0.lot.need.value == nil })
    }

    @Test(arguments: [
        ("00009999400014", "supplier.unknown"), ("00009999900007", "supplier.siret"), ("42", "supplier.unknown"),
        ("absent.toml", "profile.unreadable"),
    ])
    func whoIsNotKnown(_ written: String, _ rule: String) throws {
        let application = try application(on: "2026-11-21")
        let problem = try #require(throws: Problem.self) {
            try application.opportunities(of: try OpportunityAsker(written), options: OpportunityOptions())
        }
        #expect(problem.rule == rule)
    }

    /// Every form holds the same lots.
    @Test func theFormsAgree() throws {
        let sheet = try sheet()
        let lots = sheet.opportunities.map(\.lot.need.id)
        let lines = String(decoding: sheet.jsonLines(.french), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == lots.count)
        #expect(ReportTable.opportunities(sheet, .french).rows.map { $0[2].text(.french) } == lots)
        let page = OpportunityPage(sheet, language: .french).html
        #expect(lots.allSatisfy { page.contains($0) })
        #expect(sheet.json(.english).pretty.contains("\"opportunities\""))
    }
}
