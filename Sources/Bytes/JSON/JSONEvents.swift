/// One thing that a JSON record says at a path of its table. Valid only inside the closure that receives it.
public struct JSONEvent<Field: RawRepresentable> where Field.RawValue == UInt16 {
    public enum Kind: Sendable { case begin, value, end }
    public let kind: Kind
    public let field: Field
    /// The text, escapes resolved; empty for null, and at the start and end of an object.
    public let bytes: ByteText

    @inlinable init(kind: Kind, field: Field, bytes: ByteText) {
        self.kind = kind
        self.field = field
        self.bytes = bytes
    }
}

extension JSONRecordReader.Record {
    /// What the record says at the paths of a table, in the order of the source.
    @inlinable public func forEach<Field>(
        _ table: JSONPathTable<Field>, _ body: (JSONEvent<Field>) throws -> Void
    ) rethrows {
        try walk(table.automaton) { kind, field, bytes in
            guard let field = Field(rawValue: field) else { return }
            let event: JSONEvent<Field>.Kind = kind == 0 ? .value : kind == 1 ? .begin : .end
            try body(JSONEvent(kind: event, field: field, bytes: bytes))
        }
    }

    @usableFromInline
    func walk(_ automaton: JSONAutomaton, _ body: (UInt8, UInt16, ByteText) throws -> Void) rethrows {
        try JSONWalk(tape: value.tape, automaton: automaton).value(value.index, node: 1, body)
    }
}

/// Goes over a tape, past everything that no path leads to.
private struct JSONWalk {
    let tape: JSONTape
    let automaton: JSONAutomaton

    /// 0 value, 1 start and 2 end of a group; the field; the text.
    typealias Body = (UInt8, UInt16, ByteText) throws -> Void

    private static var nothing: ByteText { ByteText(UnsafeRawBufferPointer(start: nil, count: 0)) }
    private static let yes: StaticString = "true"
    private static let no: StaticString = "false"

    func value(_ index: Int, node: Int, _ body: Body) rethrows {
        let entry = tape.entries[index]
        switch entry.kind {
        case .object: try object(index, entry, node: node, body)
        case .array:
            var element = index + 1
            while element < Int(entry.next) {
                try value(element, node: node, body)
                element = Int(tape.entries[element].next)
            }
        default:
            let field = automaton.node(node).value
            guard field >= 0 else { return }
            try body(0, UInt16(truncatingIfNeeded: field), text(entry))
        }
    }

    private func object(_ index: Int, _ entry: JSONTape.Entry, node: Int, _ body: Body) rethrows {
        let group = automaton.node(node).group
        if group >= 0 { try body(1, UInt16(truncatingIfNeeded: group), Self.nothing) }
        var key = index + 1
        while key < Int(entry.next) {
            let child = automaton.child(of: node, tape.text(tape.entries[key]))
            if child != 0 { try value(key + 1, node: child, body) }
            key = Int(tape.entries[key + 1].next)
        }
        if group >= 0 { try body(2, UInt16(truncatingIfNeeded: group), Self.nothing) }
    }

    private func text(_ entry: JSONTape.Entry) -> ByteText {
        switch entry.kind {
        case .yes: ByteText(UnsafeRawBufferPointer(start: Self.yes.utf8Start, count: 4))
        case .no: ByteText(UnsafeRawBufferPointer(start: Self.no.utf8Start, count: 5))
        case .null: Self.nothing
        default: ByteText(tape.text(entry))
        }
    }
}
