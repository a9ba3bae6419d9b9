import Foundation
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files below a folder, in the order of their names. Hidden ones are passed over, and what is neither file nor
/// folder: a pipe in a folder would be waited for without end.
struct FolderWalker {
    /// Folders met, by device and number: a link to one of them is not followed again.
    private var met: Set<[UInt64]> = []

    /// A path that is to be read; `nil` as size when there is nothing behind it, as behind a broken link.
    typealias File = (path: String, size: Int?)

    /// Calls `body` for each file below `folder`, and `onProblem` for folders that cannot be read.
    mutating func forEach(
        below folder: String, onProblem: (Problem) throws -> Void, _ body: (File) throws -> Void
    ) rethrows {
        if case .folder(let identity) = PathKind(folder), !met.insert(identity).inserted { return }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            try onProblem(
                Problem(
                    "file.unreadable", at: Place(file: folder),
                    Phrase(
                        "ce dossier ne peut pas être lu ; vérifiez ses droits",
                        "this folder cannot be read; check its permissions")))
            return
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            switch PathKind(path) {
            case .folder: try forEach(below: path, onProblem: onProblem, body)
            case .file(let size): try body((path, size))
            case .nothing: try body((path, nil))
            case .other: continue
            }
        }
    }
}

/// What stands at a path, links followed.
enum PathKind {
    case folder(identity: [UInt64])
    case file(size: Int)
    case nothing
    /// A pipe, a device, a socket.
    case other

    init(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            self = .nothing
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: self = .folder(identity: [UInt64(status.st_dev), UInt64(status.st_ino)])
        case S_IFREG: self = .file(size: Int(status.st_size))
        default: self = .other
        }
    }
}
