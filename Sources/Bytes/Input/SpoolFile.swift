import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A temporary file without a name: nobody else finds it, and it is gone with this object or the process.
final class SpoolFile: Sendable {
    private let descriptor: Int32
    /// The document in it, for messages.
    private let name: String
    private static let folder = temporaryFolder()

    /// - Throws: `Problem` with the rule `spool.failed`.
    init(for name: String) throws {
        self.name = name
        var template = Array((Self.folder + "/passerelle-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Self.failed(errno, name) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    /// - Throws: `Problem` with the rule `spool.full` or `spool.failed`.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        var written = 0
        while written < bytes.count {
            let count = write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count >= 0 { written += count } else if errno != EINTR { throw Self.failed(errno, name) }
        }
    }

    /// Reads at `offset`; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            if errno != EINTR { throw Self.failed(errno, name) }
        }
    }

    /// `TMPDIR`, else the folder for large temporary files: the other one is often held in memory.
    private static func temporaryFolder() -> String {
        let chosen = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        if !chosen.isEmpty { return chosen }
        return access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp"
    }

    private static func failed(_ code: Int32, _ name: String) -> Problem {
        if code == ENOSPC || code == EDQUOT {
            return Problem(
                "spool.full", at: Place(file: name),
                Phrase(
                    "plus de place dans le dossier temporaire « \(folder) » ; libérez-en ou désignez-en un autre par la variable TMPDIR",
                    "no space left in the temporary folder “\(folder)”; free some or name another folder in the variable TMPDIR"
                ))
        }
        let detail = String(cString: strerror(code))
        return Problem(
            "spool.failed", at: Place(file: name),
            Phrase(
                "dossier temporaire « \(folder) » inutilisable (\(detail)) ; désignez-en un autre par la variable TMPDIR",
                "temporary folder “\(folder)” of no use (\(detail)); name another one in the variable TMPDIR"))
    }
}

/// The bytes of a temporary file from its start; several can read the same file.
final class SpoolSource: ByteSource {
    private let file: SpoolFile
    private var position = 0

    init(_ file: SpoolFile) { self.file = file }

    override func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try file.read(into: buffer, at: position)
        position += count
        return count
    }

    override func seek(to offset: Int) { position = max(offset, 0) }
}
