import Nomenclature
import Testing

@testable import Tenders

@Suite struct ReadingRulesTests {
    private func contract(_ object: String = "", notified: String = "", cpv: String = "") -> Contract {
        var contract = Contract(id: "1/2", buyer: "3", format: .decp2022)
        contract.object = object
        contract.notificationText = notified
        contract.cpvText = cpv
        return contract
    }

    @Test(arguments: [
        ("77310000-6", "77310000", CPVReading.Repair.none), ("77310000", "77310000", .none),
        ("3000000", "03000000", .leadingZero), ("9130000-9", "09130000", .leadingZero), ("45", "45000000", .padded),
        ("4521", "45210000", .padded), ("45999999", "45000000", .division), ("00000000", "00000000", .unknown),
        (" 77 310 000 ", "77310000", .none),
    ])
    func cpvCodes(_ text: String, code: String, repair: CPVReading.Repair) throws {
        let reading = try #require(CPVReading(text))
        #expect(reading.code.code == code)
        #expect(reading.repair == repair)
    }

    @Test(arguments: ["", "-", "NC", "7", "773100001", "travaux"]) func whatIsNoCPV(_ text: String) {
        #expect(CPVReading(text) == nil)
    }

    @Test(arguments: [
        ("45210000", CPVReading.Kind.works), ("03000000", .supplies), ("48000000", .supplies), ("98000000", .services),
    ])
    func kinds(_ code: String, kind: CPVReading.Kind) throws {
        #expect(try #require(CPVReading(code)).kind == kind)
    }

    @Test func keys() {
        #expect(ReadingRules.standard.key(of: contract(cpv: "77310000-6")) == "31_2")
        #expect(ReadingRules(key: .uidAndCPV).key(of: contract(cpv: "77310000-6")) == "31_2_77310000")
    }

    @Test(arguments: [
        ("999999999", true), ("123456789.01", true), ("1234567890", true), ("111111111", true), ("100000000", false),
        ("99999999", false), ("156000000", false), ("2000000000", false),
    ])
    func placeholders(_ amount: String, expected: Bool) throws {
        #expect(ReadingRules.standard.isPlaceholder(try #require(Amount(amount))) == expected)
    }

    @Test(arguments: [
        ("TEST", true), ("Test !", true), ("essai", true), ("NE PAS TOUCHER - dev", true),
        ("Mairie de Testville", true),
        ("Tests de sol et essais de laboratoire", false), ("Contrôle et test des poteaux incendie", false), ("", false),
    ])
    func testRecords(_ object: String, expected: Bool) {
        #expect(ReadingRules.standard.isTest(contract(object)) == expected)
    }

    @Test func datesAndDurations() throws {
        let today = try #require(Day(iso: "2025-06-01"))
        var rules = ReadingRules.standard
        #expect(rules.notificationDay(of: contract(notified: "2025-06-02+02:00"), today: today) != nil)
        rules.allowsFuture = false
        #expect(rules.notificationDay(of: contract(notified: "2025-06-02"), today: today) == nil)
        #expect(rules.notificationDay(of: contract(notified: "2025-06-01"), today: today) == today)
        #expect(rules.notificationDay(of: contract(notified: "0222-06-01"), today: today) == nil)
        #expect([-4, 0, 1, 180, 181].map { rules.isUsable(months: $0) } == [false, false, true, true, false])
    }

    @Test func everyParameterIsSaid() {
        let words = ReadingRules.standard.words
        #expect(words.map(\.number) == [8, 13, 17, 24, 25])
        #expect(words.allSatisfy { !$0.text.fr.isEmpty && !$0.text.en.isEmpty && $0.text.fr != $0.text.en })
    }
}
