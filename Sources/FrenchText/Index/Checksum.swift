/// A sum over bytes that tells whether one of them has changed: four lanes of 64 bits, so that it runs as fast as memory
/// is read. Every step can be undone, hence one changed byte always changes the sum. Made for accidents, not for forgers.
public struct Checksum {
    private var lanes: SIMD4<UInt64> = [
        0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    ]
    /// Bytes that do not fill a row of the lanes yet.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0

    private static let row = 32
    private static let prime: UInt64 = 0x9FB2_1C65_1E98_DF25

    /// The sum of some bytes in 32 bits.
    public static func short(_ bytes: UnsafeRawBufferPointer) -> UInt32 { UInt32(truncatingIfNeeded: of(bytes)) }

    /// The sum of some bytes.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = Checksum()
        sum.add(bytes)
        return sum.value
    }

    /// Goes on with more bytes; how they are cut makes no difference.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        length &+= UInt64(bytes.count)
        var start = 0
        if !rest.isEmpty {
            start = min(Self.row - rest.count, bytes.count)
            rest += bytes[..<start]
            guard rest.count == Self.row else { return }
            rest.withUnsafeBytes { addRows($0) }
            rest.removeAll(keepingCapacity: true)
        }
        let whole = start + (bytes.count - start) / Self.row * Self.row
        addRows(UnsafeRawBufferPointer(rebasing: bytes[start..<whole]))
        rest += bytes[whole...]
    }

    private mutating func addRows(_ bytes: UnsafeRawBufferPointer) {
        var (first, second, third, fourth) = (lanes[0], lanes[1], lanes[2], lanes[3])
        var place = 0
        while place < bytes.count {
            first = Self.step(first, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            second = Self.step(second, bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self))
            third = Self.step(third, bytes.loadUnaligned(fromByteOffset: place &+ 16, as: UInt64.self))
            fourth = Self.step(fourth, bytes.loadUnaligned(fromByteOffset: place &+ 24, as: UInt64.self))
            place &+= Self.row
        }
        lanes = [first, second, third, fourth]
    }

    @inline(__always)
    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (lane ^ word) &* prime
        return mixed ^ mixed >> 32
    }

    /// The sum of all bytes so far.
    var value: UInt64 {
        var sum = length &* Self.prime
        for lane in 0..<4 { sum = Self.step(sum, lanes[lane]) }
        for byte in rest { sum = Self.step(sum, UInt64(byte)) }
        return sum
    }
}
