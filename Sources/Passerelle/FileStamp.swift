import Foundation

/// Tells whether a file may have changed, without reading it.
enum FileStamp {
    /// Path, size and time of the last change; the path alone when there is no such file.
    static func of(_ path: String) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (attributes?[.size] as? Int).map(String.init) ?? ""
        let changed = (attributes?[.modificationDate] as? Date).map { String($0.timeIntervalSince1970) } ?? ""
        return [path, size, changed].joined(separator: "\n")
    }
}
