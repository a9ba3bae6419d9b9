/// The number of an enterprise (unité légale): nine digits with a Luhn key.
public struct Siren: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let text: String
    public var description: String { text }

    /// - Throws: ``IdentifierFault`` saying what is wrong with `raw`.
    public init(_ raw: some StringProtocol) throws(IdentifierFault) {
        text = try Identifiers.digits(of: raw, count: 9)
        // Nine zeros have the key, and stand for « no number » in many lists.
        guard Identifiers.luhn(text.utf8), text.utf8.contains(where: { $0 != 0x30 }) else { throw .key }
    }

    init(trusted text: String) { self.text = text }

    public static func < (left: Siren, right: Siren) -> Bool { left.text < right.text }

    public init(from decoder: any Decoder) throws {
        self.init(trusted: try decoder.singleValueContainer().decode(String.self))
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The number of an establishment: the SIREN and five digits, fourteen with a Luhn key.
///
/// La Poste (SIREN 356000000) has a rule of its own: the plain sum of its fourteen digits is a multiple of five.
public struct Siret: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let text: String
    public var description: String { text }

    /// The enterprise that the establishment belongs to.
    public var siren: Siren { Siren(trusted: String(Substring(text.utf8.prefix(9)))) }

    static let laPoste = "356000000"

    /// Spaces, dots and no-break spaces are dropped; everything else must be fourteen digits with valid keys.
    ///
    /// - Throws: ``IdentifierFault`` saying what is wrong with `raw`.
    public init(_ raw: some StringProtocol) throws(IdentifierFault) {
        let digits = try Identifiers.digits(of: raw, count: 14)
        let hasKey = Identifiers.luhn(digits.utf8)
        if digits.hasPrefix(Self.laPoste) {
            let sum = digits.utf8.reduce(0) { $0 + Int($1 - 0x30) }
            guard sum.isMultiple(of: 5) || hasKey else { throw .key }
        } else {
            guard hasKey, Identifiers.luhn(digits.utf8.prefix(9)), digits.utf8.prefix(9).contains(where: { $0 != 0x30 })
            else { throw .key }
        }
        text = digits
    }

    init(trusted text: String) { self.text = text }

    public static func < (left: Siret, right: Siret) -> Bool { left.text < right.text }

    public init(from decoder: any Decoder) throws {
        self.init(trusted: try decoder.singleValueContainer().decode(String.self))
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Why a text is no SIREN or SIRET.
public enum IdentifierFault: Error, Sendable, Hashable {
    case empty
    /// The number of digits found.
    case length(Int)
    case notDigits
    case key
}

enum Identifiers {
    static func digits(of raw: some StringProtocol, count: Int) throws(IdentifierFault) -> String {
        // A String is walked through far faster than whatever a caller may pass.
        let text = String(raw)
        if text.utf8.count == count, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return text }
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: digits.unicodeScalars.append(scalar)
            case 0x20, 0x09, 0x2E, 0xA0, 0x202F, 0x0A, 0x0D: continue
            default: throw .notDigits
            }
        }
        if digits.isEmpty { throw .empty }
        guard digits.utf8.count == count else { throw .length(digits.utf8.count) }
        return digits
    }

    /// The Luhn check: every second digit from the right is doubled, the sum is a multiple of ten.
    static func luhn(_ digits: some Collection<UInt8>) -> Bool {
        var sum = 0
        var isDoubled = digits.count.isMultiple(of: 2)
        for byte in digits {
            var value = Int(byte - 0x30)
            if isDoubled {
                value *= 2
                if value > 9 { value -= 9 }
            }
            sum += value
            isDoubled.toggle()
        }
        return sum.isMultiple(of: 10)
    }
}
