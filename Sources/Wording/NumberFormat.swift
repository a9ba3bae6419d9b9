/// Numbers as people write them: « 1 234,5 » in French, “1,234.5” in English.
///
/// Written here and not with Foundation's formatters because reports must be byte-identical on every machine,
/// whatever its ICU data and locale.
public enum NumberFormat {
    /// Narrow no-break space, the French thousands separator (Lexique de l'Imprimerie nationale).
    static let frenchGroup: Character = "\u{202F}"

    /// `value` with `decimals` digits after the separator, rounded half away from zero.
    public static func decimal(_ value: Double, decimals: Int, _ language: Language) -> String {
        guard value.isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e18 else { return String(value) }
        let units = Int64(scaled)
        let whole = units / Int64(scale)
        var text = grouped(whole, language)
        if decimals > 0 {
            let fraction = String(units % Int64(scale))
            text += language == .french ? "," : "."
            text += String(repeating: "0", count: decimals - fraction.count) + fraction
        }
        return value < 0 && units != 0 ? "−" + text : text
    }

    /// A count with its thousands separated.
    public static func integer(_ value: Int, _ language: Language) -> String {
        (value < 0 ? "−" : "") + grouped(Int64(value.magnitude), language)
    }

    /// `0.2144` as « 21,4 % ».
    public static func percent(_ ratio: Double, decimals: Int = 1, _ language: Language) -> String {
        decimal(ratio * 100, decimals: decimals, language) + (language == .french ? "\u{202F}%" : "%")
    }

    private static func grouped(_ value: Int64, _ language: Language) -> String {
        let digits = Array(String(value))
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) {
                result.append(language == .french ? frenchGroup : ",")
            }
            result.append(digit)
        }
        return result
    }
}
