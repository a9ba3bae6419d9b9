import Nomenclature
import Wording

/// Unites what the records claim of kinds and approvals, with the evidence.
enum Claims {
    /// Kinds of one level in their customary order.
    static func kinds(_ records: [Reading], level: Evidence.Level) -> [HeldKind] {
        var found: [StructureKind: [Evidence]] = [:]
        for reading in records {
            for claim in reading.record.kinds where claim.kind.level == level {
                // What is claimed of the enterprise is not claimed of the establishment, though it may be shown with it.
                let told = reading.isOfEnterprise ? .enterprise : level
                found[claim.kind, default: []].append(evidence(reading, told, claim.validFrom, claim.validTo))
            }
        }
        return held(found)
    }

    /// Kinds of the enterprise. Its legal form adds its own: a private association (92xx) is an association, whatever it
    /// runs; so for foundations, mutual societies and SCOP. The evidence is the source of the category.
    static func enterpriseKinds(_ records: [Reading], legalCategory: String?) -> [HeldKind] {
        var found: [StructureKind: [Evidence]] = [:]
        for held in kinds(records, level: .enterprise) { found[held.kind] = held.evidence }
        if let legalCategory, let derived = kind(ofLegalCategory: legalCategory) {
            for reading in records where reading.record.legalCategory == legalCategory {
                found[derived, default: []].append(evidence(reading, .enterprise, nil, nil))
            }
        }
        return held(found)
    }

    private static func held(_ found: [StructureKind: [Evidence]]) -> [HeldKind] {
        found.sorted { $0.key < $1.key }.map { HeldKind($0.key, evidence: newestOfEachSource($0.value)) }
    }

    /// Evidence of ESUS approvals: one without an end first, then the one that ends last.
    static func esus(_ records: [Reading]) -> [Evidence] {
        let all = records.compactMap { reading in
            reading.record.esus.map { evidence(reading, .enterprise, $0.validFrom, $0.validTo) }
        }
        guard all.count > 1 else { return all }
        // An approval read without an end says nothing against an end that a record believed before it gives; one that
        // begins after that end is its renewal.
        let told = all.indices.filter { index in
            all[index].validTo != nil || !all[..<index].contains { isEnded(all[index], by: $0.validTo) }
        }.map { all[$0] }
        return newestOfEachSource(told).enumerated().sorted { left, right in
            switch (left.element.validTo, right.element.validTo) {
            case (nil, nil): left.offset < right.offset
            case (nil, _): true
            case (_, nil): false
            case (let one?, let other?): one == other ? left.offset < right.offset : one > other
            }
        }.map(\.element)
    }

    /// The kind that a legal form is by itself.
    static func kind(ofLegalCategory code: String) -> StructureKind? {
        if ["5458", "5558", "5658"].contains(code) { return .scop }
        guard let category = LegalCategory.of(code), category.status == .byForm else { return nil }
        return switch category.family {
        case .association: .association
        case .fondation: .fondation
        case .mutuelle: .mutuelle
        case .cooperative, .societeCommerciale, nil: nil
        }
    }

    static func evidence(
        _ reading: Reading, _ level: Evidence.Level, _ from: Day? = nil, _ to: Day? = nil
    ) -> Evidence {
        Evidence(
            source: reading.record.source, place: reading.record.place, seen: reading.record.seen,
            firstSeen: reading.record.firstSeen,
            validFrom: from, validTo: to, level: level)
    }

    /// Whether what is told without an end is what ended on `end`, and not something that began later.
    private static func isEnded(_ one: Evidence, by end: Day?) -> Bool {
        guard let end else { return false }
        return one.validFrom.map { $0 <= end } ?? true
    }

    /// Of one source, only the newest evidence of one and the same validity, with the first day that it was seen: older
    /// editions of a list add nothing else. The records come most believed first, so the first met is the newest.
    private static func newestOfEachSource(_ evidence: [Evidence]) -> [Evidence] {
        guard evidence.count > 1 else { return evidence }
        struct Title: Hashable {
            let source: String
            let from: Day?
            let to: Day?
        }
        var kept: [Evidence] = []
        var places: [Title: Int] = [:]
        // A source that has said since when it ends no longer says that it has no end.
        var ended: [String: Day] = [:]
        for one in evidence {
            if let end = one.validTo {
                ended[one.source] = max(ended[one.source] ?? end, end)
            } else if isEnded(one, by: ended[one.source]) {
                continue
            }
            let title = Title(source: one.source, from: one.validFrom, to: one.validTo)
            guard let known = places[title] else {
                places[title] = kept.count
                kept.append(one)
                continue
            }
            if let first = one.firstSeen ?? one.seen, let last = kept[known].seen, first < last {
                kept[known].firstSeen = min(kept[known].firstSeen ?? first, first)
            }
        }
        return kept
    }
}
