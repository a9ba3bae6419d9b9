import TestSupport
import Testing
import Wording

@testable import Bytes

/// What a walk came to. Files are named below the folder of the test.
struct Walk {
    var documents: [Packing.Member] = []
    var problems: [Problem] = []
    private let root: String

    /// Walks `paths` of a folder, by default the whole folder.
    init(
        _ folder: TemporaryFolder, _ paths: [String]? = nil, limits: Limits = .standard, counter: ReadCounter? = nil
    ) throws {
        root = folder.url.path + "/"
        let paths = paths.map { $0.map { $0 == "-" ? $0 : folder.path($0) } } ?? [folder.url.path]
        try InputWalker(limits: limits, counter: counter).forEach(paths, onProblem: { problems.append($0) }) {
            try add($0)
        }
    }

    /// Walks one input in memory.
    init(_ bytes: [UInt8], limits: Limits = .standard) throws {
        root = ""
        try InputWalker(limits: limits).forEach(
            in: Input(name: "a", bytes: bytes), onProblem: { problems.append($0) }
        ) { try add($0) }
    }

    private mutating func add(_ input: Input) throws {
        let bytes = try input.contents()
        #expect(bytes.count == input.size)
        #expect(try input.digest() == SHA256.hex(bytes))
        #expect(input.head == Array(bytes.prefix(Input.headSize)))
        documents.append(Packing.Member(short(input.name), bytes))
    }

    private func short(_ name: String) -> String { name.hasPrefix(root) ? String(name.dropFirst(root.count)) : name }

    var names: [String] { documents.map(\.name) }
    var texts: [String] { documents.map { "\($0.name)=" + String(decoding: $0.bytes, as: UTF8.self) } }
    /// `place: rule`
    var faults: [String] { problems.map { "\(short($0.place.file)): \($0.rule)" } }
}

extension Input {
    func contents() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try open().forEachBlock { bytes += $0 }
        return bytes
    }
}
