import Foundation
import Wording

/// Goes through the files, folders and archives that the user names, in a stable order.
public struct InputWalker {
    public var limits: Limits

    public init(limits: Limits = .standard) { self.limits = limits }

    /// Calls `body` for every document below `paths`, and `onProblem` for what cannot be read at all. Folders are
    /// walked in the order of their names; hidden files are passed over. A broken member does not stop its archive.
    public func forEach(_ paths: [String], onProblem: (Problem) throws -> Void, _ body: (Input) throws -> Void) throws {
        for path in paths {
            if path != "-", Self.isFolder(path) == true {
                let files = try Self.files(below: path, onProblem: onProblem)
                for file in files { try visit(file, onProblem: onProblem, body) }
                if files.isEmpty {
                    try onProblem(
                        Problem(
                            "folder.empty", at: Place(file: path),
                            Phrase(
                                "aucun fichier dans ce dossier ; vérifiez le chemin",
                                "no file in this folder; check the path")))
                }
            } else {
                try visit(path, onProblem: onProblem, body)
            }
        }
    }

    private static func files(below folder: String, onProblem: (Problem) throws -> Void) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            try onProblem(
                Problem(
                    "file.unreadable", at: Place(file: folder),
                    Phrase(
                        "ce dossier ne peut pas être lu ; vérifiez ses droits",
                        "this folder cannot be read; check its permissions")))
            return []
        }
        var files: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            switch isFolder(path) {
            case true?: files += try Self.files(below: path, onProblem: onProblem)
            case false?: files.append(path)
            case nil: continue
            }
        }
        return files
    }

    /// `nil` when there is nothing at the path, as behind a broken link.
    private static func isFolder(_ path: String) -> Bool? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        return isFolder.boolValue
    }

    private func visit(
        _ path: String, onProblem: (Problem) throws -> Void, _ body: (Input) throws -> Void
    ) throws {
        let input: Input
        do {
            let name = path == "-" ? "stdin" : path
            if path == "-" || !FileSource.isRegular(path) {
                // A pipe is read once.
                guard let bytes = try FileSource(path: path).all(limit: limits.recordBytes * 16) else {
                    throw Problem(
                        "input.size", at: Place(file: name),
                        Phrase(
                            "l’entrée standard dépasse la limite ; enregistrez-la dans un fichier",
                            "standard input is over the limit; save it to a file"))
                }
                input = Input(name: name, bytes: bytes)
            } else if let bytes = try FileSource(path: path).all(limit: Input.heldInMemory) {
                input = Input(name: name, bytes: bytes)
            } else {
                input = try Input(name: name, path: path)
            }
        } catch let problem as Problem {
            try onProblem(problem)
            return
        }
        if Archive.isArchive(input.head) {
            do {
                try Archive(limits: limits).forEachMember(of: input, onProblem: onProblem, body)
            } catch let problem as Problem {
                try onProblem(problem)
            }
        } else {
            try body(input)
        }
    }
}
