import Foundation
import TestSupport
import Testing
import Wording

@testable import Bytes

@Suite struct InputWalkerTests {
    /// Names below `folder` and texts of what is found, problems as `!rule`.
    private func walk(_ paths: [String]) throws -> [String] {
        var seen: [String] = []
        try InputWalker().forEach(paths, onProblem: { seen.append("!" + $0.rule) }) { input in
            let text = String(decoding: try input.open().all(limit: 1 << 20) ?? [], as: UTF8.self)
            seen.append((input.name as NSString).lastPathComponent + "=" + text)
        }
        return seen
    }

    @Test func foldersAreWalkedInOrder() throws {
        let folder = try TemporaryFolder()
        try folder.write("b/2.txt", "two")
        try folder.write("a.txt", "one")
        try folder.write(".hidden", "no")
        #expect(try walk([folder.url.path]) == ["a.txt=one", "2.txt=two"])
    }

    @Test func absentFilesAreAProblem() throws {
        #expect(try walk(["/nowhere/at/all"]) == ["!file.unreadable"])
    }

    /// `printf 'bonjour' | gzip`
    private static let gzip = "H4sIAAAAAAAAA0vKz8vKLy0CAMjwtqUHAAAA"

    @Test func compressedFilesAreOpened() throws {
        let folder = try TemporaryFolder()
        let data = try #require(Data(base64Encoded: Self.gzip))
        try folder.write("x.gz", data)
        #expect(try walk([folder.path("x.gz")]) == ["x.gz=bonjour"])
    }

    @Test func aCutArchiveIsAProblemAndNotACrash() throws {
        let folder = try TemporaryFolder()
        let data = try #require(Data(base64Encoded: Self.gzip))
        try folder.write("x.gz", data.prefix(14))
        #expect(try walk([folder.path("x.gz")]) == ["!archive.broken"])
    }

    @Test func theDigestIsThatOfTheBytes() {
        #expect(SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
