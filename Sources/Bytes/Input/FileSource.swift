import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of a file, or of standard input for `-`.
public final class FileSource: ByteSource {
    private let descriptor: Int32
    private let path: String

    /// - Throws: `Problem` with the rule `file.unreadable`.
    public init(path: String) throws {
        self.path = path
        if path == "-" {
            descriptor = 0
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw Self.unreadable(path, EISDIR)
        }
    }

    /// Whether the path is a plain file, which can be read twice; true as well when there is nothing there.
    static func isRegular(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return true }
        return status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    override func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw Self.unreadable(path, errno) }
        }
    }

    private static func unreadable(_ path: String, _ code: Int32) -> Problem {
        let why =
            switch code {
            case ENOENT: Phrase("fichier introuvable ; vérifiez le chemin", "no such file; check the path")
            case EACCES, EPERM:
                Phrase(
                    "lecture refusée ; vérifiez les droits du fichier", "not allowed to read it; check its permissions")
            case EISDIR: Phrase("est un dossier, un fichier était attendu", "is a folder, a file was expected")
            default:
                Phrase(
                    "lecture impossible (\(String(cString: strerror(code))))",
                    "cannot be read (\(String(cString: strerror(code))))")
            }
        return Problem("file.unreadable", at: Place(file: path), why)
    }
}
