/// A calendar day, without hour or time zone: the unit of legal validity and of publication dates.
public struct Day: Sendable, Hashable, Comparable, Codable {
    /// `yyyymmdd` as a number, so that days compare as integers.
    public let packed: Int32

    public var year: Int { Int(packed / 10_000) }
    public var month: Int { Int(packed / 100 % 100) }
    public var day: Int { Int(packed % 100) }

    /// `nil` when there is no such day in the calendar, e.g. 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(month, of: year) else {
            return nil
        }
        packed = Int32(year * 10_000 + month * 100 + day)
    }

    /// Reads the first ten characters of an ISO 8601 date or date-time: `2024-03-04`, `2024-03-04+01:00`, `2024-03-04T12:00`.
    public init?(iso text: some StringProtocol) {
        var digits = 0
        var count = 0
        // A String is walked through far faster than whatever a caller may pass.
        for byte in String(text).utf8 {
            if count == 4 || count == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                digits = digits * 10 + Int(byte - 0x30)
            }
            count += 1
            if count == 10 { break }
        }
        guard count == 10 else { return nil }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    init(packed: Int32) { self.packed = packed }

    /// `2024-03-04`
    public var iso: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let years = String(year)
        return String(repeating: "0", count: 4 - years.count) + years + "-" + two(month) + "-" + two(day)
    }

    public static func < (left: Day, right: Day) -> Bool { left.packed < right.packed }

    /// The day before; the first day of the calendar has none and is its own.
    public var before: Day {
        if let same = Day(year: year, month: month, day: day - 1) { return same }
        let (year, month) = self.month == 1 ? (self.year - 1, 12) : (self.year, self.month - 1)
        return Day(year: year, month: month, day: Self.length(month, of: year)) ?? self
    }

    /// The same day some months later, or earlier when `months` is negative; the last of its month where that has none.
    public func advanced(months: Int) -> Day {
        let count = year * 12 + month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        guard (1...9999).contains(year) else { return self }
        return Day(year: year, month: month, day: min(day, Self.length(month, of: year))) ?? self
    }

    private static func length(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
