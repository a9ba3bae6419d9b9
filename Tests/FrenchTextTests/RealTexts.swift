import Foundation
import TestSupport

/// The texts of real notices and supplier lists: the lines of their files, markup and all.
enum RealTexts {
    private static let folders = ["notices", "suppliers"]
    private static let kinds: Set<String> = ["json", "xml", "csv", "tsv"]

    static let all: [String] = {
        var lines: Set<String> = []
        for folder in folders {
            let files = FileManager.default.enumerator(atPath: Corpus.path(folder))
            while let file = files?.nextObject() as? String {
                guard kinds.contains((file as NSString).pathExtension),
                    let data = FileManager.default.contents(atPath: Corpus.path("\(folder)/\(file)"))
                else { continue }
                for line in data.split(separator: UInt8(ascii: "\n")) where (20...2_000).contains(line.count) {
                    lines.insert(String(decoding: line, as: UTF8.self))
                }
            }
        }
        // Some of each file: in order, one line in four.
        return lines.sorted().enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    }()
}
