import Wording

/// A document as the lines of text that it has.
public enum TextLines {
    /// Calls `body` with each line and its number, from 1 on, without its end (LF, CR LF). UTF-8, else Windows-1252,
    /// told line by line; UTF-16 where a byte-order mark says so.
    ///
    /// - Throws: `Problem` when the bytes cannot be had or a line is longer than ``Limits/recordBytes``.
    public static func forEach(
        _ input: Input, limits: Limits = .standard, _ body: (_ number: Int, _ line: String) throws -> Void
    ) throws {
        var number = 0
        var line: [UInt8] = []
        func end() throws {
            number += 1
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
            try body(number, line.withUnsafeBytes { WindowsText.decode($0) })
            line.removeAll(keepingCapacity: true)
        }
        try TranscodingSource(try input.open()).forEachBlock { block in
            for part in block.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
                if part.offset > 0 { try end() }
                guard line.count + part.element.count <= limits.recordBytes else {
                    throw Problem(
                        "text.line", at: Place(file: input.name, line: number + 1),
                        Phrase("ligne trop longue (limite recordBytes)", "line too long (limit recordBytes)"))
                }
                line.append(contentsOf: part.element)
            }
        }
        if !line.isEmpty { try end() }
    }
}
