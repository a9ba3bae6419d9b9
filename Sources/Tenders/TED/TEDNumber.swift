/// Numbers of notices in the Official Journal.
enum TEDNumber {
    /// `2019/S 097-234567` and `234567-2019` in the shape of eForms, `00234567-2019`; `nil` for anything else.
    static func publication(_ text: String) -> String? {
        let parts = text.split(whereSeparator: { !($0.isASCII && $0.isNumber) }).map(String.init)
        let year: String
        let number: String
        if parts.count == 3, text.contains("/") {
            (year, number) = (parts[0], parts[2])
        } else if parts.count == 2, text.contains("-") {
            (year, number) = (parts[1], parts[0])
        } else {
            return nil
        }
        guard year.count == 4, (1...8).contains(number.count) else { return nil }
        return String(repeating: "0", count: 8 - number.count) + number + "-" + year
    }

    /// The earliest of several, by year and number.
    static func earliest(_ numbers: [String]) -> String? {
        numbers.min { (String($0.suffix(4)), $0) < (String($1.suffix(4)), $1) }
    }

    /// `20211001` and `20211028 12:00` as `2021-10-01` and `2021-10-28`; a date with hyphens stays as it is.
    static func date(_ text: String) -> String {
        let day = text.prefix { $0 != " " }
        guard day.utf8.count == 8, day.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return String(day) }
        return day.prefix(4) + "-" + day.dropFirst(4).prefix(2) + "-" + day.suffix(2)
    }

    /// The hour of `20211028 12:00`.
    static func time(_ text: String) -> String? {
        text.firstIndex(of: " ").map { String(text[text.index(after: $0)...]) }
    }
}
