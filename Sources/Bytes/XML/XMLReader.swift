internal import CLibXML2
import Wording

/// Reads XML of any size by a path table: the only door to XML.
///
/// libxml2's SAX2 parser writes a tape of what the table asks for, and safe Swift walks the tape at each record.
/// No network, no external entity, no DTD; nesting, markup, names and sizes are bounded by ``Limits``.
public struct XMLReader<Field: RawRepresentable & Sendable> where Field.RawValue == UInt16 {
    let table: XMLPathTable<Field>
    let limits: Limits

    public init(_ table: XMLPathTable<Field>, limits: Limits = .standard) {
        self.table = table
        self.limits = limits
    }

    /// Parses `source` and calls `body` with the tape of each record, and at the end with what is left.
    ///
    /// - Throws: `Problem` when the document is not well-formed, declares a DTD, or is over a limit; what `body` throws.
    public func read(_ source: ByteSource, name: String, _ body: (XMLRecord<Field>) throws -> Void) throws {
        try withoutActuallyEscaping(body) { body in
            try table.automaton.withSession { session in
                try session.parse(source, name: name, limits: limits) { try body(XMLRecord(tape: $0)) }
            }
        }
    }
}

/// The events between two hand-overs. Valid only inside the closure that receives it.
public struct XMLRecord<Field: RawRepresentable & Sendable> where Field.RawValue == UInt16 {
    @usableFromInline let tape: XMLTape

    @inlinable public func forEach(_ body: (XMLEvent<Field>) throws -> Void) rethrows { try tape.forEach(body) }
}

/// The root element of a document.
public struct XMLRoot: Sendable, Hashable {
    /// Without prefix.
    public let name: String
    public let namespace: String
}

extension XMLRoot {
    /// The root element that the first bytes of a document show; `nil` when they are no XML.
    public init?(head: [UInt8]) {
        // The first bytes hold it nearly always; a long comment may stand before it.
        let found = Self.anything.withSession { $0.root(Array(head.prefix(Self.usual))) ?? $0.root(head) }
        guard let found else { return nil }
        self = found
    }

    private static let anything = XMLAutomaton([])
    private static let usual = 2_048
}
