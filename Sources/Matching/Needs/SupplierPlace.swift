import Catalog
import Nomenclature

/// Where a supplier is and how far it works, resolved once.
struct SupplierPlace: Sendable {
    let coordinates: Coordinates?
    let departement: String?
    let perimeter: Perimeter?
    /// Départements of a perimeter of zones, those of its régions included.
    let zones: Set<String>

    init(_ supplier: Supplier) {
        let geography = Geography.shared
        let commune =
            supplier.communeCode.flatMap { geography.commune(code: $0) }
            ?? (supplier.coordinates == nil ? geography.commune(postcode: supplier.postcode, city: supplier.city) : nil)
        coordinates = supplier.coordinates ?? commune?.centre
        let postal = Geography.departement(ofPostcode: Geography.postcode(supplier.postcode))
        departement = supplier.departement ?? commune?.departement ?? (postal.isEmpty ? nil : postal)
        perimeter = supplier.perimeter
        zones =
            if case .zones(let departements, let regions) = supplier.perimeter {
                Set(departements + regions.flatMap { geography.departements(inRegion: $0) })
            } else { [] }
    }
}
