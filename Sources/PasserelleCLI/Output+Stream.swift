import Foundation
import Wording

extension Output {
    /// Data written piece by piece, to standard output or to a file that is there when it is whole.
    final class Stream {
        private let path: String?
        private let partial: String
        private let handle: FileHandle
        private var buffer: [UInt8] = []
        private var isFinished = false

        private static let room = 1 << 18

        /// - Throws: `Problem` when the file cannot be written.
        init(_ path: String?) throws {
            self.path = path
            partial = (path ?? "") + ".part"
            guard let path else {
                handle = .standardOutput
                return
            }
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            guard FileManager.default.createFile(atPath: partial, contents: nil),
                let handle = FileHandle(forWritingAtPath: partial)
            else { throw Output.notWritten(path) }
            self.handle = handle
        }

        deinit {
            if path != nil, !isFinished { try? FileManager.default.removeItem(atPath: partial) }
        }

        func write(_ bytes: [UInt8]) throws {
            buffer += bytes
            if buffer.count >= Self.room { try flush() }
        }

        private func flush() throws {
            do {
                try handle.write(contentsOf: Data(buffer))
            } catch {
                throw Output.notWritten(path ?? "-")
            }
            buffer.removeAll(keepingCapacity: true)
        }

        func finish() throws {
            try flush()
            guard let path else { return }
            do {
                try handle.close()
                if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
                try FileManager.default.moveItem(atPath: partial, toPath: path)
            } catch {
                throw Output.notWritten(path)
            }
            isFinished = true
            Output.error(text("Écrit : \(path)", "Written: \(path)"))
        }
    }

    static func notWritten(_ path: String) -> Problem {
        Problem(
            "output.notWritten", at: Place(file: path),
            Phrase(
                "impossible d’écrire ce fichier ; choisissez un autre dossier avec --output",
                "this file cannot be written; choose another folder with --output"))
    }
}
