/// The days and hours of a workbook, which are numbers, as ISO 8601 texts.
enum DayText {
    /// The last day that a spreadsheet knows, 31 December 9999.
    private static let last = 2_958_465.0

    /// - Parameter number: days since 30 December 1899, or since 1 January 1904; the hour is its fraction.
    /// - Returns: `2026-03-31`, `2026-03-31T14:30:00` or `14:30`; `nil` for a number that is no day.
    static func text(_ number: Double, _ style: NumberStyle, is1904: Bool) -> String? {
        guard number >= 0, number <= last else { return nil }
        var days = Int(number.rounded(.down))
        var seconds = Int(((number - Double(days)) * 86_400).rounded())
        if seconds == 86_400 {
            days += 1
            seconds = 0
        }
        if style == .time {
            // Hours are counted beyond a day: 36:30 is a week's work.
            return clock(days * 24 + seconds / 3_600, seconds % 3_600, isShort: true)
        }
        guard let day = day(days, is1904: is1904) else { return nil }
        guard style == .dayAndTime, seconds > 0 else { return day }
        return day + "T" + clock(seconds / 3_600, seconds % 3_600, isShort: false)
    }

    private static func clock(_ hours: Int, _ seconds: Int, isShort: Bool) -> String {
        let short = two(hours) + ":" + two(seconds / 60)
        return isShort && seconds % 60 == 0 ? short : short + ":" + two(seconds % 60)
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// Excel has a 29 February 1900, which there was not: days before it count from one day later.
    private static func day(_ serial: Int, is1904: Bool) -> String? {
        if !is1904, serial == 0 || serial == 60 { return nil }
        let sinceEpoch = is1904 ? serial - 24_107 : serial - (serial < 60 ? 25_568 : 25_569)
        // From days to the civil calendar, in eras of 400 years that begin on 1 March.
        let shifted = sinceEpoch + 719_468
        let era = shifted / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(two(month))-\(two(day))"
    }
}
