import Nomenclature

extension Day {
    /// Reads a day as lists write it: `2028-03-31` or `31/03/2028`, whatever hour stands behind.
    init?(written text: String) {
        if let day = Day(iso: text) {
            self = day
            return
        }
        let parts = text.prefix { !$0.isWhitespace }.split { "/-.".contains($0) }.map { Int($0) }
        // « 31/05/28 » is not of the year 28, and nothing tells its century for sure.
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year >= 1_000 else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }
}
