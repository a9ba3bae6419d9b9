import Bytes
import Tenders
import Wording

/// What is fuzzed. A target of its own where the samples and the words differ, though the reader be the same.
enum Target: String, CaseIterable {
    case notices
    case boamp
    case contractsJSON = "contracts-json"
    case contractsXML = "contracts-xml"
    case contractsCSV = "contracts-csv"
    case csv
    case tables
    case archives

    /// Small enough for every bound to be met, and for the temporary files to be used.
    private static let limits: Limits = {
        var limits = Limits.standard
        limits.depth = 50
        limits.recordBytes = 1 << 20
        limits.names = 500
        limits.heldInMemory = 4 << 10
        limits.unpackedBytes = 4 << 20
        limits.ratioFree = 1 << 20
        limits.members = 200
        limits.sharedTextBytes = 4 << 10
        limits.columns = 100
        return limits
    }()

    /// Reads the bytes. A `Problem` is a good answer to anything; a crash, a hang or a leak to nothing.
    func run(_ bytes: [UInt8]) {
        do { try read(Input(name: "fuzz", bytes: bytes)) } catch let problem as Problem { Self.check(problem) } catch {
            fatalError("not a problem: \(error)")
        }
    }

    private func read(_ input: Input) throws {
        switch self {
        case .notices, .boamp:
            try NoticeReader(limits: Self.limits).read(input, onProblem: Self.check) { _ in }
        case .contractsJSON, .contractsXML, .contractsCSV:
            try ContractReader(limits: Self.limits).read(input, onProblem: Self.check) { _ in }
        case .csv:
            var line = 0
            try CSVReader(limits: Self.limits).read(input.open(), name: input.name, onHeader: { _ in }) { row in
                precondition(row.line > line, "lines go forward")
                line = row.line
            }
        case .tables:
            try TableReader(limits: Self.limits).read(input, onHeader: { _ in }) { row in
                precondition(row.line > 0)
                for column in 0...row.count { precondition(row[column].string.utf8.count <= 3 << 20) }
            }
        case .archives:
            var answers = 0
            try InputWalker(limits: Self.limits).forEach(
                in: input,
                onProblem: { problem in
                    answers += 1
                    Self.check(problem)
                },
                { document in
                    answers += 1
                    let (size, digest) = (document.size, try document.digest())
                    try document.open().forEachBlock { block in precondition(block.count <= size) }
                    precondition(document.head.count == min(size, 8 << 10))
                    precondition(digest.utf8.count == 64)
                })
            precondition(answers > 0, "silence is no answer")
        }
    }

    /// What is told to people has a place and a sentence.
    private static func check(_ problem: Problem) {
        precondition(!problem.rule.isEmpty && problem.place.file.hasPrefix("fuzz"))
        precondition(!problem.sentence(.french).isEmpty && !problem.sentence(.english).isEmpty)
    }
}
