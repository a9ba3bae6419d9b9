import Testing

@testable import Nomenclature

@Suite struct CPVCheckDigitTests {
    /// Check digits of the regulation.
    @Test(arguments: [
        ("03000000", 1), ("45000000", 7), ("77310000", 6), ("90910000", 9), ("45233140", 2), ("90511000", 2),
        ("79713000", 5), ("55524000", 9), ("72000000", 5),
    ])
    func checkDigits(_ text: String, digit: Int) throws {
        let code = try #require(CPV(text))
        #expect(code.checkDigit == digit)
        #expect(CPV.wrongCheckDigit(in: "\(text)-\(digit)") == nil)
        #expect(CPV.wrongCheckDigit(in: "\(text)-\((digit + 1) % 10)") == String((digit + 1) % 10))
        #expect(CPV.wrongCheckDigit(in: text) == nil)
    }
}
