import Foundation

/// The real notices, award data and supplier lists that the tests read, where they are there.
public enum Corpus {
    /// `PASSERELLE_CORPUS`, else `../shared/data` beside the project.
    public static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["PASSERELLE_CORPUS"] { return URL(fileURLWithPath: path) }
        return Project.root.deletingLastPathComponent().appendingPathComponent("shared/data")
    }()

    /// Whether the corpus is there; says so once when it is not.
    public static let isPresent: Bool = {
        let present = FileManager.default.fileExists(atPath: root.path)
        if !present {
            print("SKIPPED: no corpus at \(root.path); set PASSERELLE_CORPUS to run the tests on real data")
        }
        return present
    }()

    public static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }
}

/// The project's own files.
public enum Project {
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    public static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }
}

/// A folder of its own for one test, removed at its end.
public final class TemporaryFolder {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("passerelle-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Writes a file and returns its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    @discardableResult
    public func write(_ name: String, _ data: Data) throws -> String {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file.path
    }
}
