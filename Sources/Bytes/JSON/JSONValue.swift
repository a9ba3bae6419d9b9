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
        case .string, .number, .escapedString: text(entry)
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
        let end = Int(entry.next)
        while position < end {
            let name = tape.entries[position]
            let matches =
                name.kind == .key
                ? Int(name.length) == key.utf8.count && tape.text(name).elementsEqual(key.utf8)
                : text(name) == key
            if matches { return JSONValue(tape: tape, index: position + 1) }
            position = Int(tape.entries[position + 1].next)
        }
        return nil
    }

    /// The keys of an object with their values, in the order of the document; none when it is no object.
    public var members: [(key: String, value: JSONValue)] {
        guard entry.kind == .object else { return [] }
        var members: [(key: String, value: JSONValue)] = []
        var position = index + 1
        while position < Int(entry.next) {
            members.append((text(tape.entries[position]), JSONValue(tape: tape, index: position + 1)))
            position = Int(tape.entries[position + 1].next)
        }
        return members
    }

    /// The elements of an array; the value itself, as one element, when it is no array: real files write a list of one
    /// as its element. Null gives none.
    public var list: [JSONValue] {
        guard entry.kind == .array else { return isNull ? [] : [self] }
        var elements: [JSONValue] = []
        var position = index + 1
        while position < Int(entry.next) {
            elements.append(JSONValue(tape: tape, index: position))
            position = Int(tape.entries[position].next)
        }
        return elements
    }

    private func text(_ entry: JSONTape.Entry) -> String {
        WindowsText.decode(tape.text(entry))
    }
}
