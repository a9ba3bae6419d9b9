/// A JSON value laid flat: one entry a value, containers knowing where they end. Reused from record to record.
final class JSONTape {
    enum Kind: UInt8 { case null, yes, no, number, string, escapedString, array, object, key, escapedKey }

    struct Entry {
        var kind: Kind
        /// Bytes of the source for leaves and keys, without the quotes.
        var offset: Int
        var length: Int
        /// Index of the entry after this value.
        var next: Int
    }

    var entries: [Entry] = []
    var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

    /// Why a text is no JSON value.
    enum Fault: Error {
        /// The bytes end inside the value: with more of them it may be one.
        case incomplete
        case invalid(Int)
        case tooDeep
    }

    /// Lays down the value that starts at `start` and returns the position after it.
    ///
    /// `NaN` and `Infinity`, which real award files contain, are read as null.
    func parse(_ bytes: UnsafeRawBufferPointer, from start: Int, depth limit: Int) throws(Fault) -> Int {
        entries.removeAll(keepingCapacity: true)
        self.bytes = bytes
        return try value(start, limit)
    }

    private func value(_ start: Int, _ depth: Int) throws(Fault) -> Int {
        guard depth > 0 else { throw .tooDeep }
        var position = try skipSpace(start)
        let index = entries.count
        switch bytes[position] {
        case UInt8(ascii: "{"):
            entries.append(Entry(kind: .object, offset: position, length: 0, next: 0))
            position = try skipSpace(position + 1)
            if bytes[position] == UInt8(ascii: "}") {
                position += 1
            } else {
                while true {
                    guard bytes[position] == UInt8(ascii: "\"") else { throw .invalid(position) }
                    position = try string(position, .key, .escapedKey)
                    position = try skipSpace(position)
                    guard bytes[position] == UInt8(ascii: ":") else { throw .invalid(position) }
                    position = try value(position + 1, depth - 1)
                    position = try skipSpace(position)
                    if bytes[position] == UInt8(ascii: ",") {
                        position = try skipSpace(position + 1)
                    } else if bytes[position] == UInt8(ascii: "}") {
                        position += 1
                        break
                    } else {
                        throw .invalid(position)
                    }
                }
            }
        case UInt8(ascii: "["):
            entries.append(Entry(kind: .array, offset: position, length: 0, next: 0))
            position = try skipSpace(position + 1)
            if bytes[position] == UInt8(ascii: "]") {
                position += 1
            } else {
                while true {
                    position = try value(position, depth - 1)
                    position = try skipSpace(position)
                    if bytes[position] == UInt8(ascii: ",") {
                        position += 1
                    } else if bytes[position] == UInt8(ascii: "]") {
                        position += 1
                        break
                    } else {
                        throw .invalid(position)
                    }
                }
            }
        case UInt8(ascii: "\""): position = try string(position, .string, .escapedString)
        default: position = try bare(position)
        }
        entries[index].next = entries.count
        return position
    }

    private func string(_ start: Int, _ plain: Kind, _ escaped: Kind) throws(Fault) -> Int {
        var position = start + 1
        var kind = plain
        while true {
            guard position < bytes.count else { throw .incomplete }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                kind = escaped
                position += 1
            }
            position += 1
        }
        entries.append(Entry(kind: kind, offset: start + 1, length: position - start - 1, next: entries.count + 1))
        return position + 1
    }

    private func bare(_ start: Int) throws(Fault) -> Int {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0A, 0x0D:
                guard let kind = Self.bareKind(UnsafeRawBufferPointer(rebasing: bytes[start..<position])) else {
                    throw .invalid(start)
                }
                entries.append(Entry(kind: kind, offset: start, length: position - start, next: entries.count + 1))
                return position
            default: position += 1
            }
        }
        throw .incomplete
    }

    private static let words: [(text: StaticString, kind: Kind)] = [
        ("true", .yes), ("false", .no), ("null", .null), ("NaN", .null), ("Infinity", .null), ("-Infinity", .null),
    ]

    private static func bareKind(_ bytes: UnsafeRawBufferPointer) -> Kind? {
        // A separator where a value should stand.
        guard let first = bytes.first else { return nil }
        if first == UInt8(ascii: "-") || (first >= 0x30 && first <= 0x39) {
            let isNumber = bytes.allSatisfy { byte in
                (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
            }
            if isNumber { return .number }
        }
        for word in words where word.text.utf8CodeUnitCount == bytes.count {
            let expected = UnsafeRawBufferPointer(start: word.text.utf8Start, count: bytes.count)
            if bytes.elementsEqual(expected) { return word.kind }
        }
        return nil
    }

    func skipSpace(_ start: Int) throws(Fault) -> Int {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return position
            }
        }
        throw .incomplete
    }
}
