import Wording

/// The walk down to the records.
struct JSONScanner {
    var window: ByteWindow
    let name: String
    let limits: Limits
    let places: JSONPlaces
    var shape: JSONShape
    let tape = JSONTape()
    var number = 0
    /// Whether the nesting is lost: brackets and keys between records say nothing any more.
    var isDamaged = false
    /// Bytes of the records read well, to tell one that has swallowed others.
    private var goodBytes = 0
    private var goodRecords = 0
    /// Bytes read again in search of record starts, and bytes gone over in that search.
    var effort = (tried: 0, scanned: 0)

    /// Lines before ``counted``, a place in the window.
    private var line = 1
    private var counted = 0
    /// Where the value on the tape starts and ends in the window.
    private var laid: Range<Int>?

    init(source: ByteSource, name: String, limits: Limits, places: JSONPlaces, shape: JSONShape) {
        window = ByteWindow(source, limit: limits.recordBytes)
        self.name = name
        self.limits = limits
        self.places = places
        self.shape = shape
    }

    func deallocate() { window.deallocate() }

    var position: Int {
        get { window.position }
        set { window.position = newValue }
    }

    // MARK: Reading on

    /// Reads on behind ``position``.
    mutating func fill() throws -> ByteWindow.Outcome {
        laid = nil
        countLines()
        let outcome = try window.fill()
        if outcome != .end { counted = position }
        return outcome
    }

    private mutating func countLines() {
        guard counted < position else { return }
        line += UnsafeRawBufferPointer(rebasing: window.bytes[counted..<position]).count(of: 0x0A)
        counted = position
    }

    /// The next byte that is no white space, not consumed; `nil` at the end.
    mutating func peek() throws -> UInt8? {
        while true {
            let bytes = window.bytes
            while position < window.end {
                switch bytes[position] {
                case 0x20, 0x09, 0x0A, 0x0D: position += 1
                // A byte-order mark.
                case 0xEF where position + 2 < window.end && bytes[position + 1] == 0xBB: position += 3
                default: return bytes[position]
                }
            }
            switch try fill() {
            case .more: continue
            case .end: return nil
            case .full: throw overLimit()
            }
        }
    }

    // MARK: Problems

    mutating func broken(_ rule: String, _ fr: String, _ en: String, excerpt: String = "") -> Problem {
        countLines()
        return Problem(
            rule, at: Place(file: name, line: line, record: number > 0 ? number : nil),
            Phrase(
                fr + " ; téléchargez le fichier de nouveau ou vérifiez-le", en + "; download the file again or check it"
            ), excerpt: excerpt)
    }

    mutating func truncated() -> Problem {
        broken("json.truncated", "document JSON tronqué", "JSON document cut short")
    }

    private mutating func overLimit() -> Problem {
        broken(
            "json.limit.recordBytes", "un enregistrement dépasse la limite « recordBytes »",
            "a record is over the limit “recordBytes”")
    }

    // MARK: Records

    mutating func record(
        _ path: String, _ onProblem: (Problem) throws -> Void, _ body: (JSONRecordReader.Record) throws -> Void
    ) throws {
        number += 1
        let value: JSONValue
        do {
            value = try lay()
        } catch {
            try recover(from: error, onProblem)
            return
        }
        guard let laid else { return }
        if laid.count > 512, laid.count * goodRecords > goodBytes * 2, hasSwallowed(value) {
            position = laid.lowerBound
            try recover(from: .swallowed, onProblem)
            return
        }
        goodBytes += laid.count
        goodRecords += 1
        shape.learn(value)
        try body(
            JSONRecordReader.Record(
                value: value, path: path, number: number,
                bytes: UnsafeRawBufferPointer(rebasing: window.bytes[laid])))
    }

    /// Why a record cannot be used.
    enum RecordFault: Error {
        case malformed, tooDeep, truncated, overLimit
        /// A bracket is missing and the records that follow are taken for a part of this one.
        case swallowed
        /// The source cannot be read.
        case source(any Error)
    }

    /// Lays down the value at the window's start and consumes it, reading on as long as it is incomplete.
    mutating func lay() throws(RecordFault) -> JSONValue {
        if let laid, laid.lowerBound == position {
            position = laid.upperBound
            return JSONValue(tape: tape, index: 0)
        }
        while true {
            do throws(JSONTape.Fault) {
                let start = position
                let after = try tape.parse(
                    UnsafeRawBufferPointer(rebasing: window.bytes[..<window.end]), from: start, depth: limits.depth)
                laid = start..<after
                position = after
                return JSONValue(tape: tape, index: 0)
            } catch {
                switch error {
                case .invalid: throw .malformed
                case .tooDeep: throw .tooDeep
                case .incomplete: break
                }
            }
            let outcome: ByteWindow.Outcome
            do { outcome = try fill() } catch { throw .source(error) }
            switch outcome {
            case .more: continue
            case .end: throw .truncated
            case .full: throw .overLimit
            }
        }
    }

    /// Whether an object inside a record is a record itself.
    private func hasSwallowed(_ value: JSONValue) -> Bool {
        guard shape.isGiven, value.isObject else { return false }
        for index in 1..<max(tape.count, 1) where tape.entries[index].kind == .object {
            if shape.fits(JSONValue(tape: tape, index: index)) { return true }
        }
        return false
    }

    /// Whether a string and a colon stand at the window's start.
    func standsBeforeColon() -> Bool {
        guard window.bytes[position] == UInt8(ascii: "\"") else { return false }
        let bytes = UnsafeRawBufferPointer(rebasing: window.bytes[..<window.end])
        guard var index = try? tape.parse(bytes, from: position, depth: 1) else { return false }
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index < bytes.count && bytes[index] == UInt8(ascii: ":")
    }

    // MARK: Whether an object is a record

    /// Whether the object at the window's start holds the paths below `path`, rather than being a record itself. Its
    /// first key nearly always tells; otherwise the whole object is looked at, as long as it may be a record.
    mutating func objectLeadsDown(_ path: String) throws -> Bool {
        let keys = places.keysDown(path)
        while true {
            if let key = firstKey(), keys.contains(key) { return true }
            do throws(JSONTape.Fault) {
                let after = try tape.parse(
                    UnsafeRawBufferPointer(rebasing: window.bytes[..<window.end]), from: position, depth: limits.depth)
                // What is on the tape need not be parsed again.
                laid = position..<after
                let value = JSONValue(tape: tape, index: 0)
                return keys.contains { value[$0] != nil }
            } catch {
                guard case .incomplete = error else { return false }
            }
            if window.end - position >= limits.recordBytes / 2 { return true }
            guard try fill() == .more else { return false }
        }
    }

    /// The key behind the brace at the window's start, when it is all there.
    private func firstKey() -> String? {
        let bytes = window.bytes
        var open = position + 1
        while open < window.end, bytes[open] <= 0x20 { open += 1 }
        guard open < window.end, bytes[open] == UInt8(ascii: "\"") else { return nil }
        var close = open + 1
        while close < window.end, bytes[close] != UInt8(ascii: "\"") { close += 1 }
        guard close < window.end else { return nil }
        return String(decoding: bytes[open + 1..<close], as: UTF8.self)
    }
}
