import Testing
import TestSupport

@testable import FrenchText

@Suite struct ChecksumTests {
    private func sum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { Checksum.of($0) } }

    @Test(arguments: [0, 1, 31, 32, 33, 64, 200])
    func aChangedByteChangesTheSum(count: Int) {
        var dice = SeededRandom(UInt64(count) + 1)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }
        let expected = sum(bytes)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= UInt8.random(in: 1...255, using: &dice)
            #expect(sum(changed) != expected)
        }
        #expect(sum(bytes + [0]) != expected)
    }

    @Test func howTheBytesAreCutMakesNoDifference() {
        var dice = SeededRandom(3)
        let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &dice) }
        for _ in 0..<50 {
            var sum = Checksum()
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + Int.random(in: 0...70, using: &dice))
                bytes[start..<end].withUnsafeBytes { sum.add($0) }
                start = end
            }
            #expect(sum.value == self.sum(bytes))
        }
    }
}
