import Foundation
import TestSupport
import Testing
import Wording

@testable import Nomenclature

@Suite struct IdentifierTests {
    @Test(
        arguments: [
            ("73282932000074", nil), ("732 829 320 00074", nil), ("35600000000048", nil), ("35600000009075", nil),
            ("73282932000075", IdentifierFault.key), ("7328293200007", .length(13)), ("", .empty),
            ("A3282932000074", .notDigits),
        ] as [(String, IdentifierFault?)])
    func siret(_ text: String, fault: IdentifierFault?) {
        do throws(IdentifierFault) {
            _ = try Siret(text)
            #expect(fault == nil)
        } catch {
            #expect(error == fault)
            #expect(error.phrase("SIRET", raw: text).fr.contains("SIRET"))
        }
    }

    @Test(.enabled(if: Corpus.isPresent)) func theNumbersOfLaPosteAreAllValid() throws {
        let text = try String(contentsOfFile: Corpus.path("suppliers/siret-checks/laposte-sirets.txt"), encoding: .utf8)
        let numbers = text.split(separator: "\n").map { $0.filter(\.isNumber) }.filter { $0.count == 14 }
        #expect(numbers.count == 3_277)
        #expect(numbers.filter { (try? Siret($0)) == nil } == [])
    }

    @Test func theSirenIsTheBeginning() throws {
        #expect(try Siret("73282932000074").siren == Siren("732829320"))
    }
}

@Suite struct AmountTests {
    @Test(arguments: [
        ("0", "0.00"), ("1234.5", "1234.50"), ("1 234,505", "1234.51"), ("1.0E7", "10000000.00"), ("-12.345", "-12.35"),
        ("43188.0", "43188.00"), ("1e-3", "0.00"), ("\u{A0}12", "12.00"),
    ])
    func reading(_ text: String, decimal: String) {
        #expect(Amount(text)?.decimal == decimal)
    }

    @Test(arguments: ["", "abc", "1.2.3", "12 €", "--1"]) func whatIsNoAmount(_ text: String) {
        #expect(Amount(text) == nil)
    }

    @Test func absurdAmountsAreHeldAtTheBound() {
        #expect(Amount("1e17").map { $0 > Amount(euros: 3_000_000_000) } == true)
        #expect(Amount("99999999999999999999999999999999999999999")?.units == Amount.bound)
        #expect((Amount(units: Amount.bound) + Amount(units: Amount.bound)).units == Amount.bound)
    }

    @Test func sumsAreExact() {
        let sum = (0..<1_000).reduce(Amount.zero) { total, _ in total + (Amount("0.1") ?? .zero) }
        #expect(sum == Amount(euros: 100))
        #expect(Amount("1234.5")?.text(.french) == "1\u{202F}234,50\u{202F}€")
    }
}

@Suite struct DayTests {
    @Test(
        arguments: [
            ("2024-02-29", "2024-02-29"), ("2023-02-29", nil), ("2024-03-04+01:00", "2024-03-04"), ("2024-13-01", nil),
            ("0222-01-01", "0222-01-01"), ("not a day", nil), ("2024/03/04", nil), ("1900-02-29", nil),
            ("2000-02-29", "2000-02-29"),
        ] as [(String, String?)])
    func reading(_ text: String, iso: String?) {
        #expect(Day(iso: text)?.iso == iso)
    }

    @Test(arguments: [
        ("2025-03-01", "2025-02-28"), ("2024-03-01", "2024-02-29"), ("2025-01-01", "2024-12-31"),
        ("2025-05-15", "2025-05-14"),
        ("0001-01-01", "0001-01-01"),
    ])
    func theDayBefore(_ day: String, _ before: String) throws {
        #expect(try #require(Day(iso: day)).before.iso == before)
    }
}
