import Foundation
import TestSupport
import Testing
import Wording

@testable import Bytes

@Suite struct ArchiveTests {
    private static let two = [Packing.Member("x.xml", "<x/>"), Packing.Member("dir/y.xml", "<y/>")]

    @Test(arguments: Packing.allCases) func membersAreRead(_ packing: Packing) throws {
        let walk = try Walk(packing.pack(Self.two))
        #expect(walk.texts == ["a!x.xml=<x/>", "a!dir/y.xml=<y/>"])
        #expect(walk.faults == [])
    }

    @Test func compressedFilesKeepTheirName() throws {
        let folder = try TemporaryFolder()
        try folder.write("x.json.gz", Data(Packing.gzip("bonjour")))
        #expect(try Walk(folder).texts == ["x.json.gz=bonjour"])
    }

    @Test func compressedFilesOneBehindAnotherAreOne() throws {
        #expect(try Walk(Packing.gzip("bon") + Packing.gzip("jour")).texts == ["a=bonjour"])
    }

    /// Whatever the tree, what goes into a container comes out of it; held in memory or not.
    @Test(arguments: Packing.allCases, 1...6 as ClosedRange<UInt64>)
    func whatGoesInComesOut(_ packing: Packing, _ seed: UInt64) throws {
        var random = SeededRandom(seed)
        let members = (0..<Int.random(in: 1...40, using: &random)).map { _ in Self.member(&random) }
        var limits = Limits.standard
        limits.heldInMemory = Int.random(in: 0...20_000, using: &random)
        let packed = packing.pack(members, stored: seed.isMultiple(of: 2))
        let expected = members.map { Packing.Member("a!" + $0.name, $0.bytes) }
        let walk = try Walk(packed, limits: limits)
        #expect(walk.documents == expected)
        #expect(walk.faults == [])

        let nested = try Walk(
            Packing.tarGzip.pack([.init("one.bin", packed), .init("two.bin", packed)]), limits: limits)
        #expect(
            nested.documents
                == ["a!one.bin!", "a!two.bin!"].flatMap { place in
                    members.map { Packing.Member(place + $0.name, $0.bytes) }
                })
        #expect(nested.faults == [])
    }

    private static func member(_ random: inout SeededRandom) -> Packing.Member {
        let folders = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            ["a", "été", "b c", "x!y"].randomElement(using: &random) ?? ""
        }
        let name = (folders + ["\(Int.random(in: 0...9, using: &random)).xml"]).joined(separator: "/")
        let size = [0, 1, 511, 512, 513, Int.random(in: 0...40_000, using: &random)].randomElement(using: &random) ?? 0
        let span: UInt8 = Bool.random(using: &random) ? 255 : 3
        // A first byte that starts no archive.
        return Packing.Member(name, (0..<size).map { $0 == 0 ? 60 : UInt8.random(in: 0...span, using: &random) })
    }

    // MARK: Nesting

    @Test func monthlyPackagesHoldDailyOnes() throws {
        let day = Packing.tarGzip.pack([.init("20260701_125/1_2026.xml", "<x/>")])
        let zipped = Packing.zip.pack([.init("y.xml", "<y/>")])
        let walk = try Walk(
            Packing.tarGzip.pack([
                .init("07/1.tar.gz", day), .init("boamp.zip", zipped), .init("z.json.gz", Packing.gzip("{}")),
            ]))
        #expect(
            walk.texts == ["a!07/1.tar.gz!20260701_125/1_2026.xml=<x/>", "a!boamp.zip!y.xml=<y/>", "a!z.json.gz={}"])
        #expect(walk.faults == [])
    }

    @Test func deeperNestingIsAProblemOfThatMember() throws {
        let inner = Packing.zip.pack([.init("x.xml", "<x/>")])
        let middle = Packing.tar.pack([.init("inner.zip", inner), .init("y.xml", "<y/>")])
        let walk = try Walk(Packing.tarGzip.pack([.init("middle.tar", middle), .init("z.xml", "<z/>")]))
        #expect(walk.texts == ["a!middle.tar!y.xml=<y/>", "a!z.xml=<z/>"])
        #expect(walk.faults == ["a!middle.tar!inner.zip: archive.nesting"])
        #expect(walk.problems.first?.message.fr.contains("« nesting » (1)") == true)
        var limits = Limits.standard
        limits.nesting = 2
        #expect(
            try Walk(Packing.tarGzip.pack([.init("m", middle)]), limits: limits).names == [
                "a!m!inner.zip!x.xml", "a!m!y.xml",
            ])
    }

    @Test func compressionInsideCompressionIsNesting() throws {
        #expect(try Walk(Packing.gzip(Packing.gzip("x"))).texts == ["a=x"])
        let deep = (0..<8).reduce(Array("x".utf8)) { bytes, _ in Packing.gzip(bytes) }
        #expect(try Walk(deep).faults == ["a: archive.nesting"])
    }

    // MARK: What is no document

    @Test(arguments: [Packing.zip, .tar, .tarGzip]) func onlyFilesAreRead(_ packing: Packing) throws {
        let members = [
            Packing.Member("folder/", kind: .folder), .init("link", kind: .link), .init("x.xml", "<x/>"),
            .init("__MACOSX/._x.xml", "Mac"), .init(".DS_Store", "Mac"), .init("./y.xml", "<y/>"),
        ]
        #expect(try Walk(packing.pack(members)).texts == ["a!x.xml=<x/>", "a!./y.xml=<y/>"])
    }

    /// A hard link is a second name of a member that is read anyway.
    @Test func devicesPipesAndSecondNamesAreNotRead() throws {
        let members = [
            Packing.Member("pipe", kind: .pipe), .init("device", kind: .device), .init("x", "1"),
            .init("again", kind: .hardLink),
        ]
        #expect(try Walk(Packing.tar.pack(members)).texts == ["a!x=1"])
    }

    @Test(arguments: [
        Packing.zip.pack([]), Packing.tar.pack([]), Packing.tarGzip.pack([]), Packing.gzip(""),
        [UInt8](repeating: 0, count: 10_240), Packing.zip.pack([.init("folder/", kind: .folder)]),
        Packing.tar.pack([.init(".hidden", "x")]),
    ]) func emptyArchivesAreAProblem(_ bytes: [UInt8]) throws {
        let walk = try Walk(bytes)
        #expect(walk.faults == ["a: archive.empty"])
        #expect(walk.names == [])
    }

    @Test func workbooksAreOneDocument() throws {
        let workbook = Packing.zip.pack([
            .init("docProps/app.xml", "<x/>"), .init("[Content_Types].xml", "<Types/>"),
            .init("xl/workbook.xml", "<x/>"),
        ])
        let sheet = Packing.zip.pack(
            [.init("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), .init("content.xml", "<x/>")],
            stored: true)
        #expect(try Walk(workbook).documents == [.init("a", workbook)])
        #expect(try Walk(sheet).names == ["a"])
        #expect(
            try Walk(Packing.tar.pack([.init("list.xlsx", workbook)])).documents == [.init("a!list.xlsx", workbook)])
    }

    @Test(arguments: ["37 7A BC AF 27 1C 00", "52 61 72 21 1A 07 00", "FD 37 7A 58 5A 00 00", "28 B5 2F FD 00"])
    func otherKindsOfArchiveAreNamed(_ hex: String) throws {
        #expect(
            try Walk(hex.split(separator: " ").compactMap { UInt8($0, radix: 16) }).faults == ["a: archive.unsupported"]
        )
    }

    // MARK: Names

    @Test func pathsAreOnlyNames() throws {
        let members = [
            Packing.Member("../../etc/passwd", "1"), .init("/etc/shadow", "2"), .init("a\u{1B}[31m\n\u{202E}b", "3"),
            .init("twice", "4"), .init("twice", "5"), .init("été", "6"), .init(String(repeating: "n", count: 900), "7"),
        ]
        let names = [
            "a!../../etc/passwd", "a!/etc/shadow", "a!a\\u{1B}[31m\\u{A}\\u{202E}b", "a!twice", "a!twice", "a!été",
            "a!" + String(repeating: "n", count: 400) + "…",
        ]
        for packing in [Packing.zip, .tarGzip] { #expect(try Walk(packing.pack(members)).names == names) }
    }

    /// The names of a zip are UTF-8 when bit 11 of the flags says so; others are in whatever Windows used.
    @Test(arguments: [
        (true, "Élan €.xml", "Élan €.xml"), (false, "Élan €.xml", "Élan €.xml"), (false, "QQt.xml", "éÀt.xml"),
    ])
    func accentsInNamesAreRead(_ isMarked: Bool, _ written: String, _ read: String) throws {
        var bytes = Packing.zip.pack([.init(written, "x")])
        for index in bytes.indices.dropLast(8) {
            if bytes[index...].starts(with: "QQ".utf8) { bytes.replaceSubrange(index..<index + 2, with: [0xE9, 0xC0]) }
            let flags: Int? =
                bytes[index...].starts(with: [0x50, 0x4B, 3, 4])
                ? index + 7 : bytes[index...].starts(with: [0x50, 0x4B, 1, 2]) ? index + 9 : nil
            if let flags { bytes[flags] = isMarked ? bytes[flags] | 0x08 : bytes[flags] & ~0x08 }
        }
        #expect(try Walk(bytes).texts == ["a!\(read)=x"])
    }
}
