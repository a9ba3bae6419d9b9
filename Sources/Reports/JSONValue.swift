import Nomenclature

/// A JSON value written by us: keys in the order given, exact amounts, the same bytes on every machine.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    /// At most six decimals.
    case number(Double)
    /// An exact number of euros with two decimals.
    case amount(Amount)
    case string(String)
    case array([JSONValue])
    case object([Member])

    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: JSONValue

        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    public static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    public static func string(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    public static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
    public static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

    /// On one line, as JSON Lines wants it.
    public var compact: String {
        var writer = JSONWriter(isPretty: false)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Indented by two spaces, one member a line.
    public var pretty: String {
        var writer = JSONWriter(isPretty: true)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    /// Adds the value to `bytes` on a line of its own.
    public func appendLine(to bytes: inout [UInt8]) {
        var writer = JSONWriter(isPretty: false)
        swap(&writer.bytes, &bytes)
        writer.write(self)
        writer.bytes.append(UInt8(ascii: "\n"))
        swap(&writer.bytes, &bytes)
    }
}
