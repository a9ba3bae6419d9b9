import Wording

/// Reads the records of a JSON document of any size, one at a time, in constant memory.
///
/// Records are the elements of the arrays found at the given paths (`marches.marche`, or the empty path for an array
/// at the root); a single object at such a path is one record. JSON Lines and objects behind each other are read too.
public struct JSONRecordReader {
    private let places: JSONPlaces
    private let shape: JSONShape
    private let limits: Limits

    /// - Parameters:
    ///   - paths: where the records are, keys separated by points.
    ///   - keys: keys that stand in records and nowhere below them. Behind a broken record, reading goes on at the next
    ///     object that has two of them. The first is one that every record has: its number tells how many were lost.
    ///     Without any, the last good record is what the next one is held against.
    public init(recordsAt paths: [String], recognisedBy keys: [String] = [], limits: Limits = .standard) {
        places = JSONPlaces(paths)
        shape = JSONShape(keys)
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

    /// Calls `body` for every record, and `onProblem` for each record that is no JSON: the following ones are still
    /// read.
    ///
    /// - Throws: `Problem` when the document itself is broken or holds no record path at all; what the closures throw.
    public func read(
        _ source: ByteSource, name: String, onProblem: (Problem) throws -> Void, _ body: (Record) throws -> Void
    ) throws {
        var scanner = JSONScanner(
            source: TranscodingSource(source), name: name, limits: limits, places: places, shape: shape)
        defer { scanner.deallocate() }
        try scanner.run(onProblem: onProblem, body)
    }
}

/// Where the records of a document are.
struct JSONPlaces {
    private let paths: Set<String>
    /// Keys that lead down from a path towards records.
    private let keys: [String: Set<String>]
    /// The root is asked about at every line of JSON Lines.
    let rootIsRecord: Bool
    let rootLeadsDown: Bool

    init(_ paths: [String]) {
        self.paths = Set(paths)
        var keys: [String: Set<String>] = [:]
        for path in paths {
            var above = ""
            for step in path.split(separator: ".").map(String.init) {
                keys[above, default: []].insert(step)
                above = above.isEmpty ? step : above + "." + step
            }
        }
        self.keys = keys
        rootIsRecord = self.paths.contains("")
        rootLeadsDown = keys[""] != nil
    }

    func isRecord(_ path: String) -> Bool { path.isEmpty ? rootIsRecord : paths.contains(path) }
    func leadsDown(_ path: String) -> Bool { path.isEmpty ? rootLeadsDown : keys[path] != nil }
    func keysDown(_ path: String) -> Set<String> { keys[path] ?? [] }

    /// The paths, for a message.
    var expected: String { paths.filter { !$0.isEmpty }.sorted().joined(separator: ", ") }
}

/// What tells a record from the objects inside it.
struct JSONShape {
    private let given: Set<String>
    /// `"key"` with its quotation marks: a key that stands once in every record.
    let counter: [UInt8]
    private var seen: Set<String> = []

    init(_ keys: [String]) {
        given = Set(keys)
        counter = keys.first.map { Array("\"\($0)\"".utf8) } ?? []
    }

    var isGiven: Bool { !given.isEmpty }

    /// Keeps the keys of a record read well, when none were given.
    mutating func learn(_ value: JSONValue) {
        if given.isEmpty, seen.isEmpty, value.isObject { seen = Set(value.members.map(\.key)) }
    }

    func fits(_ value: JSONValue) -> Bool {
        guard value.isObject else { return false }
        if isGiven {
            return value.members.count { given.contains($0.key) } >= 2
        }
        return !seen.isEmpty && value.members.count { seen.contains($0.key) } * 2 >= seen.count
    }
}
