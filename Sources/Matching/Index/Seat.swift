/// What the score needs of a supplier besides its words and codes: how far it works from where, how large it is. Sixteen
/// bytes, because ranking reads thousands of them for every need.
struct Seat: BitwiseCopyable, Sendable {
    /// Declared radius, km; 0 without one.
    var radius: Float = 0
    /// Yearly turnover, EUR HT; NaN when nothing tells the size.
    var turnover: Float = .nan
    /// Number of its commune in the map, or ``none``.
    var commune: UInt16 = none
    /// Number of its zones in the index; only for a perimeter of zones.
    var zones: UInt16 = none
    /// Place of its département in the map, or ``noDepartement``.
    var departement: UInt8 = noDepartement
    var perimeter: Reach = .undeclared
    var flags: Flags = []
    private var padding: UInt8 = 0

    static let none = UInt16.max
    static let noDepartement = UInt8.max

    /// How a supplier says how far it works.
    enum Reach: UInt8, BitwiseCopyable {
        case undeclared, radius, zones, france
    }

    struct Flags: OptionSet, BitwiseCopyable, Sendable {
        let rawValue: UInt8
        /// Lends staff and performs nothing itself.
        static let lendsStaff = Flags(rawValue: 1)
        /// Its position is known.
        static let isPlaced = Flags(rawValue: 2)
        /// Has no description and no offer: its words say nothing against it.
        static let isSilent = Flags(rawValue: 4)
        /// Nothing says what it does, see ``UnknownTrade``.
        static let hasUnknownTrade = Flags(rawValue: 8)
    }
}

/// What is looked at of the few suppliers that may enter an answer.
struct Standing: BitwiseCopyable, Sendable {
    /// Number of its group for eligibility, see ``CatalogueIndex``.
    var group: UInt32
    /// Place among all suppliers in the order of their keys, which settles ties.
    var rank: UInt32
}
