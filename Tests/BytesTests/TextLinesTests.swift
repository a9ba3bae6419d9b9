import Testing
import Wording

@testable import Bytes

@Suite struct TextLinesTests {
    private func lines(_ bytes: [UInt8], limits: Limits = .standard) throws -> [String] {
        var lines: [String] = []
        try TextLines.forEach(Input(name: "t", bytes: bytes), limits: limits) { number, line in
            lines.append(line)
            #expect(number == lines.count)
        }
        return lines
    }

    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb", ["a", "b"]), ("\n\na\n", ["", "", "a"]),
        ("\u{FEFF}é\nœ", ["é", "œ"]), ("a\u{FFFD}b", ["a\u{FFFD}b"]),
    ])
    func cutsLines(_ text: String, _ expected: [String]) throws {
        #expect(try lines(Array(text.utf8)) == expected)
    }

    /// The encoding is told line by line.
    @Test func windowsLines() throws {
        #expect(try lines([0xE9, 0x0A, 0xC3, 0xA9]) == ["é", "é"])
    }

    @Test func utf16() throws {
        #expect(try lines([0xFF, 0xFE, 0xE9, 0x00, 0x0A, 0x00, 0x61, 0x00]) == ["é", "a"])
    }

    /// Lines that are longer than a block are put together again.
    @Test func longLines() throws {
        let long = String(repeating: "é", count: 400_000)
        #expect(try lines(Array("\(long)\n\(long)".utf8)) == [long, long])
        var limits = Limits.standard
        limits.recordBytes = 1_000
        #expect(throws: Problem.self) { try lines(Array(long.utf8), limits: limits) }
    }
}
