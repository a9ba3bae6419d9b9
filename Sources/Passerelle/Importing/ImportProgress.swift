import Bytes
import Synchronization
import Workspace

/// How far an import has come, for who waits; may be asked from any thread.
public final class ImportProgress: Sendable {
    let counter = ReadCounter()
    private let stored = Atomic<Int>(0)
    private let filesExpected = Atomic<Int>(0)
    private let bytesExpected = Atomic<Int>(0)

    public init() {}

    /// Records read and stored, or rejected.
    public internal(set) var records: Int {
        get { stored.load(ordering: .relaxed) }
        set { stored.store(newValue, ordering: .relaxed) }
    }
    /// Files done with, and their bytes as they lie on the disk.
    public var files: Int { counter.files }
    public var bytes: Int { counter.bytes }
    /// All the files named, and their bytes: 0 for standard input, whose size is not known.
    public var totalFiles: Int { filesExpected.load(ordering: .relaxed) }
    public var totalBytes: Int { bytesExpected.load(ordering: .relaxed) }

    /// Runs an import of `paths` and tells in its summary how long it took.
    func timed(_ paths: [String], _ body: () throws -> ImportSummary) rethrows -> ImportSummary {
        let survey = InputWalker.survey(paths)
        filesExpected.store(survey.files, ordering: .relaxed)
        bytesExpected.store(survey.bytes, ordering: .relaxed)
        let clock = ContinuousClock()
        let start = clock.now
        var summary = try body()
        summary.seconds = (clock.now - start) / .seconds(1)
        return summary
    }
}
