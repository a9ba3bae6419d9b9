import Nomenclature

/// How long a lot lasts (eForms BT-36, BT-536, BT-537, BT-538).
public struct ContractTerm: Sendable, Hashable, Codable {
    /// Number as written, with ``unit``.
    public var value: String?
    /// `DAY`, `WEEK`, `MONTH` or `YEAR`.
    public var unit: String?
    /// `UNLIMITED` or `UNKNOWN`.
    public var code: String?
    public var start: Day?
    public var end: Day?

    public init(value: String? = nil, unit: String? = nil, code: String? = nil, start: Day? = nil, end: Day? = nil) {
        self.value = value
        self.unit = unit
        self.code = code
        self.start = start
        self.end = end
    }

    /// Length in months, from the duration or from the two dates; `nil` when the notice does not tell.
    public var months: Double? {
        if let value, let number = Double(value), number > 0 {
            switch unit {
            case "DAY": return number / 30.4375
            case "WEEK": return number * 7 / 30.4375
            case "MONTH": return number
            case "YEAR": return number * 12
            default: return nil
            }
        }
        guard let start, let end, end > start else { return nil }
        return Double((end.year - start.year) * 12 + end.month - start.month) + Double(end.day - start.day) / 30.4375
    }
}
