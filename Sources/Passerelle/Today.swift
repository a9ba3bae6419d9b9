import Foundation
import Nomenclature

extension Day {
    /// The day of the machine's clock, in the legal time of mainland France.
    public static var today: Day {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        return Day(year: parts.year ?? 2000, month: parts.month ?? 1, day: parts.day ?? 1) ?? .epoch
    }

    /// 1 January 2000: stands where a clock gives no day.
    private static var epoch: Day { Day(iso: "2000-01-01") ?? .today }
}
