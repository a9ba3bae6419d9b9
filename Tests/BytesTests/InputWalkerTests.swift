import Foundation
import TestSupport
import Testing
import Wording

@testable import Bytes

@Suite struct InputWalkerTests {
    @Test func foldersAreWalkedInOrder() throws {
        let folder = try TemporaryFolder()
        try folder.write("b/2.txt", "two")
        try folder.write("a.txt", "one")
        try folder.write("b/10.txt", "ten")
        try folder.write(".hidden", "no")
        try folder.write(".git/config", "no")
        let walk = try Walk(folder)
        #expect(walk.texts == ["a.txt=one", "b/10.txt=ten", "b/2.txt=two"])
        #expect(walk.faults == [])
    }

    @Test func whatCannotBeReadIsAProblemAndTheRestGoesOn() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "one")
        try folder.write("empty/.hidden", "")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("broken"), withDestinationPath: "/nowhere/at/all")
        let walk = try Walk(folder, ["absent", "empty", "broken", "a.txt"])
        #expect(walk.texts == ["a.txt=one"])
        #expect(walk.faults == ["absent: file.unreadable", "empty: folder.empty", "broken: file.unreadable"])
        #expect(try Walk(folder).faults == ["broken: file.unreadable"])
        #expect(
            try Walk(folder, ["/dev/zero"].map { "../../../../../.." + $0 }).problems.map(\.rule) == ["file.unreadable"]
        )
    }

    @Test(.enabled(if: getuid() != 0, "the administrator may read everything"))
    func unreadableFoldersAreAProblem() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/x.txt", "x")
        try folder.write("b/y.txt", "y")
        chmod(folder.path("a"), 0)
        defer { chmod(folder.path("a"), 0o700) }
        let walk = try Walk(folder)
        #expect(walk.texts == ["b/y.txt=y"])
        #expect(walk.faults == ["a: file.unreadable"])
    }

    @Test func linksThatLeadBackEnd() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/x.txt", "x")
        for (link, target) in [("a/up", ".."), ("a/self", "."), ("b", "a")] {
            try FileManager.default.createSymbolicLink(atPath: folder.path(link), withDestinationPath: target)
        }
        #expect(try Walk(folder).texts == ["a/x.txt=x"])
    }

    @Test func pipesInFoldersAreNotWaitedFor() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "one")
        #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
        #expect(try Walk(folder).texts == ["a.txt=one"])
    }

    @Test(arguments: [10, 5_000, 300_000]) func namedPipesAreReadOnce(_ size: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
        let path = folder.path("pipe")
        Thread { Self.feed(path, bytes) }.start()
        var limits = Limits.standard
        limits.heldInMemory = 4_000
        #expect(try Walk(folder, ["pipe"], limits: limits).documents == [Packing.Member("pipe", bytes)])
    }

    @Test func aPipeWithoutEndStopsAtTheLimit() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
        let path = folder.path("pipe")
        Thread { Self.feed(path, [UInt8](repeating: 32, count: 2_000_000)) }.start()
        var limits = Limits.standard
        limits.unpackedBytes = 1_000_000
        let walk = try Walk(folder, ["pipe"], limits: limits)
        #expect(walk.faults == ["pipe: archive.unpackedBytes"])
        #expect(walk.problems.first?.message.en.contains("“unpackedBytes” (1,000,000)") == true)
    }

    private static func feed(_ path: String, _ bytes: [UInt8]) {
        signal(SIGPIPE, SIG_IGN)
        let descriptor = open(path, O_WRONLY)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { break }
            rest = rest.dropFirst(count)
        }
        close(descriptor)
    }

    /// The errors of who walks are theirs: they are not taken for something wrong with the file.
    @Test func whatTheBodyThrowsComesThrough() throws {
        let fault = Problem("test", at: Place(file: ""), Phrase(verbatim: ""))
        for bytes in [Array("x".utf8), Packing.zip.pack([.init("x", "x")])] {
            var told = 0
            let thrown = #expect(throws: Problem.self) {
                try InputWalker().forEach(in: Input(name: "a", bytes: bytes), onProblem: { _ in told += 1 }) { _ in
                    throw fault
                }
            }
            #expect(thrown == fault)
            #expect(told == 0)
        }
    }

    @Test func theSurveyAndTheCounterAgree() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", String(repeating: "x", count: 9_000))
        try folder.write("large.json", String(repeating: "y", count: 50_000))
        try folder.write("b/z.zip", Data(Packing.zip.pack([.init("1", "one"), .init("2", "two")])))
        try folder.write("b/.hidden", "no")
        let survey = InputWalker.survey([folder.url.path, folder.path("absent"), "-"])
        #expect(survey.files == 5)
        var limits = Limits.standard
        limits.heldInMemory = 20_000
        let counter = ReadCounter()
        _ = try Walk(folder, limits: limits, counter: counter)
        #expect(counter.files == 3)
        #expect(counter.bytes == survey.bytes)
    }
}
