import Nomenclature
import Wording

/// A supplier as a run of bytes, quick to write and to read back: what an index of the catalogue keeps of each.
///
/// ``Supplier/repairs`` and ``Supplier/conflicts`` are left out: they tell how the record was made, which is for the
/// dossier.
public enum SupplierCard {
    /// Changes whenever the form does.
    public static let version = 1

    public static func append(_ supplier: Supplier, to bytes: inout [UInt8]) {
        var writer = CardWriter(bytes: bytes)
        bytes = []
        supplier.write(to: &writer)
        bytes = writer.bytes
    }

    /// The supplier of a card; a card that was cut gives empty fields.
    public static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Supplier {
        var reader = CardReader(bytes: bytes)
        return Supplier(&reader)
    }
}

/// Appends values: numbers by seven bits, texts after their length.
private struct CardWriter {
    var bytes: [UInt8]

    mutating func number(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Small numbers of either sign stay short.
    mutating func signed(_ value: Int64) { number(UInt64(bitPattern: value << 1 ^ value >> 63)) }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            number(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func fixed(_ value: Double) {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout CardWriter, Value) -> Void) {
        number(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout CardWriter, Value) -> Void) {
        number(UInt64(values.count))
        for value in values { write(&self, value) }
    }

    mutating func texts(_ values: [String]) { list(values) { $0.text($1) } }
    mutating func day(_ day: Day?) { number(UInt64(day?.packed ?? 0)) }
    mutating func flag(_ value: Bool?) { number(value.map { $0 ? 2 : 1 } ?? 0) }
}

private struct CardReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func number() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }

    mutating func signed() -> Int64 {
        let value = number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// A length, never beyond the bytes that are left.
    private mutating func length() -> Int { Int(min(number(), UInt64(bytes.count - position))) }

    mutating func text() -> String {
        let count = length()
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    /// A text, `nil` when it is empty.
    mutating func filled() -> String? {
        let text = text()
        return text.isEmpty ? nil : text
    }

    mutating func fixed() -> Double {
        guard bytes.count - position >= 8 else { return 0 }
        defer { position += 8 }
        var pattern: UInt64 = 0
        for place in 0..<8 { pattern |= UInt64(bytes[position + place]) << UInt64(8 * place) }
        return Double(bitPattern: pattern)
    }

    mutating func optional<Value>(_ read: (inout CardReader) -> Value?) -> Value? {
        number() == 0 ? nil : read(&self)
    }

    mutating func list<Value>(_ read: (inout CardReader) -> Value?) -> [Value] {
        let count = length()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { if let value = read(&self) { values.append(value) } }
        return values
    }

    mutating func texts() -> [String] { list { $0.text() } }
    mutating func day() -> Day? {
        let packed = Int(truncatingIfNeeded: number())
        return packed == 0 ? nil : Day(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
    }
    mutating func flag() -> Bool? {
        switch number() {
        case 1: false
        case 2: true
        default: nil
        }
    }
}

extension Evidence {
    fileprivate func write(to writer: inout CardWriter) {
        writer.text(source)
        writer.text(place.file)
        writer.optional(place.line) { $0.signed(Int64($1)) }
        writer.optional(place.record) { $0.signed(Int64($1)) }
        writer.text(place.path ?? "")
        writer.day(seen)
        writer.day(firstSeen)
        writer.day(validFrom)
        writer.day(validTo)
        writer.number(level == .establishment ? 0 : 1)
    }

    fileprivate init(_ reader: inout CardReader) {
        let source = reader.text()
        let place = Place(
            file: reader.text(), line: reader.optional { Int($0.signed()) },
            record: reader.optional { Int($0.signed()) },
            path: reader.filled())
        self.init(
            source: source, place: place, seen: reader.day(), firstSeen: reader.day(), validFrom: reader.day(),
            validTo: reader.day(), level: reader.number() == 0 ? .establishment : .enterprise)
    }
}

extension Supplier {
    fileprivate func write(to writer: inout CardWriter) {
        writer.text(key)
        writer.text(siret?.text ?? "")
        writer.text(siret == nil ? siren?.text ?? "" : "")
        for text in [name, brand, acronym, enterpriseName] { writer.text(text) }
        writer.list(kinds) { writer, held in
            writer.text(held.kind.rawValue)
            writer.list(held.evidence) { $1.write(to: &$0) }
        }
        writer.list(esus) { $1.write(to: &$0) }
        writer.flag(ess.belongs)
        for text in [ess.title.fr, ess.title.en, ess.source] { writer.text(text) }
        writer.optional(ess.evidence) { $1.write(to: &$0) }
        writer.flag(isMissionCompany)
        writer.text(legalCategory ?? "")
        writer.text(legalForm)
        writer.day(createdOn)
        writer.flag(isClosed)
        writer.day(closedOn)
        writer.flag(isHeadOffice)
        writer.text(naf?.code ?? "")
        writer.text(naf2025?.code ?? "")
        for text in [street, postcode, city, communeCode ?? "", placing?.rawValue ?? "", departement ?? ""] {
            writer.text(text)
        }
        writer.optional(coordinates) {
            $0.fixed($1.latitude)
            $0.fixed($1.longitude)
        }
        writer.text(perimeter?.text ?? "")
        writer.texts(sectors)
        writer.text(description)
        writer.texts(offers)
        writer.texts(cpv.map(\.code))
        writer.optional(employees) { $0.signed(Int64($1)) }
        writer.flag(isHeadcountOfBand)
        writer.text(workforceBand ?? "")
        writer.optional(insertionShare) { $0.fixed($1) }
        writer.optional(turnover) { $0.signed($1.units) }
        writer.optional(capacity) { $0.signed(Int64($1)) }
        writer.texts(networks)
        writer.texts(labels)
        writer.text(website)
        for list in [supplyForms, sources, otherIdentifiers] { writer.texts(list) }
        writer.day(lastSeen)
    }

    fileprivate init(_ reader: inout CardReader) {
        self.init(key: reader.text())
        siret = reader.filled().flatMap { try? Siret($0) }
        // Observers do not run in an initialiser.
        siren = reader.filled().flatMap { try? Siren($0) } ?? siret?.siren
        name = reader.text()
        brand = reader.text()
        acronym = reader.text()
        enterpriseName = reader.text()
        kinds = reader.list { reader in
            let kind = StructureKind(rawValue: reader.text())
            let evidence = reader.list { Evidence(&$0) }
            return kind.map { HeldKind($0, evidence: evidence) }
        }
        esus = reader.list { Evidence(&$0) }
        let belongs = reader.flag()
        let title = Phrase(reader.text(), reader.text())
        let source = reader.text()
        ess = ESSStatus(belongs: belongs, title: title, source: source, evidence: reader.optional { Evidence(&$0) })
        isMissionCompany = reader.flag()
        legalCategory = reader.filled()
        legalForm = reader.text()
        createdOn = reader.day()
        isClosed = reader.flag() ?? false
        closedOn = reader.day()
        isHeadOffice = reader.flag()
        naf = reader.filled().flatMap { NAF($0) }
        naf2025 = reader.filled().flatMap { NAF2025($0) }
        street = reader.text()
        postcode = reader.text()
        city = reader.text()
        communeCode = reader.filled()
        placing = PlacingConfidence(rawValue: reader.text())
        departement = reader.filled()
        coordinates = reader.optional { Coordinates(latitude: $0.fixed(), longitude: $0.fixed()) }
        perimeter = reader.filled().flatMap { Perimeter($0) }
        sectors = reader.texts()
        description = reader.text()
        offers = reader.texts()
        cpv = reader.texts().compactMap { CPV($0) }
        employees = reader.optional { Int($0.signed()) }
        isHeadcountOfBand = reader.flag() ?? false
        workforceBand = reader.filled()
        insertionShare = reader.optional { $0.fixed() }
        turnover = reader.optional { Amount(units: $0.signed()) }
        capacity = reader.optional { Int($0.signed()) }
        networks = reader.texts()
        labels = reader.texts()
        website = reader.text()
        supplyForms = reader.texts()
        sources = reader.texts()
        otherIdentifiers = reader.texts()
        lastSeen = reader.day()
    }
}
