import Wording

/// What one file that the user named may still cost, the archives inside it included.
final class ArchiveBudget {
    private let limits: Limits
    private let file: String
    private let size: Int
    private var packed = 0
    private var unpacked = 0
    private var members = 0

    init(_ input: Input, limits: Limits) {
        self.limits = limits
        file = input.name
        size = input.size
    }

    /// The end of a whole archive: a limit was reached.
    struct Stop: Error {
        let problem: Problem
    }

    func countMember() throws {
        members += 1
        if members > limits.members { throw stop("members", limits.members) }
    }

    /// Counts bytes of the file itself, so that a bomb goes off early; going back in a zip counts no byte beyond its size.
    func count(packed bytes: Int) { packed = min(packed + bytes, size) }

    /// Counts bytes that came out of an archive, used or not.
    func count(unpacked bytes: Int) throws {
        unpacked += bytes
        if unpacked > limits.unpackedBytes { throw stop("unpackedBytes", limits.unpackedBytes) }
        let (most, overflow) = packed.multipliedReportingOverflow(by: limits.ratio)
        if unpacked > limits.ratioFree, !overflow, unpacked > most { throw stop("ratio", limits.ratio) }
    }

    private func stop(_ limit: String, _ value: Int) -> Stop {
        Stop(problem: ArchiveProblem.tooMuch(limit, value, file: file))
    }
}
