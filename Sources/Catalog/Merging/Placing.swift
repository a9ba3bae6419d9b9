import Nomenclature

/// Puts a supplier on the map.
enum Placing {
    /// The address comes whole from the most believed record that has one. Its commune is found by its INSEE code,
    /// else by postcode and city; the point on the map is the record's own, else another record's of the same
    /// commune, else the commune's centre.
    static func place(_ supplier: inout Supplier, _ records: [SupplierRecord]) {
        guard let address = records.first(where: { hasAddress($0) }) else {
            supplier.coordinates = records.lazy.compactMap(\.coordinates).first
            return
        }
        supplier.street = address.street
        supplier.postcode = address.postcode
        supplier.city = address.city
        let commune = commune(of: address)
        supplier.communeCode = commune?.code
        supplier.departement = commune?.departement ?? departement(of: address)
        supplier.coordinates =
            address.coordinates
            ?? records.lazy.filter { $0.coordinates != nil && self.commune(of: $0)?.code == commune?.code }
            .compactMap(\.coordinates).first ?? commune?.centre
    }

    /// The commune that a record's address lies in.
    static func commune(of record: SupplierRecord) -> Commune? {
        if let code = record.communeCode, let commune = Geography.shared.commune(code: code) { return commune }
        guard !record.postcode.isEmpty || !record.city.isEmpty else { return nil }
        return Geography.shared.commune(postcode: record.postcode, city: record.city)
    }

    private static func hasAddress(_ record: SupplierRecord) -> Bool {
        record.communeCode != nil || !record.postcode.isEmpty || !record.city.isEmpty
    }

    private static func departement(of record: SupplierRecord) -> String? {
        Geography.shared.departement(Geography.departement(ofPostcode: record.postcode))?.code
    }
}
