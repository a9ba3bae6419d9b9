import Wording

/// An amount of money in euros before tax (EUR HT) unless its holder says otherwise; exact, never a binary fraction.
///
/// Kept in ten-thousandths, because published amounts have up to four decimals. Values beyond ±900,000 billion,
/// which real files contain, are held at that bound: every rule leaves them out of sums long before.
public struct Amount: Sendable, Hashable, Comparable, Codable {
    /// Ten-thousandths of a euro.
    public let units: Int64

    static let unitsPerEuro: Int64 = 10_000
    static let bound: Int64 = 9_000_000_000_000_000_000

    public init(units: Int64) { self.units = min(max(units, -Self.bound), Self.bound) }

    public init(euros: Int) {
        let (units, overflow) = Int64(euros).multipliedReportingOverflow(by: Self.unitsPerEuro)
        self.init(units: overflow ? (euros < 0 ? -Self.bound : Self.bound) : units)
    }

    public static let zero = Amount(units: 0)

    /// Reads a decimal number: `1234.5`, `1 234,50`, `1.0E7`. Digits after the fourth decimal are rounded.
    public init?(_ text: some StringProtocol) {
        var mantissa: Int128 = 0
        var decimals = 0
        var seenPoint = false
        var negative = false
        var digits = 0
        var exponent = 0
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first == 0x20 { bytes = bytes.dropFirst() }
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        while let byte = bytes.first {
            bytes = bytes.dropFirst()
            switch byte {
            case 0x30...0x39:
                digits += 1
                if seenPoint { decimals += 1 }
                if digits <= 30 { mantissa = mantissa * 10 + Int128(byte - 0x30) } else { decimals -= 1 }
            case UInt8(ascii: "."), UInt8(ascii: ","):
                guard !seenPoint else { return nil }
                seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let value = Int(String(decoding: bytes, as: UTF8.self)), abs(value) < 40 else { return nil }
                exponent = value
                bytes = []
            case 0x20, 0xC2, 0xA0, 0xE2, 0x80, 0xAF: continue  // spaces between thousands, no-break ones included
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        var shift = 4 - decimals + exponent
        while shift > 0 {
            if mantissa > Int128(Self.bound) { break }
            mantissa *= 10
            shift -= 1
        }
        while shift < 0 {
            mantissa = shift == -1 ? (mantissa + 5) / 10 : mantissa / 10
            shift += 1
        }
        let bounded = Int64(min(mantissa, Int128(Self.bound)))
        units = negative ? -bounded : bounded
    }

    /// Euros as a binary number: for ratios and charts, not for sums.
    public var euros: Double { Double(units) / Double(Self.unitsPerEuro) }

    /// Whole cents, rounded half away from zero.
    public var cents: Int64 { (units + (units < 0 ? -50 : 50)) / 100 }

    /// `1234.50`: two decimals and a point, for CSV and JSON.
    public var decimal: String {
        let cents = self.cents
        let rest = cents.magnitude % 100
        return (cents < 0 ? "-" : "") + "\(cents.magnitude / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }

    /// « 1 234,50 € » in French, “€1,234.50” in English; whole euros when `cents` is false.
    public func text(_ language: Language, cents: Bool = true) -> String {
        let number = NumberFormat.decimal(euros, decimals: cents ? 2 : 0, language)
        return language == .french ? number + "\u{202F}€" : (units < 0 ? "−€" + number.dropFirst() : "€" + number)
    }

    public static func < (left: Amount, right: Amount) -> Bool { left.units < right.units }
    public static func + (left: Amount, right: Amount) -> Amount {
        let (sum, overflow) = left.units.addingReportingOverflow(right.units)
        return Amount(units: overflow ? (right.units < 0 ? -bound : bound) : sum)
    }
    public static func - (left: Amount, right: Amount) -> Amount { left + Amount(units: -right.units) }
    public static func += (left: inout Amount, right: Amount) { left = left + right }

    public init(from decoder: any Decoder) throws {
        self.init(units: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(units)
    }
}
