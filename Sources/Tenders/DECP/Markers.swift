import FrenchText

/// How values are read that stand for the absence of one.
enum Markers {
    /// `NC` and `MQ` missing, `CDL` not published because conditional, `INX` unusable.
    private static let missing: Set<String> = ["", "nc", "mq", "cdl", "inx", "null", "nan"]

    static func fold(_ text: String) -> String { Folding.fold(text) }

    /// The trimmed text, `nil` when it says nothing.
    static func informed(_ text: String?) -> String? {
        guard let text else { return nil }
        let trimmed = TextRepair.trimmed(text)
        if trimmed.utf8.count <= 4, missing.contains(trimmed.lowercased()) { return nil }
        return trimmed
    }

    /// `true`/`false`, `oui`/`non`, `1`/`0`.
    static func flag(_ text: String?) -> Bool? {
        switch informed(text).map({ fold($0) }) {
        case "true", "oui", "1": true
        case "false", "non", "0": false
        default: nil
        }
    }

    /// A whole number, written `12`, `12.0` or `12,0`.
    static func integer(_ text: String?) -> Int? {
        guard let text = informed(text) else { return nil }
        return Int(text.prefix(while: { $0 != "." && $0 != "," }))
    }
}
