internal import CArchive
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One pass over the members of an archive, through libarchive.
final class ArchiveReader {
    private let archive: OpaquePointer
    private let name: String
    private let size: Int
    private let isCompressed: Bool
    private let isOuter: Bool
    private let source: ByteSource
    private let budget: ArchiveBudget
    private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    private var isOpen = false
    private var position = 0
    /// Why libarchive was given no more bytes: it can only be told that there are none.
    private var interruption: (any Error)?
    private var isSearching = false
    private var data = 0
    private var counted = 0

    /// What libarchive converts names to. A program starts in a locale that only has ASCII, and other names get lost.
    nonisolated(unsafe) private static let utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

    enum Step {
        case member(ArchiveMember)
        case end
        /// Something that should be a member and is not was passed over; what follows can be read.
        case skipped(Problem)
        /// Nothing more can be read of the archive.
        case failed(Problem)
    }

    enum Chunk {
        case bytes(Int)
        case end
        /// The member is damaged; whether this pass can go on to the next one.
        case failed(Problem, goesOn: Bool)
    }

    /// - Parameter isOuter: whether `input` is the file that `budget` is for, and not an archive inside it.
    /// - Throws: `Problem` when the source cannot be opened.
    init(_ input: Input, _ format: ArchiveFormat, isOuter: Bool, budget: ArchiveBudget) throws {
        guard let archive = archive_read_new() else { fatalError("no memory") }
        self.archive = archive
        name = input.name
        size = input.size
        isCompressed = format == .gzip
        self.isOuter = isOuter
        self.budget = budget
        do { source = try input.openPlainly() } catch {
            archive_read_free(archive)
            block.deallocate()
            throw error
        }
        switch format {
        case .gzip:
            archive_read_support_filter_gzip(archive)
            archive_read_support_format_tar(archive)
            archive_read_support_format_raw(archive)
            archive_read_support_format_empty(archive)
        case .tar: archive_read_support_format_tar(archive)
        case .zip: archive_read_support_format_zip(archive)
        case .unsupported: break
        }
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
        archive_read_set_read_callback(archive) { _, context, bytes in
            guard let context, let bytes else { return -1 }
            return Unmanaged<ArchiveReader>.fromOpaque(context).takeUnretainedValue().feed(bytes)
        }
        archive_read_set_seek_callback(archive) { _, context, offset, whence in
            guard let context else { return -1 }
            return Unmanaged<ArchiveReader>.fromOpaque(context).takeUnretainedValue().seek(offset, whence)
        }
        // A head of gzip that is too short for one would be given as it stands.
        isOpen = archive_read_open1(archive) == ARCHIVE_OK && (!isCompressed || compressions > 0)
    }

    deinit {
        archive_read_free(archive)
        block.deallocate()
    }

    /// Compressed inside compressed: how many times beyond the first.
    var innerCompressions: Int { max(compressions - 1, 0) }

    private var compressions: Int { Int(archive_filter_count(archive)) - 1 }

    /// The next member, whatever it is.
    ///
    /// - Throws: `ArchiveBudget.Stop`.
    func next() throws -> Step {
        guard isOpen else { return .failed(try interrupted() ?? broken(name)) }
        let locale = uselocale(Self.utf8)
        defer { uselocale(locale) }
        var entry: OpaquePointer?
        var status = ARCHIVE_FATAL
        // Where a tar has no header, libarchive asks to try the next block, and the next: that is told once.
        repeat { status = archive_read_next_header(archive, &entry) } while status == ARCHIVE_RETRY && isSearching
        isSearching = status == ARCHIVE_RETRY
        if let problem = try interrupted() { return .failed(problem) }
        try count()
        switch status {
        case ARCHIVE_RETRY: return .skipped(broken(name))
        case ARCHIVE_EOF: return .end
        case ARCHIVE_OK, ARCHIVE_WARN:
            guard let entry else { return .failed(broken(name)) }
            return .member(ArchiveMember(entry, hasPath: archive_format(archive) != ARCHIVE_FORMAT_RAW))
        default: return .failed(broken(name))
        }
    }

    /// Bytes of the present member, which is called `member` in messages.
    ///
    /// - Throws: `ArchiveBudget.Stop`.
    func read(into buffer: UnsafeMutableRawBufferPointer, of member: String) throws -> Chunk {
        let read = archive_read_data(archive, buffer.baseAddress, buffer.count)
        if let problem = try interrupted() { return .failed(problem, goesOn: false) }
        if read < 0 { return .failed(broken(member), goesOn: read > Int(ARCHIVE_FATAL)) }
        data += read
        try count()
        return read == 0 ? .end : .bytes(read)
    }

    private func broken(_ file: String) -> Problem {
        ArchiveProblem.broken(file, detail: archive_error_string(archive).map { String(cString: $0) } ?? "")
    }

    /// - Throws: the interruption, when it is for the whole archive to end.
    private func interrupted() throws -> Problem? {
        guard let interruption else { return nil }
        guard let problem = interruption as? Problem else { throw interruption }
        return problem
    }

    /// Counts what came out since last time. Behind a compression that is more than the data: headers, and members that
    /// are passed over.
    private func count() throws {
        let total = isCompressed ? max(data, Int(archive_filter_bytes(archive, 0))) : data
        guard total > counted else { return }
        defer { counted = total }
        try budget.count(unpacked: total - counted)
    }

    // MARK: What libarchive asks for

    private func feed(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        do {
            try count()
            let read = try source.read(into: block)
            position += read
            if isOuter { budget.count(packed: read) }
            bytes.pointee = UnsafeRawPointer(block.baseAddress)
            return read
        } catch {
            interruption = error
            return -1
        }
    }

    private func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
        let base =
            switch whence {
            case SEEK_SET: 0
            case SEEK_CUR: position
            default: size
            }
        let (target, overflow) = base.addingReportingOverflow(Int(offset))
        guard !overflow, target >= 0 else { return Int64(ARCHIVE_FATAL) }
        position = min(target, size)
        source.seek(to: position)
        return Int64(position)
    }
}
