/// One pass over the bytes of a value, writing the tape. Nesting is kept on the tape itself: no recursion.
struct JSONParser {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position: Int
    private let depthLimit: Int
    private(set) var entries: UnsafeMutablePointer<JSONTape.Entry>
    private(set) var capacity: Int
    private(set) var count = 0

    init(
        bytes: UnsafeRawBufferPointer, position: Int, depth: Int, entries: UnsafeMutablePointer<JSONTape.Entry>,
        capacity: Int
    ) {
        self.bytes = bytes
        self.position = position
        self.depthLimit = depth
        self.entries = entries
        self.capacity = capacity
    }

    mutating func parse() throws(JSONTape.Fault) {
        var parent: Int32 = -1
        var depth = 0
        while true {
            switch try next() {
            case UInt8(ascii: "{"):
                guard depth < depthLimit else { throw .tooDeep }
                append(.object, from: position, length: 0, next: parent)
                position += 1
                if try next() != UInt8(ascii: "}") {
                    parent = Int32(count - 1)
                    depth += 1
                    try key()
                    continue
                }
                entries[count - 1].next = Int32(count)
                position += 1
            case UInt8(ascii: "["):
                guard depth < depthLimit else { throw .tooDeep }
                append(.array, from: position, length: 0, next: parent)
                position += 1
                if try next() != UInt8(ascii: "]") {
                    parent = Int32(count - 1)
                    depth += 1
                    continue
                }
                entries[count - 1].next = Int32(count)
                position += 1
            case UInt8(ascii: "\""): try string(.string, .escapedString)
            default: try bare()
            }
            // Behind a value: what closes, what goes on.
            while true {
                guard parent >= 0 else { return }
                let container = Int(parent)
                let isObject = entries[container].kind == .object
                let byte = try next()
                if byte == UInt8(ascii: ",") {
                    position += 1
                    if isObject {
                        _ = try next()
                        try key()
                    }
                    break
                }
                guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { throw .invalid(position) }
                position += 1
                parent = entries[container].next
                entries[container].next = Int32(count)
                depth -= 1
            }
        }
    }

    /// The next byte that is no white space.
    @inline(__always) private mutating func next() throws(JSONTape.Fault) -> UInt8 {
        while position < bytes.count {
            let byte = bytes[position]
            if byte > 0x20 || (byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09) { return byte }
            position += 1
        }
        throw .incomplete
    }

    private mutating func key() throws(JSONTape.Fault) {
        guard bytes[position] == UInt8(ascii: "\"") else { throw .invalid(position) }
        try string(.key, .escapedKey)
        guard try next() == UInt8(ascii: ":") else { throw .invalid(position) }
        position += 1
    }

    private static let quotes: UInt64 = 0x2222_2222_2222_2222
    private static let backslashes: UInt64 = 0x5C5C_5C5C_5C5C_5C5C
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Looks for the closing quotation mark eight bytes at a time.
    @inline(__always)
    private mutating func string(_ plain: JSONTape.Kind, _ escaped: JSONTape.Kind) throws(JSONTape.Fault) {
        let start = position + 1
        var index = start
        var kind = plain
        search: while true {
            while index + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let quote = word ^ Self.quotes
                let backslash = word ^ Self.backslashes
                // The lowest bit set is exact: a byte of zero borrows from those above it only.
                let found =
                    ((quote &- Self.ones) & ~quote | (backslash &- Self.ones) & ~backslash) & Self.highs
                if found != 0 {
                    index += found.trailingZeroBitCount >> 3
                    break
                }
                index += 8
            }
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\"") { break search }
                if byte == UInt8(ascii: "\\") {
                    kind = escaped
                    index += 2
                    continue search
                }
                index += 1
            }
            throw .incomplete
        }
        append(kind, from: start, length: index - start, next: Int32(count + 1))
        position = index + 1
    }

    /// A number or a word, up to what ends a value.
    private mutating func bare() throws(JSONTape.Fault) {
        let start = position
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0A, 0x0D:
                guard let kind = Self.bareKind(UnsafeRawBufferPointer(rebasing: bytes[start..<index])) else {
                    throw .invalid(start)
                }
                append(kind, from: start, length: index - start, next: Int32(count + 1))
                position = index
                return
            default: index += 1
            }
        }
        throw .incomplete
    }

    private static let words: [(text: StaticString, kind: JSONTape.Kind)] = [
        ("null", .null), ("NaN", .null), ("Infinity", .null), ("-Infinity", .null),
    ]

    private static func bareKind(_ bytes: UnsafeRawBufferPointer) -> JSONTape.Kind? {
        // A separator where a value should stand.
        guard let first = bytes.first else { return nil }
        switch first {
        case UInt8(ascii: "t"): return isWord(bytes, "true") ? .yes : nil
        case UInt8(ascii: "f"): return isWord(bytes, "false") ? .no : nil
        case 0x30...0x39, UInt8(ascii: "-"): if isNumber(bytes) { return .number }
        default: break
        }
        for word in words where isWord(bytes, word.text) { return word.kind }
        return nil
    }

    private static func isNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
        for byte in bytes {
            switch byte {
            case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
                UInt8(ascii: "E"):
                continue
            default: return false
            }
        }
        return true
    }

    private static func isWord(_ bytes: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count where bytes[index] != word.utf8Start[index] { return false }
        return true
    }

    @inline(__always)
    private mutating func append(_ kind: JSONTape.Kind, from start: Int, length: Int, next: Int32) {
        if count == capacity { grow() }
        (entries + count).initialize(
            to: JSONTape.Entry(kind: kind, offset: UInt32(start), length: UInt32(length), next: next))
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<JSONTape.Entry>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: entries, count: count)
        entries.deallocate()
        entries = larger
        capacity *= 2
    }
}
