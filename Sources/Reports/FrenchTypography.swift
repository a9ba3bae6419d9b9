/// French spacing, so that a line never begins with a punctuation mark.
enum FrenchTypography {
    private static let narrow: Unicode.Scalar = "\u{202F}"
    private static let noBreak: Unicode.Scalar = "\u{A0}"

    /// `text` with the space before `; : ! ? »` and after `«` made no-break, narrow before `; ! ?`.
    /// Nothing else changes, and a second pass changes nothing.
    static func spaced(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pending = false
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if pending {
                switch scalar {
                case ";", "!", "?": result.append(narrow)
                case ":", "»": result.append(noBreak)
                default: result.append(previous == "«" ? noBreak : " ")
                }
                previous = " "
                pending = false
            }
            if scalar == " " {
                pending = true
            } else {
                result.append(scalar)
                previous = scalar
            }
        }
        if pending { result.append(" ") }
        return String(result)
    }
}
