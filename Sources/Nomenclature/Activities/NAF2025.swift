/// An activity of the NAF 2025 (décret 2025-736), the official code from 1 January 2027.
///
/// Its codes look like those of the NAF rév. 2 and mean other things (38.32Y is the landfill, 38.32Z was recycling): the two
/// are types of their own, never compared as texts.
public struct NAF2025: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// With its dot: `81.30Y`.
    public let code: String
    public var description: String { code }

    /// Reads `81.30Y`, `8130Y` or `8130y`.
    public init?(_ text: some StringProtocol) {
        guard let code = NAF(text)?.code else { return nil }
        self.code = code
    }

    /// - Parameter code: a code of our own tables.
    init(trusted code: String) { self.code = code }

    /// The two digits of the division.
    public var division: String { String(code.prefix(2)) }

    public static func < (left: NAF2025, right: NAF2025) -> Bool { left.code < right.code }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let naf = NAF2025(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a NAF 2025 code: \(text)")
        }
        self = naf
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
