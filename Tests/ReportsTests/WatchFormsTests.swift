import Catalog
import Foundation
import Nomenclature
import TestSupport
import Testing
import Wording

@testable import Matching
@testable import Reports

/// The feed and the calendar of a watch.
@Suite struct WatchFormsTests {
    private static func opportunity(_ lot: String, deadline: String?, daysLeft: Int?) throws -> Opportunity {
        let need = Need(
            id: "avis-1/" + lot, title: "Tonte & taille", cpv: [],
            places: [
                NeedPlace(label: "40000 Mont-de-Marsan", departements: ["40"])
            ], value: Amount(euros: 60_000), months: 12, day: try Samples.day("2026-11-01"))
        let match = Match(
            rank: 1, supplier: try Samples.supplier(), score: 78.4,
            criteria: [
                CriterionScore(
                    criterion: .text, value: 0.8, weight: 0.5,
                    sentence: Phrase("1 mot du lot\u{A0}: «\u{A0}Tonte\u{A0}»", "1 word of the lot: “Tonte”"))
            ],
            eligibility: Eligibility(verdict: .eligible, reasons: [Phrase("lot non réservé", "lot not reserved")]),
            distance: 3)
        let partner = Match(
            rank: 0, supplier: try Samples.supplier(name: "Taille, haies; & fils"), score: 40, criteria: [],
            eligibility: Eligibility(verdict: .eligible), distance: 12)
        return Opportunity(
            lot: OpportunityLot(
                need: need, title: "Entretien des écoles – Tonte & taille <haies>; lot réservé, à Mont-de-Marsan",
                buyer: "Ville d’Essai", deadline: deadline, daysLeft: daysLeft,
                documents: "https://achats.example/?a=1&b=2",
                unused: deadline == nil ? [Phrase("date limite non indiquée", "no deadline given")] : []),
            match: match,
            prospect: Prospect(
                outcome: .fits, match: match, reservation: nil,
                load: .init(yearly: 60_000, size: .init(turnover: 45_000, isEstimated: true)), lacks: [.capacity],
                gaps: [.init(kind: .perimeter, points: 2)]),
            group: SupplierGroup(
                partners: [.init(match: partner, brings: [.capacity])], verdict: .eligible, load: 0.4))
    }

    private static func report() throws -> WatchReport {
        WatchReport(
            watch: "tonte, taille", supplier: "Les Jardins <du> Marsan", day: try Samples.day("2026-11-21"), since: nil,
            items: [
                WatchItem(
                    kind: .new,
                    opportunity: try opportunity("LOT-0001", deadline: "2026-12-04T12:00:00+01:00", daysLeft: 13),
                    identifier: "00000000-0000-8000-8000-000000000001", sequence: 0),
                WatchItem(
                    kind: .changed(from: "2026-12-01T12:00:00+01:00"),
                    opportunity: try opportunity("LOT-0002", deadline: "2027-01-15", daysLeft: 55),
                    identifier: "00000000-0000-8000-8000-000000000002", sequence: 1),
                WatchItem(
                    kind: .new, opportunity: try opportunity("LOT-0003", deadline: nil, daysLeft: nil),
                    identifier: "00000000-0000-8000-8000-000000000003", sequence: 0),
            ], open: 12)
    }

    /// Compares with a file of `Tests/Golden`; `PASSERELLE_GOLDEN=1` writes it anew.
    private func expect(_ text: String, is golden: String) throws {
        let path = Project.path("Tests/Golden/" + golden)
        if ProcessInfo.processInfo.environment["PASSERELLE_GOLDEN"] != nil {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let data = try #require(FileManager.default.contents(atPath: path))
        #expect(Array(data) == Array(text.utf8))
    }

    @Test(arguments: Language.allCases)
    func theFeed(_ language: Language) throws {
        let feed = WatchFeed(
            [try Self.report()], day: try Samples.day("2026-11-21"),
            identifier: "00000000-0000-8000-8000-000000000000", language: language)
        try expect(feed.xml, is: "watch-\(language.rawValue).atom")
        for wanted in ["<id>", "<updated>", "<title>"] {
            #expect(feed.xml.components(separatedBy: wanted).count == 5, "one of the feed, one an entry")
        }
    }

    @Test(arguments: Language.allCases)
    func theCalendar(_ language: Language) throws {
        let calendar = WatchCalendar([try Self.report()], day: try Samples.day("2026-11-21"), language: language)
        try expect(calendar.text, is: "watch-\(language.rawValue).ics")
        let lines = calendar.text.components(separatedBy: "\r\n")
        #expect(lines.last == "" && lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 3 && lines.filter { $0.hasPrefix("UID:") }.count == 3)
    }

    /// Nothing to tell is a feed and a calendar all the same.
    @Test func nothingToTell() throws {
        let day = try Samples.day("2026-11-21")
        #expect(WatchFeed([], day: day, identifier: "x", language: .french).xml.hasSuffix("</generator>\n</feed>\n"))
        #expect(WatchCalendar([], day: day, language: .french).text.hasSuffix("METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"))
    }

    @Test(arguments: [
        ("a,b;c\\d\ne", "a\\,b\\;c\\\\d\\ne"), ("a\r\nb\tc", "a \\nb c"), ("é\u{7F}\u{0}", "é  "), ("", ""),
    ])
    func calendarText(_ text: String, _ escaped: String) { #expect(WatchCalendar.escaped(text) == escaped) }

    @Test(arguments: [0, 1, 74, 75, 76, 149, 150, 400])
    func folding(_ count: Int) {
        for letter in ["a", "é", "€", "🌳", "e\u{301}"] {
            let line = String(repeating: letter, count: count)
            let folded = WatchCalendar.folded(line)
            let lines = folded.components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
            #expect(
                lines.enumerated().map { $0.offset == 0 ? $0.element : String($0.element.dropFirst()) }.joined() == line
            )
        }
    }
}
