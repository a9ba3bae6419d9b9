import Wording

/// Cuts a source into rows and cells.
struct CSVScanner {
    private var window: ByteWindow
    private let name: String
    private var line = 1
    private(set) var separator = UInt8(ascii: ",")
    /// LF, or CR where a file knows no LF.
    private var newline: UInt8 = 0x0A
    private var cells: UnsafeMutablePointer<CSVCell>
    private var cellCount = 0
    private var cellCapacity = 64
    /// Columns of the header; 0 while it is being read.
    private var columnCount = 0

    init(source: ByteSource, name: String, limits: Limits) {
        window = ByteWindow(source, limit: limits.recordBytes)
        self.name = name
        cells = .allocate(capacity: cellCapacity)
    }

    func deallocate() {
        window.deallocate()
        cells.deallocate()
    }

    private mutating func fill() throws {
        guard try window.fill() == .full else { return }
        throw Problem(
            "csv.limit.recordBytes", at: Place(file: name, line: line),
            Phrase(
                "ligne au-delà de la limite « recordBytes » ; un guillemet n’est sans doute pas fermé",
                "line over the limit “recordBytes”; a quotation mark is probably not closed"))
    }

    /// The signs that may stand between two cells.
    static let separators: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]

    /// The first filled row: the column names.
    ///
    /// - Parameter given: the sign between two cells; without it, the one of `; , tab |` that stands most often in the
    ///   first line.
    mutating func header(separator given: UInt8? = nil) throws -> (line: Int, cells: [String])? {
        try fill()
        let bytes = window.bytes
        if window.end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { window.position = 3 }
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for index in window.position..<window.end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if quoted { continue }
            if byte == 0x0A { break }
            if byte == 0x0D {
                if index + 1 < window.end, bytes[index + 1] != 0x0A { newline = 0x0D }
                break
            }
            if Self.separators.contains(byte) { counts[byte, default: 0] += 1 }
        }
        if let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { separator = best.key }
        if let given { separator = given }
        while let row = try row() {
            if !row.isBlank {
                columnCount = row.count
                return (row.line, row.strings)
            }
        }
        return nil
    }

    mutating func row() throws -> CSVCells? {
        while true {
            if let (after, lines) = scan() {
                let start = line
                line += lines
                window.position = after
                for index in 0..<cellCount where cells[index].doubled { undouble(index) }
                return CSVCells(
                    line: start, bytes: UnsafeRawBufferPointer(window.bytes),
                    cells: UnsafeBufferPointer(start: cells, count: cellCount))
            }
            if window.atEnd { return nil }
            try fill()
        }
    }

    /// Writes the cell over itself with its doubled marks made single; the row is not read again.
    private func undouble(_ index: Int) {
        let bytes = window.bytes
        var read = cells[index].start
        var written = read
        while read < cells[index].end {
            bytes[written] = bytes[read]
            if bytes[read] == UInt8(ascii: "\""), read + 1 < cells[index].end, bytes[read + 1] == UInt8(ascii: "\"") {
                read += 1
            }
            read += 1
            written += 1
        }
        cells[index].end = written
    }

    private mutating func append(_ cell: CSVCell) {
        if cellCount == cellCapacity {
            let larger = UnsafeMutablePointer<CSVCell>.allocate(capacity: cellCapacity * 2)
            larger.moveInitialize(from: cells, count: cellCount)
            cells.deallocate()
            cells = larger
            cellCapacity *= 2
        }
        (cells + cellCount).initialize(to: cell)
        cellCount += 1
    }

    /// The row at the window's start; `nil` when its end is not in the window.
    private mutating func scan() -> (after: Int, lines: Int)? {
        let bytes = UnsafeRawBufferPointer(rebasing: window.bytes[..<window.end])
        let end = bytes.count
        if window.position == end { return nil }
        cellCount = 0
        var lines = 0
        var index = window.position
        while true {
            let start = index
            if index < end, bytes[index] == UInt8(ascii: "\"") {
                switch quoted(bytes, from: index + 1) {
                case .closed(let stop, let after, let breaks, let doubled):
                    append(CSVCell(start: start + 1, end: stop, doubled: doubled))
                    index = after
                    lines += breaks
                case .unknown: return nil
                case .open:
                    // A quotation mark that nothing closes is a letter like another: it must not swallow the rows below.
                    index = plainEnd(bytes, from: start)
                    append(CSVCell(start: start, end: index, doubled: false))
                }
            } else {
                index = plainEnd(bytes, from: start)
                append(CSVCell(start: start, end: index, doubled: false))
            }
            if index >= end {
                return window.atEnd ? (end, lines + 1) : nil
            }
            if bytes[index] == newline { return (index + 1, lines + 1) }
            index += 1
        }
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The next separator or end of line, eight bytes at a time.
    @inline(__always)
    private func plainEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        let separators = Self.ones &* UInt64(separator)
        let newlines = Self.ones &* UInt64(newline)
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let one = word ^ separators
            let other = word ^ newlines
            // The lowest bit set is exact: a byte of zero borrows from those above it only.
            let found = ((one &- Self.ones) & ~one | (other &- Self.ones) & ~other) & Self.highs
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < bytes.count, bytes[index] != separator, bytes[index] != newline { index += 1 }
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

    /// Whether a text of several lines is made of rows: then the mark that opened it was never closed. Every line between
    /// the first and the last must have as many cells as the header, which descriptions with lists in them have not; where
    /// there is none between, the last must begin as rows do, with a long number.
    private func holdsRows(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, breaks: Int) -> Bool {
        guard columnCount >= (separator == UInt8(ascii: ",") ? 5 : 3) else { return false }
        var separators = cellCount
        var start = range.lowerBound
        for index in range {
            if bytes[index] == separator {
                separators += 1
            } else if bytes[index] == newline {
                guard separators == columnCount - 1 else { return false }
                separators = 0
                start = index + 1
            }
        }
        if breaks > 1 { return true }
        let number = bytes[start..<range.upperBound].prefix { $0 >= 0x30 && $0 <= 0x39 }
        return number.count >= 9 && number.endIndex < range.upperBound && bytes[number.endIndex] == separator
    }

    /// A quoted cell ends at a mark that is followed by a separator or the end of the line; other marks inside, doubled
    /// or not, belong to the text.
    private func quoted(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Quoted {
        var index = start
        let end = bytes.count
        var breaks = 0
        var doubled = false
        while index < end {
            let byte = bytes[index]
            if byte == newline {
                breaks += 1
                if breaks > Self.longestCell { return .open }
            } else if byte == UInt8(ascii: "\"") {
                // On a later line, a mark right behind a separator may open a cell: then the first one was never closed.
                let mayOpen = breaks > 0 && (bytes[index - 1] == separator || bytes[index - 1] == newline)
                guard index + 1 < end else {
                    return window.atEnd
                        ? .closed(stop: index, after: end, breaks: breaks, doubled: doubled) : .unknown
                }
                let next = bytes[index + 1]
                if next == separator || next == 0x0A || next == 0x0D {
                    if breaks > 0, holdsRows(bytes, start..<index, breaks: breaks) { return .open }
                    return .closed(
                        stop: index, after: plainEnd(bytes, from: index + 1), breaks: breaks, doubled: doubled)
                }
                if next == UInt8(ascii: "\"") {
                    // « "" » alone between separators is an empty cell, otherwise a mark of the text.
                    if mayOpen {
                        guard index + 2 < end || window.atEnd else { return .unknown }
                        if index + 2 >= end { return .open }
                        if [separator, 0x0A, 0x0D].contains(bytes[index + 2]) { return .open }
                    }
                    doubled = true
                    index += 1
                } else if mayOpen {
                    return .open
                }
            }
            index += 1
        }
        return window.atEnd ? .open : .unknown
    }
}
