import Nomenclature

/// Writes JSON values as UTF-8 bytes.
struct JSONWriter {
    var bytes: [UInt8] = []
    /// One member a line, indented by two spaces, or all on one line.
    let isPretty: Bool
    private var depth = 0

    init(isPretty: Bool) { self.isPretty = isPretty }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .integer(let value): append(whole: value)
        case .number(let value): number(value)
        case .amount(let value): append(text: value.decimal)
        case .string(let value): quote(value)
        case .array(let values):
            open("[")
            for (place, value) in values.enumerated() {
                next(place)
                write(value)
            }
            close("]", isEmpty: values.isEmpty)
        case .object(let members):
            open("{")
            for (place, member) in members.enumerated() {
                next(place)
                quote(member.key)
                append(isPretty ? ": " : ":")
                write(member.value)
            }
            close("}", isEmpty: members.isEmpty)
        }
    }

    // MARK: Lists

    private mutating func open(_ sign: StaticString) {
        append(sign)
        depth += 1
    }

    private mutating func next(_ place: Int) {
        if place > 0 { append(",") }
        if isPretty { breakLine() }
    }

    private mutating func close(_ sign: StaticString, isEmpty: Bool) {
        depth -= 1
        if isPretty, !isEmpty { breakLine() }
        append(sign)
    }

    private mutating func breakLine() {
        append("\n")
        for _ in 0..<depth { append("  ") }
    }

    // MARK: Scalars

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private mutating func append(whole value: Int) {
        if value < 0 { append("-") }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    private static let millionths = 1_000_000.0

    /// `0.5`, `12`: six decimals at most, no zeros at the end, whole numbers without a fraction.
    private mutating func number(_ value: Double) {
        guard value.isFinite else { return append("null") }
        let scaled = (value.magnitude * Self.millionths).rounded()
        guard scaled < 9e18 else { return append(text: String(value)) }
        let units = Int(scaled)
        if value < 0, units != 0 { append("-") }
        append(whole: units / 1_000_000)
        var fraction = units % 1_000_000
        guard fraction > 0 else { return }
        append(".")
        var place = 100_000
        while fraction > 0 {
            bytes.append(0x30 + UInt8(fraction / place))
            fraction %= place
            place /= 10
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    private mutating func quote(_ text: String) {
        append("\"")
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for place in utf8.indices where Self.isSpecial(utf8[place]) {
                let byte = utf8[place]
                // U+2028 and U+2029 (E2 80 A8 and A9) are legal in JSON, line breaks in JavaScript and to some readers of
                // JSON Lines.
                if byte == 0xE2 {
                    guard place + 2 < utf8.count, utf8[place + 1] == 0x80, utf8[place + 2] & 0xFE == 0xA8 else {
                        continue
                    }
                    bytes.append(contentsOf: utf8[start..<place])
                    append(utf8[place + 2] == 0xA8 ? "\\u2028" : "\\u2029")
                    start = place + 3
                    continue
                }
                bytes.append(contentsOf: utf8[start..<place])
                start = place + 1
                escape(byte)
            }
            bytes.append(contentsOf: utf8[start...])
        }
        append("\"")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            bytes.append(Self.hexadecimal[Int(byte >> 4)])
            bytes.append(Self.hexadecimal[Int(byte & 15)])
        }
    }

    /// Bytes that may have to be escaped: controls, quotation mark, backslash, DEL, and the first of U+2028.
    @inline(__always) private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2
    }
}
