import Testing

@testable import Bytes

@Suite struct ByteTextTests {
    private func text<Result>(_ bytes: [UInt8], _ body: (ByteText) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes { try body(ByteText($0)) }
    }

    private func text<Result>(_ string: String, _ body: (ByteText) throws -> Result) rethrows -> Result {
        try text(Array(string.utf8), body)
    }

    @Test(arguments: [
        ("", ""), ("  a b\r\n", "a b"), ("\u{A0}a\u{202F}", "a"), ("\u{2003}é\u{A0}\u{A0}", "é"), ("\u{A0}", ""),
        ("à", "à"),
    ])
    func whiteSpaceAroundIsDropped(_ raw: String, expected: String) {
        #expect(text(raw) { $0.string } == expected)
    }

    @Test func whatIsNoUTF8IsWindows1252() {
        #expect(text([0xE9, 0x6C, 0x61, 0x92]) { $0.string } == "éla’")
    }

    @Test(
        arguments: [
            ("0", 0), ("12", 120_000), ("12.5", 125_000), ("-3", -30_000), ("0.0001", 1),
            ("9999999999999", 99_999_999_999_990_000),
            ("12.", nil), ("1,5", nil), ("1 000", nil), ("1e3", nil), ("0.00001", nil), ("", nil), ("-", nil),
            ("1.2.3", nil),
            ("123456789012345678", nil),
        ] as [(String, Int64?)])
    func plainDecimals(_ raw: String, expected: Int64?) {
        #expect(text(raw) { $0.plainDecimal(decimals: 4) } == expected)
    }

    @Test(arguments: 0..<40) func bytesAreFoundAtAnyPlace(_ place: Int) {
        var bytes = [UInt8](repeating: 0x61, count: 40)
        #expect(!text(bytes) { $0.contains(0x26) })
        bytes[place] = 0x26
        #expect(text(bytes) { $0.contains(0x26) })
        #expect(bytes.withUnsafeBytes { $0.count(of: 0x26) } == 1)
        #expect(bytes.withUnsafeBytes { $0.count(of: 0x61) } == 39)
    }

    @Test func aMemoMakesAValueOnce() {
        var made: [String] = []
        var memo = ByteMemo<Int>(limit: 100) {
            made.append($0)
            return $0.utf8.count
        }
        for _ in 0..<2 {
            for length in 0..<60 { #expect(text(String(repeating: "x", count: length)) { memo($0) } == length) }
        }
        #expect(made.count == 60)
        // Beyond its limit it makes them each time, and they are still right.
        for number in 0..<500 { #expect(text("n\(number)") { memo($0) } == "n\(number)".utf8.count) }
    }

    @Test(arguments: [1, 2, 3, 7, 4_096]) func utf16IsRecodedWhateverIsAskedFor(_ size: Int) throws {
        let original = String(repeating: "aé’😀\n", count: 300)
        for (mark, order) in [([0xFF, 0xFE], true), ([0xFE, 0xFF], false)] as [([UInt8], Bool)] {
            let bytes =
                mark
                + original.utf16.flatMap { unit in
                    let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                    return order ? pair : pair.reversed()
                }
            let source = TranscodingSource(MemorySource(bytes))
            var read: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: size)
            while true {
                let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
                if count == 0 { break }
                read += buffer.prefix(count)
            }
            #expect(String(decoding: read, as: UTF8.self) == original)
        }
    }
}
