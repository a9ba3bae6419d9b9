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
    /// Bytes of a plain file; `nil` for a pipe, which is read once and ends when it ends.
    let size: Int?

    /// - Throws: `Problem` with the rule `file.unreadable`.
    public init(path: String) throws {
        self.path = path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
        var status = stat()
        let found = fstat(descriptor, &status)
        switch status.st_mode & S_IFMT {
        case S_IFREG where found == 0: size = path == "-" ? nil : Int(status.st_size)
        case S_IFIFO where found == 0, S_IFSOCK where found == 0: size = nil
        case S_IFCHR where found == 0 && path == "-": size = nil
        case let kind:
            if path != "-" { close(descriptor) }
            throw Self.unreadable(path, kind == S_IFDIR ? EISDIR : EINVAL)
        }
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    override func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = systemRead(descriptor, buffer)
            if count >= 0 { return count }
            if errno != EINTR { throw Self.unreadable(path, errno) }
        }
    }

    override func seek(to offset: Int) { lseek(descriptor, off_t(offset), SEEK_SET) }

    static func unreadable(_ path: String, _ code: Int32) -> Problem {
        let why =
            switch code {
            case ENOENT: Phrase("fichier introuvable ; vérifiez le chemin", "no such file; check the path")
            case EACCES, EPERM:
                Phrase(
                    "lecture refusée ; vérifiez les droits du fichier", "not allowed to read it; check its permissions")
            case EISDIR: Phrase("est un dossier, un fichier était attendu", "is a folder, a file was expected")
            case EINVAL:
                Phrase(
                    "n’est pas un fichier ; donnez un fichier, un dossier ou une archive",
                    "is not a file; give a file, a folder or an archive")
            default:
                Phrase(
                    "lecture impossible (\(String(cString: strerror(code))))",
                    "cannot be read (\(String(cString: strerror(code))))")
            }
        return Problem("file.unreadable", at: Place(file: path == "-" ? Input.standardInput : path), why)
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
