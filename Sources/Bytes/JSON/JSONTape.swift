/// A JSON value laid flat: one entry a value, containers knowing where they end. Reused from record to record.
final class JSONTape {
    enum Kind: UInt8 { case null, yes, no, number, string, escapedString, array, object, key, escapedKey }

    struct Entry {
        var kind: Kind
        /// Bytes of the source for leaves and keys, without the quotes; where a container starts.
        var offset: UInt32
        var length: UInt32
        /// Index of the entry after this value; while a container is open, that of the container around it.
        var next: Int32
    }

    /// Why a text is no JSON value.
    enum Fault: Error {
        /// The bytes end inside the value: with more of them it may be one.
        case incomplete
        case invalid(Int)
        case tooDeep
    }

    private(set) var entries: UnsafeMutablePointer<Entry>
    private(set) var count = 0
    private(set) var capacity = 1 << 10
    private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// How far the last parse came.
    private(set) var reached = 0
    private let scratch = JSONScratch()

    init() { entries = .allocate(capacity: capacity) }

    deinit { entries.deallocate() }

    /// Lays down the value that starts at `start` and returns the position after it.
    ///
    /// `NaN` and `Infinity`, which real award files contain, are read as null.
    func parse(_ bytes: UnsafeRawBufferPointer, from start: Int, depth: Int) throws(Fault) -> Int {
        var parser = JSONParser(bytes: bytes, position: start, depth: depth, entries: entries, capacity: capacity)
        defer {
            entries = parser.entries
            capacity = parser.capacity
            count = parser.count
            reached = parser.position
        }
        self.bytes = bytes
        try parser.parse()
        return parser.position
    }

    /// The bytes of a leaf or a key, escapes resolved; valid until the next call.
    func text(_ entry: Entry) -> UnsafeRawBufferPointer {
        let start = Int(entry.offset)
        let raw = UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(entry.length)])
        return entry.kind == .escapedString || entry.kind == .escapedKey ? scratch.unescape(raw) : raw
    }
}

/// Where escapes are resolved, the same memory over and over.
private final class JSONScratch {
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 16)

    deinit { buffer.deallocate() }

    func unescape(_ raw: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        // An escape is never shorter than what it stands for.
        if buffer.count < raw.count {
            buffer.deallocate()
            buffer = .allocate(byteCount: raw.count * 2, alignment: 16)
        }
        var read = 0
        var written = 0
        func put(_ byte: UInt8) {
            buffer[written] = byte
            written += 1
        }
        while read < raw.count {
            guard raw[read] == UInt8(ascii: "\\"), read + 1 < raw.count else {
                put(raw[read])
                read += 1
                continue
            }
            let escape = raw[read + 1]
            read += 2
            switch escape {
            case UInt8(ascii: "n"): put(0x0A)
            case UInt8(ascii: "t"): put(0x09)
            case UInt8(ascii: "r"): put(0x0D)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): put(0x20)
            // A NUL ends texts in SQLite; like every control character pasted in, it is a blank.
            case UInt8(ascii: "u"): for byte in Self.scalar(raw, &read) { put(byte == 0 ? 0x20 : byte) }
            default: put(escape)
            }
        }
        return UnsafeRawBufferPointer(rebasing: buffer[..<written])
    }

    /// What stands behind `\u`: four digits, or two times four for a pair.
    private static func scalar(_ raw: UnsafeRawBufferPointer, _ position: inout Int) -> Unicode.UTF8.EncodedScalar {
        var value: UInt32 = 0xFFFD
        if let unit = hex(raw, position) {
            position += 4
            value = unit
            if (0xD800...0xDBFF).contains(unit), position + 1 < raw.count, raw[position] == UInt8(ascii: "\\"),
                raw[position + 1] == UInt8(ascii: "u"), let low = hex(raw, position + 2),
                (0xDC00...0xDFFF).contains(low)
            {
                position += 6
                value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
        }
        return UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    }

    private static func hex(_ raw: UnsafeRawBufferPointer, _ start: Int) -> UInt32? {
        guard start + 4 <= raw.count else { return nil }
        var value: UInt32 = 0
        for index in start..<start + 4 {
            guard let digit = Character(Unicode.Scalar(raw[index])).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
