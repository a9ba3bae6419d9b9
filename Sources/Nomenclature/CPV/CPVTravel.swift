/// Branches of the CPV by whether what they hold is made anywhere and sent, or done on the spot
/// (`Catalog/Nomenclatures/cpv-travel.tsv`).
public struct CPVTravel: Sendable, Hashable {
    /// First digits of the codes, 2–8.
    public let prefix: String
    public let travels: Bool

    public static let all: [CPVTravel] = Table("cpv-travel", columns: "cpv_prefix", "travels").map { row in
        CPVTravel(prefix: row[0], travels: row[1] == "yes")
    }
}
