/// The text of a value as the bytes of its source, white space around it dropped.
///
/// Millions of values are only looked at, and a String is made for those that are kept. Valid only inside the closure
/// that receives it.
public struct ByteText {
    @usableFromInline let bytes: UnsafeRawBufferPointer

    init(_ raw: UnsafeRawBufferPointer) { bytes = Self.trimmed(raw) }

    @inlinable public var isEmpty: Bool { bytes.count == 0 }

    /// Number of bytes.
    @inlinable public var count: Int { bytes.count }

    /// - Precondition: `index` is below ``count``.
    @inlinable public subscript(index: Int) -> UInt8 { bytes[index] }

    /// The text: UTF-8, else Windows-1252, which old publishing software writes whatever it declares.
    public var string: String {
        WindowsText.decode(bytes)
    }

    public static func == (left: ByteText, right: StaticString) -> Bool {
        left.count == right.utf8CodeUnitCount && left.starts(with: right)
    }

    private func starts(with text: StaticString) -> Bool {
        for index in 0..<text.utf8CodeUnitCount where bytes[index] != text.utf8Start[index] { return false }
        return true
    }

    /// Whether every byte is a visible ASCII character: no white space, no accent.
    public var isPlain: Bool {
        for byte in bytes where byte <= 0x20 || byte >= 0x7F { return false }
        return true
    }

    public func contains(_ byte: UInt8) -> Bool { bytes.holds(byte) }

    /// A plain decimal number (`1234.5`, `-3`) in units of 10⁻ᵈᵉᶜⁱᵐᵃˡˢ; `nil` for any other way of writing one, or for
    /// more digits than can be held exactly.
    public func plainDecimal(decimals: Int) -> Int64? {
        var index = 0
        let negative = bytes.first == UInt8(ascii: "-")
        if negative { index = 1 }
        guard index < bytes.count, bytes.count <= 17 else { return nil }
        var value: Int64 = 0
        var left = -1
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x30, byte <= 0x39 {
                guard left != 0 else { return nil }
                value = value * 10 + Int64(byte - 0x30)
                if left > 0 { left -= 1 }
            } else if byte == UInt8(ascii: "."), left < 0, index + 1 < bytes.count {
                left = decimals
            } else {
                return nil
            }
            index += 1
        }
        for _ in 0..<(left < 0 ? decimals : left) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return negative ? -value : value
    }

    /// The text behind the first `count` bytes.
    public func dropFirst(_ count: Int) -> ByteText {
        ByteText(UnsafeRawBufferPointer(rebasing: bytes[min(count, bytes.count)...]))
    }

    public func hasPrefix(_ other: ByteText) -> Bool { bytes.starts(with: other.bytes) }

    /// A number that tells this text from others, the same in every run. Different texts may share one.
    public func hash(seed: UInt64 = 0) -> UInt64 { ByteTable.hash(bytes, seed: seed) }

    // MARK: White space

    /// ASCII white space and control characters, and the no-break spaces that publishers paste in.
    private static func trimmed(_ raw: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var start = 0
        var end = raw.count
        while start < end {
            if raw[start] <= 0x20 {
                start += 1
            } else if raw[start] == 0xC2, start + 1 < end, raw[start + 1] == 0xA0 {
                start += 2
            } else if raw[start] == 0xE2, start + 2 < end, isSpace(raw[start + 1], raw[start + 2]) {
                start += 3
            } else {
                break
            }
        }
        while end > start {
            if raw[end - 1] <= 0x20 {
                end -= 1
            } else if raw[end - 1] == 0xA0, end - 2 >= start, raw[end - 2] == 0xC2 {
                end -= 2
            } else if end - 3 >= start, raw[end - 3] == 0xE2, isSpace(raw[end - 2], raw[end - 1]) {
                end -= 3
            } else {
                break
            }
        }
        return UnsafeRawBufferPointer(rebasing: raw[start..<end])
    }

    /// U+2000–U+200A and U+202F, behind their first byte E2.
    private static func isSpace(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 && ((0x80...0x8A).contains(third) || third == 0xAF)
    }
}
