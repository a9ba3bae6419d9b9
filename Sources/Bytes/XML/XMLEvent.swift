/// The attributes that the formats of procurement data and of workbooks use; others are not kept.
public enum XMLAttribute: UInt8, Sendable, CaseIterable {
    // eForms
    case listName, schemeName, languageID, currencyID, unitCode, listID
    // TED R2.0.x
    case code, value, type, contractType, item, category, languageLG, currency, formattedValue, form, version,
        documentID
    // BOAMP
    case devise, deviseUpper, poids
    // Workbooks (Office Open XML)
    case reference, cellType, cellStyle, mergedRange, name, state, id, relationID, relationType, relationTarget,
        date1904, numFmtId, formatCode
    // Workbooks (OpenDocument)
    case columnsRepeated, rowsRepeated, rowsSpanned, valueType, plainValue, dateValue, booleanValue, display,
        styleName

    /// Its number on the tape and in the table of names.
    @inlinable var number: UInt16 { UInt16(rawValue) }

    static let names: [[UInt8]] = allCases.map { Array($0.name.utf8) }

    /// As documents write it, where that is not what it is called here.
    private static let written: [XMLAttribute: String] = [
        .code: "CODE",
        .value: "VALUE",
        .type: "TYPE",
        .contractType: "CTYPE",
        .item: "ITEM",
        .category: "CATEGORY",
        .languageLG: "LG",
        .currency: "CURRENCY",
        .formattedValue: "FMTVAL",
        .form: "FORM",
        .version: "VERSION",
        .documentID: "DOC_ID",
        .deviseUpper: "DEVISE",
        .poids: "POIDS",
        .reference: "r",
        .cellType: "t",
        .cellStyle: "s",
        .mergedRange: "ref",
        .relationID: "Id",
        .relationType: "Type",
        .relationTarget: "Target",
        .columnsRepeated: "number-columns-repeated",
        .rowsRepeated: "number-rows-repeated",
        .rowsSpanned: "number-rows-spanned",
        .valueType: "value-type",
        .plainValue: "value",
        .dateValue: "date-value",
        .booleanValue: "boolean-value",
        .styleName: "style-name",
    ]

    private var name: String { Self.written[self] ?? "\(self)" }
}

/// One thing that a document says at a path of its table. Valid only inside the closure that receives it.
public struct XMLEvent<Field: RawRepresentable> where Field.RawValue == UInt16 {
    public enum Kind: Sendable { case begin, value, end }
    public let kind: Kind
    public let field: Field
    /// Line of the document, from 1.
    public let line: Int
    @usableFromInline let raw: UnsafeRawBufferPointer
    @usableFromInline let attributes: UnsafeBufferPointer<XMLTape.Entry>
    @usableFromInline let arena: UnsafeRawBufferPointer

    // Inlinable, with what it needs: the compiler makes a version for each field type in the module that reads it.
    @inlinable init(
        kind: Kind, field: Field, line: Int, raw: UnsafeRawBufferPointer,
        attributes: UnsafeBufferPointer<XMLTape.Entry>, arena: UnsafeRawBufferPointer
    ) {
        self.kind = kind
        self.field = field
        self.line = line
        self.raw = raw
        self.attributes = attributes
        self.arena = arena
    }

    /// The text, white space around it dropped.
    @inlinable public var text: String { String(decoding: Self.trimmed(raw), as: UTF8.self) }

    /// Whether the trimmed text is empty.
    @inlinable public var isEmpty: Bool { Self.trimmed(raw).isEmpty }

    /// The value of an attribute of the element.
    public func attribute(_ attribute: XMLAttribute) -> String? {
        let number = attribute.number
        for entry in attributes where entry.field == number {
            return String(decoding: arena[entry.offset..<entry.offset + entry.length], as: UTF8.self)
        }
        return nil
    }

    /// Compares without making a String.
    public func attribute(_ attribute: XMLAttribute, is value: StaticString) -> Bool {
        let number = attribute.number
        for entry in attributes where entry.field == number {
            guard entry.length == value.utf8CodeUnitCount else { return false }
            let bytes = UnsafeRawBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
            return arena[entry.offset..<entry.offset + entry.length].elementsEqual(bytes)
        }
        return false
    }

    @inlinable static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }
}

/// What the parser writes down between two hand-overs: events and their bytes, in two growing buffers.
@usableFromInline struct XMLTape {
    @usableFromInline struct Entry {
        /// 0 attribute, else 1 value, 2 begin, 3 end.
        @usableFromInline var kind: UInt8
        @usableFromInline var field: UInt16
        @usableFromInline var line: UInt32
        @usableFromInline var offset: Int
        @usableFromInline var length: Int
    }

    @usableFromInline var entries: UnsafeMutablePointer<Entry>
    @usableFromInline var entryCount = 0
    var entryCapacity = 1 << 10
    @usableFromInline var arena: UnsafeMutablePointer<UInt8>
    @usableFromInline var arenaCount = 0
    var arenaCapacity = 1 << 16

    init() {
        entries = .allocate(capacity: entryCapacity)
        arena = .allocate(capacity: arenaCapacity)
    }

    func deallocate() {
        entries.deallocate()
        arena.deallocate()
    }

    mutating func append(_ entry: Entry) {
        if entryCount == entryCapacity {
            let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
            larger.moveInitialize(from: entries, count: entryCount)
            entries.deallocate()
            entries = larger
            entryCapacity *= 2
        }
        entries.advanced(by: entryCount).initialize(to: entry)
        entryCount += 1
    }

    mutating func append(bytes: UnsafePointer<UInt8>, count: Int) {
        if arenaCount + count > arenaCapacity {
            while arenaCount + count > arenaCapacity { arenaCapacity *= 2 }
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity)
            larger.update(from: arena, count: arenaCount)
            arena.deallocate()
            arena = larger
        }
        arena.advanced(by: arenaCount).update(from: bytes, count: count)
        arenaCount += count
    }

    mutating func clear() {
        entryCount = 0
        arenaCount = 0
    }

    @inlinable func forEach<Field>(_ body: (XMLEvent<Field>) throws -> Void) rethrows
    where Field: RawRepresentable, Field.RawValue == UInt16 {
        let bytes = UnsafeRawBufferPointer(start: arena, count: arenaCount)
        var index = 0
        while index < entryCount {
            let entry = entries[index]
            var end = index + 1
            while end < entryCount, entries[end].kind == 0 { end += 1 }
            if let field = Field(rawValue: entry.field) {
                try body(
                    XMLEvent(
                        kind: entry.kind == 1 ? .value : entry.kind == 2 ? .begin : .end, field: field,
                        line: Int(entry.line),
                        raw: UnsafeRawBufferPointer(rebasing: bytes[entry.offset..<entry.offset + entry.length]),
                        attributes: UnsafeBufferPointer(start: entries + index + 1, count: end - index - 1),
                        arena: bytes))
            }
            index = end
        }
    }
}
