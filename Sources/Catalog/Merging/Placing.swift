import Nomenclature

/// Puts a supplier on the map.
enum Placing {
    /// The address comes whole from the first record that has one. Its commune is found by its INSEE code, else by
    /// postcode and city; the point on the map is the record's own, else another record's of the same commune, else the
    /// commune's centre.
    ///
    /// - Parameter records: those that speak of the establishment, the most believed first.
    static func place(_ supplier: inout Supplier, _ records: [Reading]) {
        guard let address = records.first(where: { hasAddress($0) }) else {
            supplier.coordinates = records.lazy.compactMap { $0.record.coordinates }.first
            return
        }
        supplier.street = address.record.street
        supplier.postcode = address.record.postcode
        supplier.city = address.record.city
        let placed = commune(of: address)
        supplier.communeCode = placed?.commune.code
        supplier.placing = placed?.confidence
        supplier.departement = placed?.commune.departement ?? departement(of: address)
        supplier.coordinates =
            address.record.coordinates
            ?? records.lazy.filter {
                $0.record.coordinates != nil && commune(of: $0)?.commune.code == placed?.commune.code
            }
            .compactMap { $0.record.coordinates }.first ?? placed?.commune.centre
    }

    /// The commune that a record's address lies in.
    static func commune(of reading: Reading) -> Placed? {
        Geography.shared.place(
            postcode: reading.record.postcode, city: reading.record.city, communeCode: reading.record.communeCode)
    }

    private static func hasAddress(_ reading: Reading) -> Bool {
        reading.record.communeCode != nil || !reading.record.postcode.isEmpty || !reading.record.city.isEmpty
    }

    private static func departement(of reading: Reading) -> String? {
        Geography.shared.departement(Geography.departement(ofPostcode: reading.record.postcode))?.code
    }
}
