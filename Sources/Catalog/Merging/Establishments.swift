import Nomenclature

/// The establishments of an enterprise, and the structures in them: which records speak of which.
struct Establishments {
    /// One structure to be, with the records that speak of it.
    struct Structure {
        var key: String
        var siret: Siret?
        /// Records of the establishment, most believed first.
        var own: [Reading]
        /// Records of the enterprise that describe this establishment: it is the head office, or the only one known.
        var shared: [Reading]
        /// Whether no other establishment of the enterprise is known: its size is then that of the enterprise.
        var isAlone: Bool
    }

    /// In the order of their keys.
    let structures: [Structure]

    /// - Parameter records: all of the enterprise, most believed first.
    init(_ records: [Reading], _ enterprise: Enterprise) {
        let isListed = records.contains { !SourceRank.isRegistry($0.record.source) }
        let belongs = enterprise.ess.belongs == true || !enterprise.esus.isEmpty
        guard isListed || belongs else {
            structures = []
            return
        }
        var sites = Self.sites(records)
        // A registry lists every school of a commune that runs one workshop: its establishments are structures of the
        // catalogue only when the whole enterprise belongs to the ESS.
        if !belongs { sites = sites.filter { $0.records.contains { !SourceRank.isRegistry($0.record.source) } } }
        if belongs || sites.isEmpty, let office = enterprise.headOffice, !sites.contains(where: { $0.siret == office })
        {
            sites.append((office, records.filter { $0.record.siret == office }))
        }
        let ofEnterprise = records.filter(\.isOfEnterprise)
        guard !sites.isEmpty else {
            structures = Self.withoutSiret(records, ofEnterprise)
            return
        }
        let isAlone = sites.count == 1
        structures = sites.flatMap { siret, own in
            let shared = ofEnterprise.filter {
                $0.record.headOffice.map { $0 == siret } ?? (enterprise.headOffice.map { $0 == siret } ?? isAlone)
            }
            return Self.split(
                own + Self.joined(records, to: own + shared), siret: siret, shared: shared, isAlone: isAlone)
        }.sorted { $0.key < $1.key }
    }

    private static func sites(_ records: [Reading]) -> [(siret: Siret, records: [Reading])] {
        guard records.count > 1 else {
            return records.compactMap { reading in reading.record.siret.map { ($0, [reading]) } }
        }
        var numbers: [Siret: Int] = [:]
        var sites: [(siret: Siret, records: [Reading])] = []
        for reading in records {
            guard let siret = reading.record.siret else { continue }
            if let number = numbers[siret] {
                sites[number].records.append(reading)
            } else {
                numbers[siret] = sites.count
                sites.append((siret, [reading]))
            }
        }
        return sites
    }

    /// An enterprise of which no establishment is known, or records that only another identifier holds together.
    private static func withoutSiret(_ records: [Reading], _ ofEnterprise: [Reading]) -> [Structure] {
        guard let key = ofEnterprise.first?.record.key ?? records.first?.record.key else { return [] }
        return [Structure(key: key, siret: nil, own: records, shared: [], isAlone: true)]
    }

    /// Records without SIREN that share another official identifier with the establishment.
    private static func joined(_ records: [Reading], to own: [Reading]) -> [Reading] {
        guard records.contains(where: { $0.record.siren == nil }) else { return [] }
        let identifiers = Set(own.compactMap { $0.record.otherIdentifier })
        return records.filter { $0.record.siren == nil && $0.record.otherIdentifier.map(identifiers.contains) ?? false }
    }

    /// Two structures on one SIRET stay two: an ACI and an EI of one establishment have a convention each. Kinds that one
    /// record claims together are of one structure; a record that claims none speaks of all.
    private static func split(
        _ own: [Reading], siret: Siret, shared: [Reading], isAlone: Bool
    ) -> [Structure] {
        var groups: [Set<StructureKind>] = []
        for reading in own {
            var claimed = conventions(reading)
            guard !claimed.isEmpty else { continue }
            for group in groups where !group.isDisjoint(with: claimed) { claimed.formUnion(group) }
            groups.removeAll { !$0.isDisjoint(with: claimed) }
            groups.append(claimed)
        }
        guard groups.count > 1 else {
            return [
                Structure(
                    key: siret.text, siret: siret, own: Preference.sorted(own), shared: shared, isAlone: isAlone)
            ]
        }
        return groups.map { group in
            Structure(
                key: siret.text + "/" + (group.min()?.rawValue ?? ""), siret: siret,
                own: Preference.sorted(
                    own.filter { reading in
                        let claimed = conventions(reading)
                        return claimed.isEmpty || !claimed.isDisjoint(with: group)
                    }),
                shared: shared, isAlone: isAlone)
        }
    }

    private static func conventions(_ reading: Reading) -> Set<StructureKind> {
        Set(reading.record.kinds.lazy.map(\.kind).filter { $0.level == .establishment })
    }
}
