import Catalog
import FrenchText
import Nomenclature

/// A branch of the CPV that a supplier is taken to work in, with what suggests it.
struct SupplierCode: Hashable {
    let branch: CodePrefix
    /// 0–1.
    let trust: Double
    let origin: Origin

    enum Origin: Hashable {
        case sector(String)
        /// Words of its texts.
        case words(String)
        /// It lends staff.
        case kind
    }

    /// The branches of `supplier`, each once with its best origin, in the order of the codes.
    static func of(
        _ supplier: Supplier, concepts: [Term], vocabulary: TradeVocabulary, weights: Weights
    ) -> [SupplierCode] {
        var best: [CodePrefix: SupplierCode] = [:]
        func add(_ branch: CodePrefix, _ trust: Double, _ origin: Origin) {
            if let known = best[branch], known.trust >= trust { return }
            best[branch] = SupplierCode(branch: branch, trust: trust, origin: origin)
        }
        for name in supplier.sectors {
            for (rank, prefix) in (Sector.named(name)?.cpvPrefixes ?? []).enumerated() {
                add(CodePrefix(prefix), rank == 0 ? weights.mainSectorCode : weights.otherSectorCode, .sector(name))
            }
        }
        for term in concepts {
            guard let concept = term.concept else { continue }
            for (rank, branch) in (vocabulary.branches[concept] ?? []).enumerated() {
                // Every structure of insertion speaks of insertion: that is seldom its trade.
                let isMain = rank == 0 && !TradeVocabulary.saysWhy(concept)
                let trust = isMain ? weights.mainConceptCode : weights.otherConceptCode
                add(branch, trust * term.strength, .words(term.surface))
            }
        }
        if supplier.lendsStaff { add(CodePrefix("7962"), 1, .kind) }
        return best.values.sorted { $0.branch.digits.lexicographicallyPrecedes($1.branch.digits) }
    }
}

extension Supplier {
    /// Kinds whose form of supply is staff (domain model, section 1: DISP).
    static let lendingKinds: Set<StructureKind> = [.ai, .etti, .eatt, .geiq]
    private static let performingKinds: Set<StructureKind> = [.ei, .aci, .ea, .esat]

    /// Whether it lends staff and performs nothing itself.
    var lendsStaff: Bool {
        if !supplyForms.isEmpty { return supplyForms.allSatisfy { $0 == "DISP" } }
        let held = Set(kinds.map(\.kind))
        return !held.isDisjoint(with: Self.lendingKinds) && held.isDisjoint(with: Self.performingKinds)
    }
}
