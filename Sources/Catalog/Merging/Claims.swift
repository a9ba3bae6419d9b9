import Nomenclature
import Wording

/// Unites what the records claim of kinds and approvals, with the evidence.
enum Claims {
    /// Kinds in their customary order. The legal form adds its own: a private association (92xx) is an association,
    /// whatever it runs; so for foundations, mutual societies and SCOP. The evidence is the source of the category.
    static func kinds(_ records: [SupplierRecord], legalCategory: String?) -> [HeldKind] {
        var found: [StructureKind: [Evidence]] = [:]
        let derived = legalCategory.flatMap { kind(ofLegalCategory: $0) }
        for record in records {
            for claim in record.kinds {
                found[claim.kind, default: []].append(evidence(record, claim.validFrom, claim.validTo))
            }
            if let derived, record.legalCategory == legalCategory {
                found[derived, default: []].append(evidence(record, nil, nil))
            }
        }
        return found.sorted { $0.key < $1.key }.map { HeldKind($0.key, evidence: newestOfEachSource($0.value)) }
    }

    /// Evidence of ESUS approvals: one without an end first, then the one that ends last.
    static func esus(_ records: [SupplierRecord]) -> [Evidence] {
        let all = records.compactMap { record in
            record.esus.map { evidence(record, $0.validFrom, $0.validTo) }
        }
        return newestOfEachSource(all).enumerated().sorted { left, right in
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

    private static func evidence(_ record: SupplierRecord, _ from: Day?, _ to: Day?) -> Evidence {
        Evidence(source: record.source, place: record.place, seen: record.seen, validFrom: from, validTo: to)
    }

    /// Of one source, only the newest evidence of one and the same validity: older editions of a list add nothing.
    /// The records come most believed first, so the first met is the newest.
    private static func newestOfEachSource(_ evidence: [Evidence]) -> [Evidence] {
        struct Title: Hashable {
            let source: String
            let from: Day?
            let to: Day?
        }
        var seen: Set<Title> = []
        return evidence.filter { seen.insert(Title(source: $0.source, from: $0.validFrom, to: $0.validTo)).inserted }
    }
}
