import FrenchText
import Wording

/// Reads a table of text with a header: commas, semicolons, tabs or bars; UTF-8 with or without byte-order mark, or
/// Windows-1252. Separator and encoding are told from the content, in constant memory.
public struct CSVReader {
    private let limits: Limits

    public init(limits: Limits = .standard) { self.limits = limits }

    /// One line of the table, its cells found by the name of their column.
    public struct Row {
        /// Line of the file where the row starts, from 1.
        public let line: Int
        public let cells: [String]
        fileprivate let columns: [String: Int]

        /// The trimmed cell under `column`, empty when there is none. Column names are compared without case, accents,
        /// spaces and punctuation.
        public subscript(column: String) -> String {
            guard let index = columns[CSVReader.key(column)], index < cells.count else { return "" }
            return cells[index]
        }

        /// The row as it may be shown in the rejects.
        public var source: String { cells.joined(separator: ";") }
    }

    /// How column names are compared.
    public static func key(_ column: String) -> String {
        Folding.fold(column).filter { $0.isLetter || $0.isNumber }
    }

    /// Reads the header, asks `onHeader` whether to go on with it, then calls `body` for each row that is not blank.
    ///
    /// - Throws: `Problem` for an empty file or a line over the limit; what the closures throw.
    public func read(
        _ source: ByteSource, name: String, onHeader: ([String]) throws -> Void, _ body: (Row) throws -> Void
    ) throws {
        var scanner = CSVScanner(source: source, name: name, limits: limits)
        defer { scanner.deallocate() }
        guard let header = try scanner.header() else {
            throw Problem(
                "csv.empty", at: Place(file: name),
                Phrase("le fichier est vide ; exportez-le de nouveau", "the file is empty; export it again"))
        }
        try onHeader(header)
        var columns: [String: Int] = [:]
        for (index, column) in header.enumerated() where columns[Self.key(column)] == nil {
            columns[Self.key(column)] = index
        }
        while let (line, cells) = try scanner.row() {
            if cells.allSatisfy(\.isEmpty) { continue }
            try body(Row(line: line, cells: cells, columns: columns))
        }
    }
}

private struct CSVScanner {
    var window: ByteWindow
    let name: String
    var line = 1
    var separator = UInt8(ascii: ",")

    init(source: ByteSource, name: String, limits: Limits) {
        window = ByteWindow(source, limit: limits.recordBytes)
        self.name = name
    }

    func deallocate() { window.deallocate() }

    private var buffer: UnsafeMutableRawBufferPointer { window.bytes }
    private var end: Int { window.end }
    private var atEnd: Bool { window.atEnd }
    private var position: Int {
        get { window.position }
        set { window.position = newValue }
    }

    mutating func fill() throws {
        guard try window.fill() == .full else { return }
        throw Problem(
            "csv.limit.recordBytes", at: Place(file: name, line: line),
            Phrase(
                "ligne au-delà de la limite « recordBytes » ; un guillemet n’est sans doute pas fermé",
                "line over the limit “recordBytes”; a quotation mark is probably not closed"))
    }

    /// The column names; the separator is the sign among `; , tab |` that stands most often in the first line.
    mutating func header() throws -> [String]? {
        try fill()
        if end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for index in position..<end {
            let byte = buffer[index]
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if !quoted, byte == 0x0A { break }
            if !quoted, [0x3B, 0x2C, 0x09, 0x7C].contains(byte) { counts[byte, default: 0] += 1 }
        }
        if let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { separator = best.key }
        while let (_, cells) = try row() {
            if !cells.allSatisfy(\.isEmpty) { return cells }
        }
        return nil
    }

    mutating func row() throws -> (line: Int, cells: [String])? {
        while true {
            if let (cells, after, lines) = try scan() {
                let start = line
                line += lines
                position = after
                return (start, cells)
            }
            if atEnd { return nil }
            try fill()
        }
    }

    /// The row at the window's start; `nil` when its end is not in the window.
    private func scan() throws -> (cells: [String], after: Int, lines: Int)? {
        if position == end { return nil }
        var cells: [String] = []
        var lines = 0
        var index = position
        while true {
            let start = index
            if index < end, buffer[index] == UInt8(ascii: "\"") {
                switch quoted(from: index + 1) {
                case .closed(let stop, let after, let breaks, let doubled):
                    cells.append(text(start + 1..<stop, doubled: doubled))
                    index = after
                    lines += breaks
                case .unknown: return nil
                case .open:
                    // A quotation mark that nothing closes is a letter like another: it must not swallow the rows below.
                    index = plainEnd(from: start)
                    cells.append(text(start..<index, doubled: false))
                }
            } else {
                index = plainEnd(from: start)
                cells.append(text(start..<index, doubled: false))
            }
            if index >= end {
                return atEnd ? (cells, end, lines + 1) : nil
            }
            if buffer[index] == 0x0A { return (cells, index + 1, lines + 1) }
            index += 1
        }
    }

    private func plainEnd(from start: Int) -> Int {
        var index = start
        while index < end, buffer[index] != separator, buffer[index] != 0x0A { index += 1 }
        return index
    }

    private enum Quoted {
        /// Where the text stops, where the cell stops, and the line breaks in it.
        case closed(stop: Int, after: Int, breaks: Int, doubled: Bool)
        case open
        /// The window ends before it is known.
        case unknown
    }

    /// Lines that a quoted cell may span; descriptions of real lists stay far below.
    private static let longestCell = 60

    /// A quoted cell ends at a mark that is followed by a separator or the end of the line; other marks inside, doubled
    /// or not, belong to the text.
    private func quoted(from start: Int) -> Quoted {
        var index = start
        var breaks = 0
        var doubled = false
        while index < end {
            let byte = buffer[index]
            if byte == 0x0A {
                breaks += 1
                if breaks > Self.longestCell { return .open }
            } else if byte == UInt8(ascii: "\"") {
                // On a later line, a mark right behind a separator opens a cell: the first one was never closed.
                if breaks > 0, buffer[index - 1] == separator || buffer[index - 1] == 0x0A { return .open }
                guard index + 1 < end else {
                    return atEnd ? .closed(stop: index, after: end, breaks: breaks, doubled: doubled) : .unknown
                }
                let next = buffer[index + 1]
                if next == separator || next == 0x0A || next == 0x0D {
                    return .closed(stop: index, after: plainEnd(from: index + 1), breaks: breaks, doubled: doubled)
                }
                if next == UInt8(ascii: "\"") {
                    doubled = true
                    index += 1
                }
            }
            index += 1
        }
        return atEnd ? .open : .unknown
    }

    /// The bytes as text: UTF-8, else Windows-1252; trimmed.
    private func text(_ range: Range<Int>, doubled: Bool) -> String {
        var start = range.lowerBound
        var stop = range.upperBound
        while start < stop, buffer[start] <= 0x20 { start += 1 }
        while stop > start, buffer[stop - 1] <= 0x20 { stop -= 1 }
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<stop])
        let decoded =
            String(validating: bytes, as: UTF8.self)
            ?? Folding.repairingWindowsLeftovers(
                String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
        return doubled ? decoded.replacing("\"\"", with: "\"") : decoded
    }
}
