import Wording

/// Reads the records of a JSON document of any size, one at a time, in constant memory.
///
/// Records are the elements of the arrays found at the given paths (`marches.marche`, or the empty path for an array
/// at the root); a single object at such a path is one record. JSON Lines are read too.
public struct JSONRecordReader {
    private let paths: Set<String>
    private let limits: Limits

    public init(recordsAt paths: [String], limits: Limits = .standard) {
        self.paths = Set(paths)
        self.limits = limits
    }

    /// One record with its place.
    public struct Record {
        public let value: JSONValue
        /// Path of the array it stands in.
        public let path: String
        /// Number in the document, from 1.
        public let number: Int
        let bytes: UnsafeRawBufferPointer

        /// The source text.
        public var source: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Calls `body` for every record, and `onProblem` for a record that is no JSON: the following ones are still read.
    ///
    /// - Throws: `Problem` when the document itself is broken or holds no record path at all; what the closures throw.
    public func read(
        _ source: ByteSource, name: String, onProblem: (Problem) throws -> Void, _ body: (Record) throws -> Void
    ) throws {
        var scanner = JSONScanner(source: source, name: name, limits: limits, paths: paths)
        defer { scanner.deallocate() }
        try scanner.run(onProblem: onProblem, body)
    }
}

/// The walk down to the records.
private struct JSONScanner {
    var window: ByteWindow
    let name: String
    let limits: Limits
    let paths: Set<String>
    var number = 0
    /// Lines before the window.
    var line = 1
    let tape = JSONTape()

    init(source: ByteSource, name: String, limits: Limits, paths: Set<String>) {
        window = ByteWindow(source, limit: limits.recordBytes)
        self.name = name
        self.limits = limits
        self.paths = paths
    }

    func deallocate() { window.deallocate() }

    private var buffer: UnsafeMutableRawBufferPointer { window.bytes }
    private var end: Int { window.end }
    private var position: Int {
        get { window.position }
        set { window.position = newValue }
    }

    /// Reads on. False at the end of the source.
    mutating func fill() throws -> Bool {
        if !window.atEnd { for index in 0..<position where buffer[index] == 0x0A { line += 1 } }
        switch try window.fill() {
        case .more: return true
        case .end: return false
        case .full:
            throw broken(
                "json.limit.recordBytes", "un enregistrement dépasse la limite « recordBytes »",
                "a record is over the limit “recordBytes”")
        }
    }

    func broken(_ rule: String, _ fr: String, _ en: String) -> Problem {
        var lines = line
        for index in 0..<min(position, end) where buffer[index] == 0x0A { lines += 1 }
        return Problem(
            rule, at: Place(file: name, line: lines, record: number > 0 ? number : nil),
            Phrase(
                fr + " ; téléchargez le fichier de nouveau ou vérifiez-le", en + "; download the file again or check it"
            ))
    }

    /// The next byte that is no white space, not consumed; `nil` at the end.
    mutating func peek() throws -> UInt8? {
        while true {
            while position < end {
                switch buffer[position] {
                case 0x20, 0x09, 0x0A, 0x0D: position += 1
                case 0xEF where position + 2 < end && buffer[position + 1] == 0xBB: position += 3  // byte-order mark
                default: return buffer[position]
                }
            }
            if try !fill() { return nil }
        }
    }

    mutating func run(
        onProblem: (Problem) throws -> Void, _ body: (JSONRecordReader.Record) throws -> Void
    ) throws {
        guard let first = try peek() else {
            throw broken("json.empty", "le fichier est vide", "the file is empty")
        }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            throw broken("json.malformed", "ce n’est pas un document JSON", "not a JSON document")
        }
        var found = false
        while let next = try peek() {  // several values: JSON Lines
            guard next == UInt8(ascii: "{") || next == UInt8(ascii: "[") else {
                throw broken(
                    "json.malformed", "texte inattendu après la fin du JSON",
                    "unexpected text after the end of the JSON")
            }
            if try walk("", onProblem, body) { found = true }
        }
        if !found {
            let expected = paths.filter { !$0.isEmpty }.sorted().joined(separator: ", ")
            throw broken(
                "json.noRecords", "aucun enregistrement trouvé (attendu sous : \(expected))",
                "no record found (expected under: \(expected))")
        }
    }

    /// Reads the value at `path`; true when it was, or held, a place of records.
    mutating func walk(
        _ path: String, _ onProblem: (Problem) throws -> Void,
        _ body: (JSONRecordReader.Record) throws -> Void
    ) throws -> Bool {
        let first = try peek()
        let leadsDown = paths.contains { $0.hasPrefix(path.isEmpty ? "" : path + ".") && $0 != path && !$0.isEmpty }
        if first == UInt8(ascii: "["), paths.contains(path) {
            position += 1
            try elements(path, onProblem, body)
            return true
        }
        if first == UInt8(ascii: "{"), leadsDown {
            if path.isEmpty, paths.contains(path) {
                // The whole document may be one record, a line of JSON Lines: it is when none of the keys lead down.
                if try !rootLeadsDown() {
                    try record(path, onProblem, body)
                    return true
                }
            }
            return try members(path, onProblem, body)
        }
        if first == UInt8(ascii: "{"), paths.contains(path) {
            try record(path, onProblem, body)
            return true
        }
        try skip()
        return false
    }

    /// Whether the object at the root holds the paths, rather than being a record itself. Its first key nearly always
    /// tells; otherwise the whole object is looked at, as long as it may be a record.
    mutating func rootLeadsDown() throws -> Bool {
        let first = Set(paths.compactMap { $0.split(separator: ".").first.map(String.init) })
        while true {
            let window = UnsafeRawBufferPointer(rebasing: buffer[..<end])
            if let key = Self.firstKey(window, from: position + 1), first.contains(key) { return true }
            do {
                _ = try tape.parse(window, from: position, depth: limits.depth)
                let root = JSONValue(tape: tape, index: 0)
                return first.contains { root[$0] != nil }
            } catch JSONTape.Fault.incomplete {
                if end - position >= limits.recordBytes / 2 { return true }
                if try !fill() { return false }
            } catch {
                return false
            }
        }
    }

    /// The key that follows `start`, when it is all there.
    private static func firstKey(_ window: UnsafeRawBufferPointer, from start: Int) -> String? {
        var open = start
        while open < window.count, window[open] <= 0x20 { open += 1 }
        guard open < window.count, window[open] == UInt8(ascii: "\"") else { return nil }
        var close = open + 1
        while close < window.count, window[close] != UInt8(ascii: "\"") { close += 1 }
        guard close < window.count else { return nil }
        return String(decoding: window[open + 1..<close], as: UTF8.self)
    }

    mutating func members(
        _ path: String, _ onProblem: (Problem) throws -> Void, _ body: (JSONRecordReader.Record) throws -> Void
    ) throws -> Bool {
        position += 1
        var found = false
        while true {
            guard let next = try peek() else { throw truncated() }
            if next == UInt8(ascii: "}") {
                position += 1
                return found
            }
            if next == UInt8(ascii: ",") {
                position += 1
                continue
            }
            guard next == UInt8(ascii: "\"") else {
                throw broken("json.malformed", "clé attendue", "key expected")
            }
            let key = try lay().text ?? ""
            guard try peek() == UInt8(ascii: ":") else {
                throw broken(
                    "json.malformed", "« : » attendu après la clé « \(key) »", "“:” expected after the key “\(key)”")
            }
            position += 1
            if try walk(path.isEmpty ? key : path + "." + key, onProblem, body) { found = true }
        }
    }

    mutating func elements(
        _ path: String, _ onProblem: (Problem) throws -> Void, _ body: (JSONRecordReader.Record) throws -> Void
    ) throws {
        while true {
            guard let next = try peek() else {
                try onProblem(truncated())
                return
            }
            if next == UInt8(ascii: "]") {
                position += 1
                return
            }
            if next == UInt8(ascii: ",") {
                position += 1
                continue
            }
            try record(path, onProblem, body)
        }
    }

    mutating func record(
        _ path: String, _ onProblem: (Problem) throws -> Void, _ body: (JSONRecordReader.Record) throws -> Void
    ) throws {
        number += 1
        let value: JSONValue
        let start: Int
        do {
            value = try lay()
            start = position - laid
        } catch let problem as Problem where problem.rule == "json.malformed" {
            // The rest of the record is passed over as far as its brackets tell.
            try skip()
            // A closing brace too many opens nothing: it is passed over, or it would be met again for ever.
            if position < end, buffer[position] == UInt8(ascii: "}") { position += 1 }
            try onProblem(problem)
            return
        }
        try body(
            JSONRecordReader.Record(
                value: value, path: path, number: number,
                bytes: UnsafeRawBufferPointer(rebasing: buffer[start..<position])))
    }

    /// Bytes of the value laid down last.
    var laid = 0

    /// Lays down the value at the window's start and consumes it, reading on as long as it is incomplete.
    mutating func lay() throws -> JSONValue {
        while true {
            let window = UnsafeRawBufferPointer(rebasing: buffer[..<end])
            do {
                let after = try tape.parse(window, from: position, depth: limits.depth)
                laid = after - position
                position = after
                return JSONValue(tape: tape, index: 0)
            } catch JSONTape.Fault.incomplete {
                if try !fill() { throw truncated() }
            } catch JSONTape.Fault.tooDeep {
                throw broken(
                    "json.malformed", "imbrication au-delà de la limite « depth »", "nesting over the limit “depth”")
            } catch {
                throw broken(
                    "json.malformed", "JSON illisible dans cet enregistrement", "unreadable JSON in this record")
            }
        }
    }

    func truncated() -> Problem {
        broken("json.truncated", "document JSON tronqué", "JSON document cut short")
    }

    /// Passes over the value at the window's start by its brackets and strings alone.
    mutating func skip() throws {
        var depth = 0
        var inString = false
        var escaped = false
        while true {
            while position < end {
                let byte = buffer[position]
                if inString {
                    if escaped {
                        escaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        escaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        inString = false
                    }
                    position += 1
                    if !inString, depth == 0 { return }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""):
                    inString = true
                    position += 1
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    position += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return }
                    depth -= 1
                    position += 1
                    if depth == 0 { return }
                case UInt8(ascii: ",") where depth == 0: return
                default: position += 1
                }
            }
            if try !fill() { return }
        }
    }
}
