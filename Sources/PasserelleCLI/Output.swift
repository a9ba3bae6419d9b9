import Foundation
import Reports
import Wording

/// Where results go: standard output or a file for data, standard error for everything else.
enum Output {
    static func error(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Writes data to `path`, or to standard output when it is nil.
    ///
    /// - Throws: `Problem` when the file cannot be written.
    static func write(_ data: Data, to path: String?) throws {
        guard let path else {
            FileHandle.standardOutput.write(data)
            return
        }
        do {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw notWritten(path)
        }
        Output.error(text("Écrit : \(path)", "Written: \(path)"))
    }

    static func write(_ content: String, to path: String?) throws {
        try write(Data(content.utf8), to: path)
    }

    /// Writes a workbook; it is no text, so it needs a file or a pipe.
    static func write(_ workbook: Workbook, to path: String?) throws {
        guard path != nil || isatty(1) == 0 else {
            throw Problem(
                "output.terminal", at: Place(file: "--format xlsx"),
                Phrase(
                    "un classeur ne s’affiche pas dans un terminal ; donnez un fichier avec --output",
                    "a workbook cannot be shown in a terminal; name a file with --output"))
        }
        do {
            try write(Data(try workbook.bytes()), to: path)
        } catch let failure as Workbook.Failure {
            throw Problem("output.workbook", at: Place(file: path ?? "-"), failure.message)
        }
    }

    /// Columns of the terminal; 80 when standard output is none.
    static var width: Int { width(of: 1) }

    /// Columns of the terminal behind a file descriptor; 80 when it is none.
    static func width(of descriptor: Int32) -> Int {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
            return 80
        }
        return Int(size.ws_col)
    }

    /// One JSON document a value, keys sorted.
    static func json(_ value: some Encodable, pretty: Bool) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value) + Data("\n".utf8)
    }
}
