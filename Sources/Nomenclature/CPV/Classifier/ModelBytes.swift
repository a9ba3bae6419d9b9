/// Writes the numbers of a model, least significant byte first.
package struct ModelWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func write<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }

    /// The count, then the numbers.
    package mutating func write<Number: FixedWidthInteger>(_ numbers: [Number]) {
        write(UInt32(numbers.count))
        bytes.reserveCapacity(bytes.count + numbers.count * Number.bitWidth / 8)
        for number in numbers { write(number) }
    }

    package mutating func write(_ numbers: [Float]) { write(numbers.map(\.bitPattern)) }
}

/// Reads what ``ModelWriter`` wrote.
package struct ModelReader {
    /// The bytes are no model, or one of another version.
    package struct Unreadable: Error {
        package init() {}
    }

    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var isAtEnd: Bool { position == bytes.count }

    package mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        let numbers = try numbers(1, type)
        return numbers[0]
    }

    package mutating func numbers<Number: FixedWidthInteger>(_ type: Number.Type) throws -> [Number] {
        try numbers(Int(number(UInt32.self)), type)
    }

    package mutating func floats() throws -> [Float] { try numbers(UInt32.self).map(Float.init(bitPattern:)) }

    private mutating func numbers<Number: FixedWidthInteger>(_ count: Int, _ type: Number.Type) throws -> [Number] {
        let width = Number.bitWidth / 8
        guard count <= (bytes.count - position) / width else { throw Unreadable() }
        let start = position
        position += count * width
        return bytes.withUnsafeBytes { raw in
            (0..<count).map { index in
                Number(littleEndian: raw.loadUnaligned(fromByteOffset: start + index * width, as: Number.self))
            }
        }
    }
}
