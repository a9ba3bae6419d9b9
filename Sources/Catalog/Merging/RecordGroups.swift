import Nomenclature

/// Brings together the records of one enterprise.
public enum RecordGroups {
    /// The groups of `records` that are merged together: those of one SIREN, with the records without SIREN that share an
    /// official identifier with one of them; then what only an identifier holds together. Records that nothing
    /// identifies are left out.
    public static func groups(of records: [SupplierRecord]) -> [[SupplierRecord]] {
        var bySiren: [String: [SupplierRecord]] = [:]
        var sirensByIdentifier: [String: Set<String>] = [:]
        for record in records {
            guard let siren = record.siren?.text else { continue }
            bySiren[siren, default: []].append(record)
            if let identifier = record.otherIdentifier { sirensByIdentifier[identifier, default: []].insert(siren) }
        }
        var byIdentifier: [String: [SupplierRecord]] = [:]
        for record in records where record.siren == nil {
            guard let identifier = record.otherIdentifier else { continue }
            if let sirens = sirensByIdentifier[identifier] {
                for siren in sirens { bySiren[siren]?.append(record) }
            } else {
                byIdentifier[identifier, default: []].append(record)
            }
        }
        return bySiren.keys.sorted().compactMap { bySiren[$0] }
            + byIdentifier.keys.sorted().compactMap { byIdentifier[$0] }
    }
}
