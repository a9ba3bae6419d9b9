import Catalog
import Foundation
import Matching
import Nomenclature
import TestSupport
import Testing
import Wording

/// The hand-written questions of `Fixtures/law-cases.tsv`, each with the answer that the texts give.
@Suite struct LawCasesTests {
    /// One question: its cells by the name of their column.
    struct Case: CustomTestStringConvertible {
        let cells: [String: String]

        subscript(_ column: String) -> String { cells[column] ?? "" }

        var testDescription: String { "\(self["id"]) \(self["question"]) \(self["article"]) \(self["date"])" }

        func list(_ column: String, _ separator: Character = ",") -> [String] {
            self[column].split(separator: separator).map(String.init)
        }

        /// `mission=yes covered=yes`, by name; a word alone is « yes ».
        var facts: [String: String] {
            Dictionary(
                list("facts", " ").map { fact in
                    let parts = fact.split(separator: "=", maxSplits: 1).map(String.init)
                    return (parts[0], parts.count > 1 ? parts[1] : "yes")
                }, uniquingKeysWith: { first, _ in first })
        }

        var day: Day { get throws { try #require(Day(iso: self["date"])) } }
        var cpv: [CPV] { get throws { try list("cpv").map { try #require(CPV($0)) } } }
        var value: Amount? { self["value"].isEmpty ? nil : Amount(self["value"]) }
        var months: Double? { Double(self["months"]) }
        var buyer: BuyerCategory? { BuyerCategory(rawValue: self["buyer"]) }
    }

    static let cases: [Case] = {
        guard
            let text = try? String(
                contentsOfFile: Project.path("Tests/MatchingTests/Fixtures/law-cases.tsv"), encoding: .utf8)
        else { return [] }
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        guard let header = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) else { return [] }
        return lines.dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Case(cells: Dictionary(uniqueKeysWithValues: zip(header.map(String.init), cells)))
        }
    }()

    @Test func thereAreEnough() {
        #expect(Self.cases.count >= 300)
        #expect(Set(Self.cases.map { $0["id"] }).count == Self.cases.count)
    }

    @Test(arguments: cases) func everyCaseHolds(_ one: Case) throws {
        let (verdict, words) = try answer(one)
        #expect(verdict == one["verdict"], "\(words)")
        if !one["says"].isEmpty { #expect(Self.plain(words).contains(one["says"])) }
    }

    /// No-break spaces as spaces.
    private static func plain(_ text: String) -> String {
        text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    private func answer(_ one: Case) throws -> (verdict: String, words: String) {
        let lot = try lot(one)
        switch one["question"] {
        case "supplier", "group": return try eligibility(one)
        case "ground":
            let found = Law.ground(one["article"], for: lot)
            return (found.verdict.rawValue, words(found.reasons + found.missing))
        case "duty":
            let found = try duty(one, lot)
            return (found.verdict.rawValue, words(found.reasons + found.missing))
        case "exceptions":
            return (try duty(one, lot).exceptions.map { String($0.number) }.joined(separator: " "), "")
        case "threshold":
            let found = Law.compare(try #require(LegalThreshold.Kind(rawValue: one["article"])), lot)
            return (found.verdict.rawValue, words(found.missing))
        case "scheme":
            let found = Law.scheme(on: try one.day, buyer: one.buyer, expenditure: one.value)
            return (found.verdict.rawValue, words(found.missing))
        case "article": return (Law.article(one["article"], on: try one.day) == nil ? "no" : "yes", "")
        default:
            Issue.record("question \(one["question"])")
            return ("", "")
        }
    }

    private func words(_ phrases: [Phrase]) -> String { phrases.map(\.fr).joined(separator: " | ") }

    private func duty(_ one: Case, _ lot: LotFacts) throws -> DutyFinding {
        try #require(Law.duties(lot).first { $0.duty.id == one["article"] })
    }

    private func lot(_ one: Case) throws -> LotFacts {
        LotFacts(
            day: try one.day, buyer: one.buyer, nature: PurchaseNature(rawValue: one["nature"]), cpv: try one.cpv,
            value: one.value, months: one.months, renewals: one.facts["renewals"].flatMap { Int($0) },
            isConcession: one.facts["concession"] != nil,
            isDefence: one.facts["defence"] != nil)
    }

    // MARK: Suppliers

    private func eligibility(_ one: Case) throws -> (verdict: String, words: String) {
        let day = try one.day
        var need = Need(text: "Lot", cpv: try one.cpv, place: "", value: one.value, day: day)
        need.months = one.months
        let reservation = Reservation(articles: [one["article"]], origin: .text, isCertain: true, quote: "lot réservé")
        let judge = EligibilityJudge()
        let facts = try facts(one)
        let answer: Eligibility
        if one["question"] == "group" {
            let members = try one.list("kinds", "+").enumerated().map {
                try supplier(String($0.offset), $0.element == "-" ? [] : [$0.element], one, day)
            }
            answer = judge.judge(group: members, for: need, reservation: reservation, facts: facts)
        } else {
            let supplier = try supplier("1", one.list("kinds"), one, day)
            answer = judge.judge(supplier, for: need, reservation: reservation, facts: facts)
        }
        return (answer.verdict.rawValue, words(answer.reasons + answer.missing))
    }

    private func supplier(_ key: String, _ kinds: [String], _ one: Case, _ day: Day) throws -> Supplier {
        var supplier = Supplier(key: key)
        supplier.name = "STRUCTURE " + key
        let evidence = Evidence(
            source: "asp-siae", place: Place(file: "liste.csv"), seen: Day(iso: one["seen"]) ?? day,
            validTo: Day(iso: one["valid_to"]))
        supplier.kinds = try kinds.map { HeldKind(try #require(StructureKind(rawValue: $0)), evidence: [evidence]) }
        supplier.insertionShare = Double(one["share"])
        supplier.legalCategory = one["legal"].isEmpty ? nil : one["legal"]
        supplier.ess.belongs = one["ess"].isEmpty ? nil : one["ess"] == "yes"
        return supplier
    }

    private func facts(_ one: Case) throws -> EligibilityFacts {
        let given = one.facts
        var facts = EligibilityFacts(
            share: given["share"].flatMap(Double.init), hasMission: given["mission"].map { $0 == "yes" })
        var contracts: [PastAward] = []
        if let award = given["award"]?.split(separator: ":").map(String.init) {
            contracts = [
                PastAward(
                    day: try #require(Day(iso: award[0])), object: "Accompagnement", cpv: CPV(award[1]),
                    isReserved: award[2] == "reserved")
            ]
        }
        if given["covered"] != nil || !contracts.isEmpty {
            facts.awards = KnownAwards(contracts: contracts, coversBuyer: given["covered"] != nil)
        }
        return facts
    }
}
