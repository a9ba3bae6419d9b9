import Wording

/// The documents in an archive, and in the archives inside it. Nothing is written to disk under a name.
struct ArchiveWalker {
    let limits: Limits
    let budget: ArchiveBudget

    init(_ input: Input, limits: Limits) {
        self.limits = limits
        budget = ArchiveBudget(input, limits: limits)
    }

    /// How often a zip is opened anew, behind a member so damaged that reading stops, before the rest is given up.
    private static let mostResumptions = 100

    /// Calls `body` for `input`, or, when it is an archive, for every document in it. A broken member does not stop its
    /// archive.
    ///
    /// - Parameter depth: how many archives `input` is inside of.
    /// - Throws: `ArchiveBudget.Stop`; what the closures throw.
    func visit(
        _ input: Input, depth: Int = 0, onProblem: (Problem) throws -> Void, _ body: (Input) throws -> Void
    ) throws {
        guard let format = ArchiveFormat(input), !OfficeDocument.isOne(input, format) else { return try body(input) }
        if case .unsupported(let kind) = format {
            try onProblem(ArchiveProblem.unsupported(input.name, kind: kind))
        } else if depth > limits.nesting {
            try onProblem(ArchiveProblem.tooMuch("nesting", limits.nesting, file: input.name))
        } else {
            try unpack(input, format, depth: depth, onProblem: onProblem, body)
        }
    }

    private func unpack(
        _ input: Input, _ format: ArchiveFormat, depth: Int, onProblem: (Problem) throws -> Void,
        _ body: (Input) throws -> Void
    ) throws {
        var reader: ArchiveReader
        do {
            reader = try ArchiveReader(input, format, isOuter: depth == 0, budget: budget)
        } catch let problem as Problem {
            return try onProblem(problem)
        }
        if reader.innerCompressions + depth > limits.nesting {
            return try onProblem(ArchiveProblem.tooMuch("nesting", limits.nesting, file: input.name))
        }
        var behind = 0
        var resumptions = 0
        var isEmpty = true
        while true {
            let member: ArchiveMember
            switch try reader.next() {
            case .end:
                if isEmpty { try onProblem(ArchiveProblem.empty(input.name)) }
                return
            case .failed(let problem): return try onProblem(problem)
            case .skipped(let problem):
                isEmpty = false
                try onProblem(problem)
                continue
            case .member(let found): member = found
            }
            behind += 1
            try budget.countMember()
            guard member.isFile, !MemberName.isHidden(member.path ?? "") else { continue }
            isEmpty = false
            let name = member.path.map { input.name + "!" + MemberName.shown($0) } ?? input.name
            if member.isEncrypted {
                try onProblem(ArchiveProblem.encrypted(name))
                continue
            }
            switch try document(name, reader) {
            case .whole(let document): try visit(document, depth: depth + 1, onProblem: onProblem, body)
            case .failed(let problem, let goesOn):
                try onProblem(problem)
                if goesOn { continue }
                // The content of a .gz is all there was.
                if member.path == nil { return }
                guard format == .zip, resumptions < Self.mostResumptions else { continue }
                resumptions += 1
                guard let resumed = try resume(input, format, depth: depth, behind: behind) else { continue }
                reader = resumed
            }
        }
    }

    private enum Unpacked {
        case whole(Input)
        case failed(Problem, goesOn: Bool)
    }

    /// The whole present member.
    private func document(_ name: String, _ reader: ArchiveReader) throws -> Unpacked {
        var intake = Intake(name: name, limits: limits)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            switch try reader.read(into: buffer, of: name) {
            case .end: return .whole(intake.input())
            case .failed(let problem, let goesOn): return .failed(problem, goesOn: goesOn)
            case .bytes(let count):
                do {
                    try intake.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                } catch let problem as Problem {
                    return .failed(problem, goesOn: true)
                }
            }
        }
    }

    /// A new pass that stands behind the first members; the directory of a zip makes that cheap.
    private func resume(_ input: Input, _ format: ArchiveFormat, depth: Int, behind: Int) throws -> ArchiveReader? {
        guard let reader = try? ArchiveReader(input, format, isOuter: depth == 0, budget: budget) else { return nil }
        for _ in 0..<behind {
            guard case .member = try reader.next() else { return nil }
        }
        return reader
    }
}
