import Catalog
import Nomenclature

extension PanoramaGaps {
    /// What is missing about `supplier` on `day`.
    ///
    /// - Parameter commune: that of its address, when there is one.
    init(_ supplier: Supplier, facts: StructureFacts, on day: Day) {
        var gaps: PanoramaGaps = []
        func note(_ gap: PanoramaGap, _ holds: Bool) { if holds { gaps.insert(PanoramaGaps(gap)) } }
        note(.noTrade, !Self.hasTrade(supplier))
        note(.noPerimeter, supplier.perimeter == nil)
        note(.noWorkforce, facts.size == .unknown)
        note(.noLegalForm, facts.legalFamily == .unknown)
        note(.noName, supplier.name.isEmpty && supplier.brand.isEmpty && supplier.acronym.isEmpty)
        note(.essUnknown, supplier.ess.belongs == nil)
        let hasAddress = !supplier.postcode.isEmpty || !supplier.city.isEmpty || supplier.communeCode != nil
        note(.noAddress, !hasAddress)
        note(.communeNotFound, hasAddress && facts.commune == nil)
        note(.weakPlacing, facts.commune != nil && (supplier.placing ?? .code) >= .postcode)
        note(.expiredKind, !facts.expiredKinds.isEmpty)
        note(.expiredESUS, facts.esus == .expired)
        note(.esusWithoutEnd, facts.esus == .validWithoutEnd)
        note(.noSiret, supplier.siret == nil)
        note(.notSeen, facts.lastSeen.map { $0 < day.years(before: PanoramaGap.yearsUntilDoubted) } ?? false)
        note(.undated, facts.lastSeen == nil)
        note(.oneSource, supplier.sources.count == 1)
        note(.conflict, !supplier.conflicts.isEmpty)
        note(.repaired, !supplier.repairs.isEmpty)
        note(.closed, supplier.isClosed(on: day))
        self = gaps
    }

    /// Whether anything tells what the structure does: its own words, a sector, or an activity that names a trade.
    private static func hasTrade(_ supplier: Supplier) -> Bool {
        if !supplier.offers.isEmpty || !supplier.sectors.isEmpty { return true }
        if supplier.description.contains(where: { $0.isLetter }) { return true }
        guard let naf = supplier.naf else { return supplier.naf2025 != nil }
        return !CPVAffinity.uninformative.contains(naf.code)
    }
}

extension Day {
    /// The same day `count` years earlier; 28 February for the 29th.
    func years(before count: Int) -> Day {
        Day(year: year - count, month: month, day: day) ?? Day(year: year - count, month: month, day: 28) ?? self
    }
}
