import Synchronization

/// How far a walk has come, for who waits: may be asked from another thread at any time.
///
/// Bytes are those of the files that the user named, as they lie on the disk: an archive counts packed. Their sum at
/// the end is that of ``InputWalker/survey(_:)``, standard input and pipes apart.
public final class ReadCounter: Sendable {
    private let bytesRead = Atomic<Int>(0)
    private let filesRead = Atomic<Int>(0)

    public init() {}

    public var bytes: Int { bytesRead.load(ordering: .relaxed) }
    /// Files that are done with.
    public var files: Int { filesRead.load(ordering: .relaxed) }

    /// What is read of one file, however often it is opened: no byte counts twice.
    final class File: Sendable {
        private let counter: ReadCounter
        private let size: Int
        private let counted = Atomic<Int>(0)

        /// - Parameter size: `Int.max` when it is not known.
        init(_ counter: ReadCounter, size: Int) {
            self.counter = counter
            self.size = size
        }

        func read(_ count: Int) {
            let before = counted.load(ordering: .relaxed)
            let added = min(count, size - before)
            guard added > 0 else { return }
            counted.store(before + added, ordering: .relaxed)
            counter.bytesRead.add(added, ordering: .relaxed)
        }

        /// The file is done with: what was passed over counts as read.
        func finish() {
            if size < Int.max { read(size) }
            counter.filesRead.add(1, ordering: .relaxed)
        }
    }
}

/// Counts what goes through.
final class CountingSource: ByteSource {
    private let source: ByteSource
    private let file: ReadCounter.File

    init(_ source: ByteSource, _ file: ReadCounter.File) {
        self.source = source
        self.file = file
    }

    override func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        file.read(count)
        return count
    }

    override func seek(to offset: Int) { source.seek(to: offset) }
}
