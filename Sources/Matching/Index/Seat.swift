/// What the score needs of a supplier besides its words and codes: where it is, how far it works from there, how large it
/// is. Thirty-two bytes that never lie across two lines of the caches, because ranking reads thousands of them, here and
/// there, for every need.
struct Seat: BitwiseCopyable, Sendable {
    /// On the unit sphere; NaN when it could not be placed.
    var position = SIMD4<Float>(repeating: .nan)
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
    private var padding: UInt16 = 0

    static let none = UInt16.max
    static let noDepartement = UInt8.max

    var isPlaced: Bool { !position.x.isNaN }

    /// How a supplier says how far it works.
    enum Reach: UInt8, BitwiseCopyable {
        case undeclared, radius, zones, france
    }
}

/// What is asked of many suppliers before their seat is looked at: a byte each, so that all of them stay in the caches.
struct Traits: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8
    /// Lends staff and performs nothing itself.
    static let lendsStaff = Traits(rawValue: 1)
    /// Has no description and no offer: its words say nothing against it.
    static let isSilent = Traits(rawValue: 2)
    /// Nothing says what it does, see ``UnknownTrade``.
    static let hasUnknownTrade = Traits(rawValue: 4)
}

/// What is looked at of the few suppliers that may enter an answer.
struct Standing: BitwiseCopyable, Sendable {
    /// Number of its group for eligibility, see ``CatalogueIndex``.
    var group: UInt32
    /// Place among all suppliers in the order of their keys, which settles ties.
    var rank: UInt32
}
