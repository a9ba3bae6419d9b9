import Nomenclature
import Testing

@Suite struct DayDistanceTests {
    @Test(
        arguments: [
            ("2026-11-21", "2026-11-21", 0), ("2026-11-21", "2026-12-04", 13), ("2026-12-04", "2026-11-21", -13),
            ("2024-02-28", "2024-03-01", 2), ("2026-02-28", "2026-03-01", 1), ("2000-02-28", "2000-03-01", 2),
            ("1900-02-28", "1900-03-01", 1), ("2025-12-31", "2026-01-01", 1), ("2026-01-01", "2027-01-01", 365),
            ("2024-01-01", "2025-01-01", 366), ("1970-01-01", "2026-11-22", 20_779),
        ])
    func daysBetween(_ from: String, _ to: String, _ days: Int) throws {
        let (from, to) = (try #require(Day(iso: from)), try #require(Day(iso: to)))
        #expect(from.days(until: to) == days)
        #expect(to.days(until: from) == -days)
    }
}
