import Nomenclature

/// The pieces of France that the sea parts: the metropolitan one (Corsica goes with it, ferries and suppliers cross every
/// day) and each département or collectivity overseas.
enum Lands {
    private static let byDepartement: [UInt8] = Geography.shared.departements.enumerated().map { place, departement in
        departement.code.hasPrefix("97") || departement.code.hasPrefix("98") ? UInt8(place) + 1 : metropole
    }
    private static let metropole: UInt8 = 0

    /// - Parameter departement: place in the map's list.
    static func of(departement: Int) -> UInt8 { byDepartement[departement] }
}
