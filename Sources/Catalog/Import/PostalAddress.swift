/// An address written in one piece, « 12 rue des Pins 40100 Dax ».
struct PostalAddress {
    var street: String
    /// Empty where the text holds none.
    var postcode = ""
    var city = ""

    /// Splits at the last word of five digits that a place name follows: a street may have a number as long.
    init(_ text: String) {
        let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
        let last = words.indices.last { index in
            words[index].utf8.count == 5 && words[index].utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
                && index + 1 < words.count && words[index + 1].first?.isLetter == true
        }
        guard let last else {
            street = text
            return
        }
        street = words[..<last].joined(separator: " ")
        postcode = words[last]
        city = words[(last + 1)...].joined(separator: " ")
    }
}
