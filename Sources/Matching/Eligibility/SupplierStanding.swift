import Catalog
import Nomenclature
import Wording

/// What a supplier is on a day, with what shows it.
struct SupplierStanding {
    /// Kinds of the table of reservations held on the day.
    let kinds: [StructureKind]
    /// Kinds once held, or not yet.
    let lapsedKinds: [HeldKind]
    /// Whether it is an enterprise of the ESS; `nil` when nothing tells.
    let isESS: Bool?
    let isPublicBody: Bool
    /// Share of disadvantaged or disabled workers, 0–1.
    let share: Double?
    private let supplier: Supplier
    private let held: [HeldKind]
    private let day: Day

    init(_ supplier: Supplier, on day: Day) {
        let held = supplier.kinds.filter { supplier.holds($0.kind, on: day) }
        kinds = held.map(\.kind).filter { ReservationRules.kinds.contains($0) }
        lapsedKinds = supplier.kinds.filter {
            !supplier.holds($0.kind, on: day) && ReservationRules.kinds.contains($0.kind)
        }
        isPublicBody = Self.isPublic(supplier)
        // A town may run an integration workshop: it does not become an ESS enterprise.
        isESS = isPublicBody ? false : supplier.ess.belongs ?? Self.essByForm(supplier, held)
        share = supplier.insertionShare
        self.supplier = supplier
        self.held = held
        self.day = day
    }

    /// INSEE legal categories of public law: 4… (bodies under commercial law) and 7….
    private static func isPublic(_ supplier: Supplier) -> Bool {
        guard let code = supplier.legalCategory else { return false }
        return LegalCategory.isPublicBody(code)
    }

    private static func essByForm(_ supplier: Supplier, _ held: [HeldKind]) -> Bool? {
        if held.contains(where: { $0.kind.isESSByForm }) { return true }
        guard let category = supplier.legalCategory.flatMap({ LegalCategory.of($0) }) else { return nil }
        switch category.status {
        case .byForm: return true
        case .excluded: return false
        case .onMention, .toVerify: return nil
        }
    }

    /// How far, in months, a source without dates of validity tells of a day before or after it was read.
    private static let reach = 24

    /// The missing date of a kind whose validity no source gives, and that none has seen near the day.
    func undated(_ kind: StructureKind?) -> [EligibilityGap] {
        guard let kind, let proof = held.first(where: { $0.kind == kind }) else { return [] }
        let tells = proof.evidence.contains { one in
            guard one.isValid(on: day) else { return false }
            if one.validTo != nil { return true }
            guard let last = one.seen, let first = one.firstSeen ?? one.seen else { return true }
            return day <= last.advanced(months: Self.reach)
                && (one.validFrom != nil || day >= first.advanced(months: -Self.reach))
        }
        return tells ? [] : [.approvalDate(kind)]
    }

    /// What shows it, in words: made only for those who are shown.
    var evidence: [Phrase] {
        var phrases: [Phrase] = []
        for kind in held {
            guard let proof = kind.evidence.first(where: { $0.isValid(on: day) }) else { continue }
            let source = SupplierSource.named(proof.source)?.name ?? Phrase(verbatim: proof.source)
            let seen = proof.seen.map { Phrase(", vu le \($0.text(.french))", ", seen on \($0.iso)") } ?? Phrase("", "")
            let end =
                proof.validTo.map { Phrase(", valable jusqu’au \($0.text(.french))", ", valid until \($0.iso)") }
                ?? Phrase("", "")
            phrases.append(
                Phrase(
                    "\(kind.kind.rawValue)\u{A0}: \(source.fr)\(seen.fr)\(end.fr)",
                    "\(kind.kind.rawValue): \(source.en)\(seen.en)\(end.en)"))
        }
        if supplier.ess.belongs == true {
            phrases.append(Phrase("ESS\u{A0}: \(supplier.ess.title.fr)", "ESS: \(supplier.ess.title.en)"))
        }
        if let share = supplier.insertionShare {
            phrases.append(
                Phrase(
                    "part de travailleurs concernés\u{A0}: \(NumberFormat.percent(share, decimals: 0, .french))",
                    "share of workers concerned: \(NumberFormat.percent(share, decimals: 0, .english))"))
        }
        return phrases
    }
}

extension SupplierStanding {
    /// All that the rules of eligibility look at: suppliers of one group get the same verdict on any need.
    struct Group: Hashable {
        private let kinds: [HeldApproval]
        private let belongs: Bool?
        private let legalCategory: String?
        private let share: Double?

        private struct HeldApproval: Hashable {
            let kind: StructureKind
            let validFrom: Day?
            let validTo: Day?
        }

        init(_ supplier: Supplier) {
            kinds = supplier.kinds.flatMap { held in
                held.evidence.map { HeldApproval(kind: held.kind, validFrom: $0.validFrom, validTo: $0.validTo) }
            }
            belongs = supplier.ess.belongs
            legalCategory = supplier.legalCategory
            share = supplier.insertionShare
        }
    }
}
