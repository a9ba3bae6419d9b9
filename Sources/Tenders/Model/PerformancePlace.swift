/// A place of performance, as the notice gives it (eForms BT-5141, BT-5071, BT-5121, BT-5131, BT-5101, BT-727, BT-728).
public struct PerformancePlace: Sendable, Hashable, Codable {
    public var country = ""
    public var nuts = ""
    public var postcode = ""
    public var city = ""
    public var street = ""
    /// `anyw`, `anyw-cou`, `anyw-eea`: performed anywhere.
    public var restriction = ""
    public var description = ""

    public init() {}

    public init(country: String = "FRA", nuts: String = "", postcode: String = "", city: String = "") {
        self.country = country
        self.nuts = nuts
        self.postcode = postcode
        self.city = city
    }

    public var isEmpty: Bool { self == PerformancePlace() }
}
