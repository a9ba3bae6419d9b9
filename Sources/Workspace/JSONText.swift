import Foundation

/// The JSON form of a model value in a column. Members stand in the order of their declaration, so that equal values
/// give equal text.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let output = JSONOutput()
        output.bytes.reserveCapacity(8 << 10)
        try output.write(value)
        return String(decoding: output.bytes, as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// Bytes of JSON as they are written. Foundation's encoder builds a tree first and sorts its keys, which takes ten times
/// as long as to parse the notice.
private final class JSONOutput {
    var bytes: [UInt8] = []

    func write(_ value: some Encodable) throws {
        switch value {
        case let text as String: write(text)
        default:
            let node = JSONNode(self)
            try value.encode(to: node)
            node.close()
        }
    }

    func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                let byte = utf8[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: utf8[start..<index])
                start = index + 1
                bytes.append(UInt8(ascii: "\\"))
                switch byte {
                case 0x0A: bytes.append(UInt8(ascii: "n"))
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
                default:
                    let digits = String(byte, radix: 16)
                    write(raw: "u00" + (digits.utf8.count < 2 ? "0" : "") + digits)
                }
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    func write(raw text: String) { bytes.append(contentsOf: text.utf8) }
}

/// One value on its way: what it opens is closed when it is done.
private final class JSONNode: Encoder {
    let output: JSONOutput
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var closing: UInt8?
    private var isEmpty = true
    /// A member that was opened by itself and ends with the next one.
    private var nested: JSONNode?

    init(_ output: JSONOutput) { self.output = output }

    func open(_ opening: Character, _ closing: Character) {
        // Asking for the container of a value again goes on with it.
        guard self.closing == nil, let first = opening.asciiValue else { return }
        output.bytes.append(first)
        self.closing = closing.asciiValue
    }

    func close() {
        nested?.close()
        nested = nil
        if let closing { output.bytes.append(closing) }
        closing = nil
    }

    /// Goes on to the next member.
    func next(_ key: String? = nil) {
        nested?.close()
        nested = nil
        if !isEmpty { output.bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        if let key {
            output.write(key)
            output.bytes.append(UInt8(ascii: ":"))
        }
    }

    func opened() -> JSONNode {
        let node = JSONNode(output)
        nested = node
        return node
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        open("{", "}")
        return KeyedEncodingContainer(JSONMembers<Key>(node: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        open("[", "]")
        return JSONElements(node: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONValueContainer(output: output) }
}

private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }

    private func scalar(_ key: Key, _ text: String) {
        node.next(key.stringValue)
        node.output.write(raw: text)
    }

    func encodeNil(forKey key: Key) { scalar(key, "null") }
    func encode(_ value: Bool, forKey key: Key) { scalar(key, value ? "true" : "false") }
    func encode(_ value: Int, forKey key: Key) { scalar(key, String(value)) }
    func encode(_ value: Double, forKey key: Key) { scalar(key, value.isFinite ? "\(value)" : "null") }
    func encode(_ value: String, forKey key: Key) {
        node.next(key.stringValue)
        node.output.write(value)
    }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        node.next(key.stringValue)
        try node.output.write(value)
    }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        node.next(key.stringValue)
        return node.opened().container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        node.next(key.stringValue)
        return node.opened().unkeyedContainer()
    }
    func superEncoder() -> any Encoder {
        node.next("super")
        return node.opened()
    }
    func superEncoder(forKey key: Key) -> any Encoder {
        node.next(key.stringValue)
        return node.opened()
    }
}

private struct JSONElements: UnkeyedEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(node: JSONNode) { self.node = node }

    mutating func encodeNil() {
        count += 1
        node.next()
        node.output.write(raw: "null")
    }
    mutating func encode<Value: Encodable>(_ value: Value) throws {
        count += 1
        node.next()
        try node.output.write(value)
    }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        count += 1
        node.next()
        return node.opened().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        count += 1
        node.next()
        return node.opened().unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder {
        count += 1
        node.next()
        return node.opened()
    }
}

private struct JSONValueContainer: SingleValueEncodingContainer {
    let output: JSONOutput
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { output.write(raw: "null") }
    func encode(_ value: Bool) { output.write(raw: value ? "true" : "false") }
    func encode(_ value: String) { output.write(value) }
    func encode(_ value: Double) { output.write(raw: value.isFinite ? "\(value)" : "null") }
    func encode(_ value: Float) { encode(Double(value)) }
    func encode(_ value: Int) { output.write(raw: String(value)) }
    func encode(_ value: Int8) { output.write(raw: String(value)) }
    func encode(_ value: Int16) { output.write(raw: String(value)) }
    func encode(_ value: Int32) { output.write(raw: String(value)) }
    func encode(_ value: Int64) { output.write(raw: String(value)) }
    func encode(_ value: UInt) { output.write(raw: String(value)) }
    func encode(_ value: UInt8) { output.write(raw: String(value)) }
    func encode(_ value: UInt16) { output.write(raw: String(value)) }
    func encode(_ value: UInt32) { output.write(raw: String(value)) }
    func encode(_ value: UInt64) { output.write(raw: String(value)) }
    func encode<Value: Encodable>(_ value: Value) throws { try output.write(value) }
}
