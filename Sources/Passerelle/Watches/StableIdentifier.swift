import Bytes

/// Identifiers that stay the same on every machine and in every run.
enum StableIdentifier {
    /// A UUID of version 8 (RFC 9562) made of the SHA-256 of some texts.
    static func uuid(of texts: [String]) -> String {
        var digits = Array(SHA256.hex(Array(texts.joined(separator: "\u{1F}").utf8)).prefix(32))
        digits[12] = "8"
        digits[16] = "8"
        var uuid = ""
        for (place, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(place) { uuid.append("-") }
            uuid.append(digit)
        }
        return uuid
    }
}
