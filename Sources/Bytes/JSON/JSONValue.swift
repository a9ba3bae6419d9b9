/// A value of a JSON record. Valid only inside the closure that receives the record.
public struct JSONValue {
    let tape: JSONTape
    let index: Int

    private var entry: JSONTape.Entry { tape.entries[index] }

    public var isNull: Bool { entry.kind == .null }
    public var isArray: Bool { entry.kind == .array }
    public var isObject: Bool { entry.kind == .object }

    /// The text of a string, number or boolean; `nil` for null and containers. Escapes are resolved.
    public var text: String? {
        switch entry.kind {
        case .string, .number: raw(entry)
        case .escapedString: JSONValue.unescape(raw(entry))
        case .yes: "true"
        case .no: "false"
        default: nil
        }
    }

    /// `nil` for anything that is no boolean.
    public var bool: Bool? {
        switch entry.kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// The value of a key of an object; the first one when the key stands twice.
    public subscript(key: String) -> JSONValue? {
        guard entry.kind == .object else { return nil }
        var position = index + 1
        let end = entry.next
        while position < end {
            let name = tape.entries[position]
            let matches =
                name.kind == .key
                ? name.length == key.utf8.count && bytes(name).elementsEqual(key.utf8)
                : JSONValue.unescape(raw(name)) == key
            if matches { return JSONValue(tape: tape, index: position + 1) }
            position = tape.entries[position + 1].next
        }
        return nil
    }

    /// The keys of an object with their values, in the order of the document; none when it is no object.
    public var members: [(key: String, value: JSONValue)] {
        guard entry.kind == .object else { return [] }
        var members: [(key: String, value: JSONValue)] = []
        var position = index + 1
        while position < entry.next {
            let name = tape.entries[position]
            members.append(
                (
                    name.kind == .key ? raw(name) : JSONValue.unescape(raw(name)),
                    JSONValue(tape: tape, index: position + 1)
                ))
            position = tape.entries[position + 1].next
        }
        return members
    }

    /// The elements of an array; the value itself, as one element, when it is no array: real files write a list of one
    /// as its element. Null gives none.
    public var list: [JSONValue] {
        guard entry.kind == .array else { return isNull ? [] : [self] }
        var elements: [JSONValue] = []
        var position = index + 1
        while position < entry.next {
            elements.append(JSONValue(tape: tape, index: position))
            position = tape.entries[position].next
        }
        return elements
    }

    private func bytes(_ entry: JSONTape.Entry) -> Slice<UnsafeRawBufferPointer> {
        tape.bytes[entry.offset..<entry.offset + entry.length]
    }

    private func raw(_ entry: JSONTape.Entry) -> String { String(decoding: bytes(entry), as: UTF8.self) }

    private static func unescape(_ text: String) -> String {
        var result = ""
        var scalars = text.unicodeScalars.makeIterator()
        var high: UInt32?
        func hex() -> UInt32? {
            var value: UInt32 = 0
            for _ in 0..<4 {
                guard let digit = scalars.next().flatMap({ Character($0).hexDigitValue }) else { return nil }
                value = value * 16 + UInt32(digit)
            }
            return value
        }
        while let scalar = scalars.next() {
            guard scalar == "\\" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            guard let escape = scalars.next() else { break }
            switch escape {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "r": result.append("\r")
            case "b", "f": result.append(" ")
            case "u":
                guard let unit = hex() else { break }
                if (0xD800...0xDBFF).contains(unit) {
                    high = unit
                } else if let first = high, (0xDC00...0xDFFF).contains(unit) {
                    high = nil
                    let value = 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)
                    result.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
                } else {
                    result.unicodeScalars.append(Unicode.Scalar(unit) ?? "\u{FFFD}")
                }
            default: result.unicodeScalars.append(escape)
            }
        }
        return result
    }
}
