/// An activity of the NAF rév. 2 (INSEE), e.g. `81.30Z`.
///
/// NAF 2025 codes look alike and mean other things: they are never read as this type.
public struct NAF: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// With its dot: `81.30Z`.
    public let code: String
    public var description: String { code }

    /// Reads `81.30Z`, `8130Z` or `8130z`.
    public init?(_ text: some StringProtocol) {
        let body = text.uppercased().filter { $0 != "." && !$0.isWhitespace }
        let bytes = Array(body.utf8)
        guard bytes.count == 5, bytes[0..<4].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), (0x41...0x5A).contains(bytes[4])
        else { return nil }
        code = body.prefix(2) + "." + body.suffix(3)
    }

    /// - Parameter code: a code of our own tables.
    init(trusted code: String) { self.code = code }

    /// The two digits of the division.
    public var division: String { String(code.prefix(2)) }

    public static func < (left: NAF, right: NAF) -> Bool { left.code < right.code }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let naf = NAF(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a NAF code: \(text)")
        }
        self = naf
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
