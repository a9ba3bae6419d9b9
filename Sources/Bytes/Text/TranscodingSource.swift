/// A source as UTF-8: UTF-16 with a byte-order mark is recoded, anything else passes as it is.
final class TranscodingSource: ByteSource {
    private let source: ByteSource
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    private var count = 0
    private var position = 0
    private var encoding: Encoding?
    /// The first half of a pair that the buffer cut.
    private var high: UInt32?
    /// What of the last character has not been asked for yet.
    private var pending = Unicode.UTF8.EncodedScalar()

    private enum Encoding { case same, littleEndian, bigEndian }

    init(_ source: ByteSource) { self.source = source }

    deinit { buffer.deallocate() }

    override func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        if encoding == nil { try tellEncoding() }
        guard encoding != .same else {
            guard position < count else { return try source.read(into: target) }
            let length = min(count - position, target.count)
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[position..<position + length]))
            position += length
            return length
        }
        var written = 0
        while written < target.count {
            if pending.isEmpty {
                if position + 2 > count, try !refill() { break }
                pending = encoded(unit())
            } else {
                target[written] = pending.removeFirst()
                written += 1
            }
        }
        return written
    }

    private func tellEncoding() throws {
        while count < 2 {
            let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if read == 0 { break }
            count += read
        }
        encoding = .same
        guard count >= 2 else { return }
        switch (buffer[0], buffer[1]) {
        case (0xFF, 0xFE): encoding = .littleEndian
        case (0xFE, 0xFF): encoding = .bigEndian
        default: return
        }
        position = 2
    }

    /// Reads on behind a byte that may be left; false at the end. A lone last byte is dropped.
    private func refill() throws -> Bool {
        if position < count { buffer[0] = buffer[position] }
        count -= position
        position = 0
        while count < 2 {
            let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if read == 0 { return false }
            count += read
        }
        return true
    }

    private func unit() -> UInt32 {
        let first = UInt32(buffer[position])
        let second = UInt32(buffer[position + 1])
        position += 2
        return encoding == .littleEndian ? second << 8 | first : first << 8 | second
    }

    /// The bytes that a unit completes; none for the first half of a pair.
    private func encoded(_ unit: UInt32) -> Unicode.UTF8.EncodedScalar {
        var value = unit
        switch unit {
        case 0xD800...0xDBFF:
            high = unit
            return Unicode.UTF8.EncodedScalar()
        case 0xDC00...0xDFFF:
            value = high.map { 0x10000 + ($0 - 0xD800) << 10 + (unit - 0xDC00) } ?? 0xFFFD
            high = nil
        default: break
        }
        return UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    }
}
