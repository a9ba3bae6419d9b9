// How postcodes are read.
extension Geography {
    /// Five digits: a lost leading zero is given back, a decimal tail dropped (`1150`, `84200.0`). Anything else is given
    /// back as the digits that it has.
    public static func postcode(_ raw: String) -> String {
        let digits = raw.prefix(while: { $0 != "." }).filter { $0.isASCII && $0.isNumber }
        return digits.utf8.count == 4 ? "0" + digits : String(digits)
    }

    /// The code of the département that a postcode begins with, empty when it is none. A hint only: a few communes have
    /// the postcode of the neighbouring département.
    public static func departement(ofPostcode postcode: String) -> String {
        guard postcode.utf8.count == 5 else { return "" }
        if postcode.hasPrefix("97") || postcode.hasPrefix("98") { return String(postcode.prefix(3)) }
        if postcode.hasPrefix("20") { return (Int(postcode) ?? 0) < 20_200 ? "2A" : "2B" }
        return String(postcode.prefix(2))
    }

    /// The same reading as ``postcode(_:)``, as a number and without making texts of it; `nil` without four or five digits.
    static func postcodeNumber(_ raw: String) -> Int? {
        var number = 0
        var digits = 0
        for byte in raw.utf8 {
            if byte == UInt8(ascii: ".") { break }
            guard byte >= 0x30, byte <= 0x39 else { continue }
            digits += 1
            guard digits <= 5 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return digits == 4 || digits == 5 ? number : nil
    }
}
