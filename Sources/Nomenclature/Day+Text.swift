import Wording

extension Day {
    /// « 04/03/2024 » in French, “2024-03-04” in English.
    public func text(_ language: Language) -> String {
        guard language == .french else { return iso }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return two(day) + "/" + two(month) + "/" + String(year)
    }
}
