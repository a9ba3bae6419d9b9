import Nomenclature

/// Destroys accents as one State platform publishes them.
enum Damage {
    /// `text` with every character outside of ASCII replaced by U+FFFD.
    static func accentsDestroyed(_ text: String) -> String {
        var damaged = ""
        for scalar in text.unicodeScalars { damaged.unicodeScalars.append(scalar.isASCII ? scalar : "\u{FFFD}") }
        return damaged
    }
}
