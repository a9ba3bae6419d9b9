/// Numbers texts in the order in which they are added, from 0: a dictionary over bytes that makes no String.
///
/// Bounded, so that a file of a million different values costs no more than one without any.
@usableFromInline final class ByteTable {
    private struct Slot {
        var hash: UInt64
        /// Number of the text, -1 for a free slot.
        var number: Int32
        var length: Int32
        var offset: Int
    }

    private let slots: UnsafeMutablePointer<Slot>
    private let mask: Int
    private let limit: Int
    private let arena: UnsafeMutablePointer<UInt8>
    private let arenaCapacity: Int
    private var arenaCount = 0
    private(set) var count = 0

    /// Longer texts are not kept.
    static let longest = 256
    /// Slots looked at before a text is taken to be absent.
    private static let probes = 16

    init(limit: Int) {
        self.limit = limit
        var capacity = 16
        while capacity < limit * 4 { capacity *= 2 }
        mask = capacity - 1
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(hash: 0, number: -1, length: 0, offset: 0), count: capacity)
        arenaCapacity = limit * 64
        arena = .allocate(capacity: arenaCapacity)
    }

    deinit {
        slots.deallocate()
        arena.deallocate()
    }

    /// -1 when the text is not there.
    @usableFromInline func number(of bytes: UnsafeRawBufferPointer) -> Int {
        let hash = Self.hash(bytes, seed: 0)
        var index = Int(truncatingIfNeeded: hash) & mask
        for _ in 0..<Self.probes {
            let slot = slots[index]
            if slot.number < 0 { return -1 }
            if slot.hash == hash, Int(slot.length) == bytes.count, isSame(slot, bytes) { return Int(slot.number) }
            index = (index + 1) & mask
        }
        return -1
    }

    /// The number that the text was given; -1 when there is no room for it.
    @usableFromInline func add(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard count < limit, bytes.count <= Self.longest, arenaCount + bytes.count <= arenaCapacity else { return -1 }
        let hash = Self.hash(bytes, seed: 0)
        var index = Int(truncatingIfNeeded: hash) & mask
        for _ in 0..<Self.probes {
            if slots[index].number < 0 {
                UnsafeMutableRawBufferPointer(start: arena + arenaCount, count: bytes.count).copyMemory(from: bytes)
                slots[index] = Slot(
                    hash: hash, number: Int32(count), length: Int32(bytes.count), offset: arenaCount)
                arenaCount += bytes.count
                count += 1
                return count - 1
            }
            index = (index + 1) & mask
        }
        return -1
    }

    @inline(__always)
    private func isSame(_ slot: Slot, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let known = UnsafeRawBufferPointer(start: arena + slot.offset, count: bytes.count)
        let count = bytes.count
        guard count >= 8 else { return Self.short(known) == Self.short(bytes) }
        var index = 0
        while index + 8 <= count {
            if Self.word(known, index) != Self.word(bytes, index) { return false }
            index += 8
        }
        return Self.word(known, count - 8) == Self.word(bytes, count - 8)
    }

    /// Eight bytes a step; the last step overlaps the one before.
    @inline(__always)
    static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
        let count = bytes.count
        var hash = (seed ^ UInt64(truncatingIfNeeded: count)) &* prime
        if count >= 8 {
            var index = 0
            while index + 8 <= count {
                hash = (hash ^ word(bytes, index)) &* prime
                hash ^= hash >> 29
                index += 8
            }
            hash = (hash ^ word(bytes, count - 8)) &* prime
        } else {
            hash = (hash ^ short(bytes)) &* prime
        }
        return hash ^ hash >> 32
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// All of fewer than eight bytes in one number.
    @inline(__always)
    private static func short(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = bytes.count
        if count >= 4 {
            let first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
            return UInt64(first) << 32 | UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        }
        guard count > 0 else { return 0 }
        return UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1])
    }
}
