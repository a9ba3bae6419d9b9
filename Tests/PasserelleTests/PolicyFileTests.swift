import Foundation
import Nomenclature
import TestSupport
import Testing
import Wording

@testable import Passerelle

@Suite struct PolicyFileTests {
    private func read(_ text: String) throws -> [LegalDuty] {
        let folder = try TemporaryFolder()
        return try PolicyFile.read(try folder.write("politique.csv", text))
    }

    private func verdicts(_ rules: [LegalDuty], _ lot: LotFacts) -> [LawVerdict] {
        Law.judge(rules, for: lot).map(\.verdict)
    }

    private static let header = "regle;type;intitule;depuis_eur;cpv;nature;cible;du;au\n"

    @Test(
        arguments: [
            // From the value on, whatever the trade.
            ("a;clause sociale;;70000;;;;;", "77310000", 70_000, "2026-05-15", .yes),
            ("a;clause sociale;;70 000 €;;;;;", "77310000", 69_999, "2026-05-15", .no),
            ("a;clause sociale;;70000;;;;;", "77310000", nil, "2026-05-15", .toVerify),
            // One trade.
            ("a;cible;;;773|909;;30 %;;", "90910000", nil, "2026-05-15", .yes),
            ("a;cible;;;77300000;;0,3;;", "77310000", nil, "2026-05-15", .yes),
            ("a;cible;;;773;;30 %;;", "45210000", nil, "2026-05-15", .no),
            ("a;cible;;;773;;30 %;;", "", nil, "2026-05-15", .toVerify),
            // One nature: told by the code.
            ("a;label;;;;travaux;;;", "45210000", nil, "2026-05-15", .yes),
            ("a;label;;;;travaux,services;;;", "30192700", nil, "2026-05-15", .no),
            ("a;label;;;;fournitures;;;", "", nil, "2026-05-15", .toVerify),
            // Dates, the first and the last day included.
            ("a;critère;;;;;;2026-01-01;31/12/2026", "77310000", nil, "2026-01-01", .yes),
            ("a;critère;;;;;;2026-01-01;31/12/2026", "77310000", nil, "2026-12-31", .yes),
            ("a;critère;;;;;;2026-01-01;31/12/2026", "77310000", nil, "2025-12-31", .no),
            ("a;critère;;;;;;2026-01-01;31/12/2026", "77310000", nil, "2027-01-01", .no),
        ] as [(String, String, Int?, String, LawVerdict)])
    func rules(_ line: String, cpv: String, value: Int?, day: String, verdict: LawVerdict) throws {
        let codes = cpv.isEmpty ? [] : [try #require(CPV(cpv))]
        let lot = LotFacts(
            day: try #require(Day(iso: day)), nature: codes.first.map { PurchaseNature($0) }, cpv: codes,
            value: value.map { Amount(euros: $0) })
        #expect(verdicts(try read(Self.header + line + "\n"), lot) == [verdict])
    }

    /// The same rule in two periods is one answer.
    @Test func periods() throws {
        let rules = try read(
            Self.header + "a;clause sociale;;90000;;;;;2025-12-31\na;clause sociale;;70000;;;;2026-01-01;\n")
        for (day, verdict) in [("2025-12-31", LawVerdict.no), ("2026-01-01", .yes)] {
            let lot = LotFacts(day: try #require(Day(iso: day)), value: Amount(euros: 80_000))
            #expect(verdicts(rules, lot) == [verdict])
        }
    }

    @Test func englishColumns() throws {
        let rules = try read("rule,kind,title,from_eur,target\nx,target,Paper,100,30%\n")
        #expect(rules.first?.kind == .target && rules.first?.target == 0.3)
        #expect(rules.first?.fromValue == Amount(euros: 100))
    }

    @Test(arguments: [
        ("regle;type;couleur\na;label;bleu\n", "policy.column", 1), ("regle;intitule\na;b\n", "policy.column", 1),
        ("regle;type\n;label\n", "policy.rule", 2), ("regle;type\na;promesse\n", "policy.type", 2),
        ("regle;type;depuis_eur\na;label;beaucoup\n", "policy.number", 2),
        ("regle;type;cible\na;cible;300 %\n", "policy.number", 2),
        ("regle;type;cible\na;cible;3\n", "policy.number", 2),
        ("regle;type;cpv\na;label;7\n", "policy.cpv", 2), ("regle;type;cpv\na;label;jardin\n", "policy.cpv", 2),
        ("regle;type;nature\na;label;divers\n", "policy.nature", 2),
        ("regle;type;du\na;label;hier\n", "policy.date", 2),
        ("regle;type;du;au\na;label;;\na;cible;2026-01-01;\n", "policy.twice", 3),
    ])
    func whatIsRefused(_ text: String, rule: String, line: Int) {
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.rule == rule)
        #expect(problem?.place.line == line)
    }

    @Test func theTemplateCanBeRead() throws {
        let rules = try PolicyFile.read(Project.path("docs/modele-politique.csv"))
        #expect(rules.count == 4)
        let lot = LotFacts(
            day: try #require(Day(iso: "2026-05-15")), nature: .services,
            cpv: [CPV(number: 77_310_000)].compactMap { $0 },
            value: Amount(euros: 70_000))
        #expect(verdicts(rules, lot) == [.yes, .yes, .no, .no])
    }
}
