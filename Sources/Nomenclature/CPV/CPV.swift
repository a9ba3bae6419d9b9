/// A code of the common procurement vocabulary (CPV 2008, règlement (CE) n° 213/2008): eight digits.
public struct CPV: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// The eight digits as a number; 03000000 is 3,000,000.
    public let number: UInt32

    public init(number: UInt32) { self.number = number }

    /// Reads eight digits with or without the check digit: `77310000`, `77310000-6`. Seven digits have lost their
    /// leading zero, which is given back. The code need not exist: see ``CPVTable/contains(_:)``.
    public init?(_ text: some StringProtocol) {
        if let number = Self.plainNumber(text.utf8) {
            self.number = number
            return
        }
        let body = String(
            text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)[0].filter { !$0.isWhitespace })
        let count = body.utf8.count
        guard count == 8 || count == 7, body.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt32(body)
        else { return nil }
        self.number = number
    }

    /// Eight digits and nothing else, as nearly all are written.
    private static func plainNumber(_ bytes: some Collection<UInt8>) -> UInt32? {
        var number: UInt32 = 0
        var count = 0
        for byte in bytes {
            guard count < 8, byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + UInt32(byte - 0x30)
            count += 1
        }
        return count == 8 ? number : nil
    }

    /// The eight digits.
    public var code: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    }

    public var description: String { code }

    /// The ninth digit, which is written after a hyphen: the digits times 3, 7, 1, 3, 7, 1 … summed, modulo ten. The
    /// regulation lists it and does not say how it is made; 45000000 has 7, 77310000 has 6.
    public var checkDigit: Int {
        zip(code.utf8, [3, 7, 1, 3, 7, 1, 3, 7]).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 } % 10
    }

    /// What stands after the hyphen of a code, when that is not its check digit: `3` in `45000000-3`.
    public static func wrongCheckDigit(in text: some StringProtocol) -> String? {
        guard let hyphen = text.firstIndex(of: "-"), let code = CPV(text) else { return nil }
        let written = String(text[text.index(after: hyphen)...].filter { !$0.isWhitespace })
        return written == String(code.checkDigit) ? nil : written
    }

    /// The first `count` digits, e.g. `"77"` for the division, `"773"` for the group.
    public func prefix(_ count: Int) -> String { String(code.prefix(count)) }

    /// The two digits of the division.
    public var division: String { prefix(2) }

    /// Number of digits that say something: 2 for a division, up to 8. `77310000` has 4.
    public var depth: Int {
        var number = number
        var depth = 8
        while depth > 2, number.isMultiple(of: 10) {
            number /= 10
            depth -= 1
        }
        return depth
    }

    /// How many numbers begin with the same so many digits: 10,000 for a class of four.
    static func span(ofDepth digits: Int) -> UInt32 {
        var span: UInt32 = 1
        for _ in digits..<8 { span *= 10 }
        return span
    }

    /// Whether `other` is this code or one of its parts.
    public func covers(_ other: CPV) -> Bool {
        other.number >= number && other.number - number < Self.span(ofDepth: depth)
    }

    /// Number of leading digits shared with `other`, never counting the zeros that only fill up.
    public func sharedDepth(with other: CPV) -> Int {
        var shared = 0
        for (left, right) in zip(code.utf8, other.code.utf8) {
            guard left == right else { break }
            shared += 1
        }
        return min(shared, depth, other.depth)
    }

    public static func < (left: CPV, right: CPV) -> Bool { left.number < right.number }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = CPV(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a CPV code: \(text)")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
