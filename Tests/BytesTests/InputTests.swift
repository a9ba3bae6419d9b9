import TestSupport
import Testing

@testable import Bytes

@Suite struct InputTests {
    @Test func theDigestIsThatOfTheBytes() throws {
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(try Input(name: "a", bytes: Array("abc".utf8)).digest() == digest)
    }

    /// Where a document is kept, and whether its digest is known before it is read.
    @Test func largeFilesAreDigestedWhileTheyAreRead() throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "0123456789", count: 5_000)
        try folder.write("large", text)
        var limits = Limits.standard
        limits.heldInMemory = 20_000
        try InputWalker(limits: limits).forEach([folder.path("large")], onProblem: { throw $0 }) { input in
            #expect(input.size == 50_000)
            #expect(input.digestAtHand == nil)
            // A reader that does not come to the end knows no digest.
            _ = try input.open().prefix(100)
            #expect(input.digestAtHand == nil)
            #expect(try input.contents() == Array(text.utf8))
            #expect(input.digestAtHand == SHA256.hex(Array(text.utf8)))
        }
    }

    @Test func largeMembersCanBeReadTwiceAtATime() throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }
        var limits = Limits.standard
        limits.heldInMemory = 1_000
        var seen = 0
        let input = Input(name: "a", bytes: Packing.zip.pack([.init("x", bytes), .init("y", bytes)]))
        try InputWalker(limits: limits).forEach(in: input, onProblem: { throw $0 }) { member in
            #expect(member.digestAtHand == SHA256.hex(bytes))
            let first = try member.open()
            #expect(try first.prefix(10) == Array(bytes.prefix(10)))
            #expect(try member.contents() == bytes)
            #expect(try first.prefix(1 << 20) == Array(bytes.dropFirst(10)))
            seen += 1
        }
        #expect(seen == 2)
    }
}
