import TestSupport
import Testing
import Wording

@testable import Bytes

@Suite struct ArchiveLimitTests {
    private func limits(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits.standard
        change(&limits)
        return limits
    }

    private static let zeros = [UInt8](repeating: 48, count: 3 << 20)

    @Test func smallArchivesHaveNoRatio() throws {
        for bytes in [Packing.zip.pack([.init("x", Self.zeros)]), Packing.gzip(Self.zeros)] {
            #expect(Self.zeros.count > bytes.count * Limits.standard.ratio)
            #expect(try Walk(bytes).documents.map(\.bytes.count) == [Self.zeros.count])
        }
    }

    @Test(arguments: Packing.allCases) func bombsStop(_ packing: Packing) throws {
        let bytes = packing.pack([.init("x", "1"), .init("bomb", Self.zeros), .init("y", "2")])
        let ratio = try Walk(
            bytes,
            limits: limits { ($0.ratio, $0.ratioFree) = (packing == .zip || packing == .tarGzip ? 100 : 0, 1 << 20) })
        #expect(ratio.texts == ["a!x=1"])
        #expect(ratio.faults == ["a: archive.ratio"])
        let total = try Walk(bytes, limits: limits { $0.unpackedBytes = 1 << 20 })
        #expect(total.texts == ["a!x=1"])
        #expect(total.faults == ["a: archive.unpackedBytes"])
        #expect(
            total.problems.first?.message
                == Phrase(
                    "archive au-delà de la limite « unpackedBytes » (1\u{202F}048\u{202F}576) ; décompressez-la et importez ce qui est utile",
                    "archive over the limit “unpackedBytes” (1,048,576); unpack it and import what is useful"))
    }

    /// Archives of archives, each of them within the limits, and the file over it.
    @Test func bombsInsideArchivesCountTogether() throws {
        let inner = Packing.zip.pack([.init("x", Self.zeros)])
        let outer = Packing.zip.pack((0..<10).map { .init("\($0).zip", inner) })
        let walk = try Walk(outer, limits: limits { $0.unpackedBytes = 10 << 20 })
        #expect(walk.names == ["a!0.zip!x", "a!1.zip!x", "a!2.zip!x"])
        #expect(walk.faults == ["a: archive.unpackedBytes"])
        let ratio = try Walk(outer, limits: limits { ($0.ratio, $0.ratioFree) = (1_000, 10 << 20) })
        #expect(ratio.faults == ["a: archive.ratio"])
    }

    /// What is passed over costs as much as what is read.
    @Test func hiddenBombsStop() throws {
        let bytes = Packing.tarGzip.pack([.init(".hidden", Self.zeros), .init("x", "1")])
        #expect(try Walk(bytes, limits: limits { $0.unpackedBytes = 1 << 20 }).faults == ["a: archive.unpackedBytes"])
        #expect(try Walk(bytes).texts == ["a!x=1"])
    }

    @Test func membersAreCountedOverTheWholeFile() throws {
        let inner = Packing.tar.pack((0..<4).map { .init("\($0)", "x") })
        let outer = Packing.tar.pack([.init("1", inner), .init("2", inner), .init("3", inner)])
        let walk = try Walk(outer, limits: limits { $0.members = 8 })
        #expect(walk.names == ["a!1!0", "a!1!1", "a!1!2", "a!1!3", "a!2!0", "a!2!1"])
        #expect(walk.faults == ["a: archive.members"])
    }

    @Test func theLimitEndsTheArchiveAndNotTheWalk() throws {
        let folder = try TemporaryFolder()
        for name in ["1.zip", "2.zip"] { try folder.write(name, .init(Packing.zip.pack([.init("x", Self.zeros)]))) }
        try folder.write("3.zip", .init(Packing.zip.pack([.init("x", "3")])))
        let walk = try Walk(folder, limits: limits { $0.unpackedBytes = 1 << 20 })
        #expect(walk.texts == ["3.zip!x=3"])
        #expect(walk.faults == ["1.zip: archive.unpackedBytes", "2.zip: archive.unpackedBytes"])
    }
}
