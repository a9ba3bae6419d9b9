import Wording

/// The texts that the cells of an XLSX workbook refer to by number (`xl/sharedStrings.xml`).
struct SharedTexts {
    private var ends: [Int] = []

    private enum Field: UInt16 { case item, text }

    /// The runs of a rich text are joined; how a word is pronounced (`rPh`) is no part of it.
    private static let paths = XMLPathTable<Field>([
        .record("/sst/si", .item), .value("/sst/si/t", .text), .value("/sst/si/r/t", .text),
    ])

    /// - Parameter bytes: where the texts are put, one behind the other.
    /// - Throws: `Problem` when the texts are damaged or over the limit.
    init(_ package: OfficePackage, part: String?, limits: Limits, into bytes: inout [UInt8]) throws {
        guard let part else { return }
        var ends: [Int] = []
        try package.read(part, Self.paths) { record in
            record.forEach { event in
                switch (event.field, event.kind) {
                case (.text, .value): EscapedText.append(event.raw, to: &bytes)
                case (.item, .end): ends.append(bytes.count)
                default: break
                }
            }
            guard bytes.count + ends.count * MemoryLayout<Int>.size <= limits.sharedTextBytes else {
                throw TableProblem.tooMuch("sharedTextBytes", file: package.file)
            }
        }
        self.ends = ends
    }

    /// Where the text of this number stands.
    subscript(number: Int) -> Range<Int>? {
        guard ends.indices.contains(number) else { return nil }
        return (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }
}

/// Characters that XML does not have, as SpreadsheetML writes them: `_x000D_` for a carriage return (ST_Xstring, part 1,
/// 22.9.2.19).
enum EscapedText {
    static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        guard text.holds(UInt8(ascii: "_")) else { return bytes.append(contentsOf: text) }
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "_"), let value = value(text, at: index) else {
                bytes.append(text[index])
                index += 1
                continue
            }
            // Control characters are blanks, as in every text that is read; half a pair stands for nothing.
            if value < 0x20 {
                bytes.append(value == 0x0A || value == 0x09 ? UInt8(value) : 0x20)
            } else if let scalar = Unicode.Scalar(value) {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            index += 7
        }
    }

    private static func value(_ text: UnsafeRawBufferPointer, at index: Int) -> UInt32? {
        guard index + 7 <= text.count, text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_") else {
            return nil
        }
        var value: UInt32 = 0
        for byte in text[index + 2..<index + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
