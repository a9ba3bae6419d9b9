import TestSupport
import Testing

@testable import Bytes

@Suite struct BrokenArchiveTests {
    /// Members of 100,000 bytes that do not compress, so that damage hits what it is aimed at. libarchive gives up to
    /// 65,536 unpacked bytes less than a cut gzip holds.
    private static let three = ["x", "y", "z"].enumerated().map { index, name in
        Packing.Member(name, noise(100_000, seed: UInt64(index)))
    }

    private static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed)
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    @Test(arguments: [5, 14, 25]) func aCutCompressedFileIsAProblem(_ length: Int) throws {
        let walk = try Walk(Array(Packing.gzip("bonjour, bonjour, bonjour").prefix(length)))
        #expect(walk.names == [])
        #expect(walk.faults == ["a: archive.broken"])
    }

    /// What comes before the cut goes in.
    @Test(arguments: Packing.allCases) func aCutArchiveGivesWhatItHas(_ packing: Packing) throws {
        let walk = try Walk(Array(packing.pack(Self.three).prefix(280_000)))
        #expect(walk.names == ["a!x", "a!y"])
        #expect(walk.faults.contains("a!z: archive.broken"))
        #expect(Set(walk.problems.map(\.rule)) == ["archive.broken"])
    }

    /// Bad data are told by the checksum at the end, bad deflate stops libarchive at once: both go on behind it.
    @Test(arguments: [false, true]) func aDamagedMemberOfAZipDoesNotStopTheOthers(_ stored: Bool) throws {
        let letters = Self.three.map { Packing.Member($0.name, $0.bytes.map { 0x41 + $0 % 4 }) }
        var bytes = Packing.zip.pack(letters, stored: stored)
        let second = try #require(
            bytes.indices.dropLast(31).first { $0 > 0 && bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) })
        // Behind 30 bytes of header, the name and the extra field; deflate knows no block that starts with ones.
        let data = second + 30 + Int(bytes[second + 26]) + Int(bytes[second + 28])
        for index in data..<data + 200 { bytes[index] = 0xFF }
        let walk = try Walk(bytes)
        #expect(walk.names == ["a!x", "a!z"])
        #expect(walk.faults == ["a!y: archive.broken"])
        #expect(walk.problems.first?.message.en.contains(stored ? "CRC" : "decompression failed") == true)
    }

    @Test func aDamagedHeaderOfATarIsToldAndTheNextMemberFound() throws {
        var bytes = Packing.oldTar.pack(Self.three)
        // The header of the second member stands behind 512 bytes of header and 196 blocks of data.
        bytes.replaceSubrange(512 + 196 * 512..<512 + 196 * 512 + 20, with: repeatElement(0x41, count: 20))
        let walk = try Walk(bytes)
        #expect(walk.names == ["a!x", "a!z"])
        #expect(walk.faults == ["a: archive.broken"])
    }

    @Test func aDamagedArchiveInsideDoesNotStopTheOthers() throws {
        let whole = Packing.tarGzip.pack(Self.three)
        let walk = try Walk(
            Packing.tar.pack([
                .init("1.tar.gz", whole), .init("2.tar.gz", Array(whole.prefix(180_000))),
                .init("3.tar.gz", Array(whole.prefix(5))), .init("4.tar.gz", whole),
            ]))
        #expect(
            walk.names == [
                "a!1.tar.gz!x", "a!1.tar.gz!y", "a!1.tar.gz!z", "a!2.tar.gz!x", "a!4.tar.gz!x", "a!4.tar.gz!y",
                "a!4.tar.gz!z",
            ])
        #expect(walk.faults.first == "a!2.tar.gz!y: archive.broken")
        #expect(walk.faults.last == "a!3.tar.gz: archive.broken")
    }

    @Test func encryptedMembersAreAProblem() throws {
        let members = [Packing.Member("x.xml", "<x/>"), .init("y.xml", "<y/>")]
        let walk = try Walk(Packing.zip.pack(members, password: "secret"))
        #expect(walk.faults == ["a!x.xml: archive.encrypted", "a!y.xml: archive.encrypted"])
        #expect(walk.names == [])
    }

    /// Whatever is cut off or changed: a problem or a document, and no crash.
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func noDamageCrashes(_ seed: UInt64) throws {
        var random = SeededRandom(seed)
        let packing = Packing.allCases.randomElement(using: &random) ?? .zip
        let members = [
            Packing.Member("x.xml", Self.noise(2_000, seed: seed)), .init("dir/", kind: .folder),
            .init("in.zip", Packing.zip.pack([.init("y", "y")])),
        ]
        var bytes = packing.pack(members)
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
        let walk = try Walk(bytes)
        #expect(walk.documents.count + walk.problems.count > 0)
    }
}
