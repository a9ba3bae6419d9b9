extension Day {
    /// Number of days from this one to another; negative when that one is past.
    public func days(until other: Day) -> Int { other.ordinal - ordinal }

    /// Days since 1 March of the year 0 of the Gregorian calendar: years that begin in March have their leap day last.
    private var ordinal: Int {
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
    }
}
