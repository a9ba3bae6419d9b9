import Bytes
import FrenchText

/// How values are read that stand for the absence of one.
enum Markers {
    /// `NC` and `MQ` missing, `CDL` not published because conditional, `INX` unusable (arrêté tooling of the Ministry).
    private static let missing: [StaticString] = ["nc", "mq", "cdl", "inx", "null", "nan"]

    /// Whether a value says something.
    static func isInformed(_ text: ByteText) -> Bool {
        if text.count > 4 { return true }
        return !text.isEmpty && !missing.contains { isSame(text, $0) }
    }

    private static func isSame(_ text: ByteText, _ marker: StaticString) -> Bool {
        guard text.count == marker.utf8CodeUnitCount else { return false }
        for index in 0..<text.count where text[index] | 0x20 != marker.utf8Start[index] { return false }
        return true
    }

    /// `true`/`false`, `oui`/`non`, `1`/`0`.
    static func flag(_ text: String) -> Bool? {
        switch Folding.fold(text) {
        case "true", "oui", "1", "vrai": true
        case "false", "non", "0", "faux": false
        default: nil
        }
    }

    /// A whole number, written `12`, `12.0` or `12,0`.
    static func integer(_ text: ByteText) -> Int? {
        if let plain = text.plainDecimal(decimals: 0) { return Int(plain) }
        return Int(text.string.prefix(while: { $0 != "." && $0 != "," }))
    }
}
