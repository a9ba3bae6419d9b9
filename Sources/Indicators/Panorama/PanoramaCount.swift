import Catalog
import Nomenclature
import Wording

/// A panorama being counted: suppliers are added one by one and not kept, so that a million of them may pass.
///
/// ```swift
/// var count = PanoramaCount(day: today, territory: territory)
/// try workspace.forEachSupplier { count.add($0) }
/// let panorama = count.finish(totals: totals)
/// ```
/// An establishment that bears several structures counts once in the establishments and the workforce of a breakdown whose
/// rows add up, with the first of its structures to come; in one whose rows overlap, once in each row.
public struct PanoramaCount {
    let day: Day
    let territory: Territory?

    var rows: [PanoramaBreakdown.Dimension: [String: RowCount]] = [:]
    /// By commune (INSEE code), else by département (`dep:64`), else under an empty key.
    var spots: [String: SpotCount] = [:]
    var sectorsByLegalFamily: [String: CrossCount] = [:]
    var kindsByDepartement: [String: CrossCount] = [:]
    /// In the order of ``PanoramaGap``.
    var gaps: [FirstOf<PanoramaStructure>]
    var inBothFamilies = 0
    var uninformativeNAF = 0
    var closed = 0
    var undecided = 0
    var outside = 0
    /// Establishments that bear several structures, met before.
    private var sharedSites: Set<UInt64> = []

    /// - Parameter listLimit: how many structures to keep under each gap.
    public init(day: Day, territory: Territory? = nil, listLimit: Int = 0) {
        self.day = day
        self.territory = territory
        gaps = PanoramaGap.allCases.map { _ in FirstOf(listLimit) }
    }

    /// Counts `supplier`.
    ///
    /// - Returns: its line in the list of structures; `nil` when it is not of the territory.
    @discardableResult
    public mutating func add(_ supplier: Supplier) -> PanoramaStructure? {
        // What was founded later was not there.
        if let created = supplier.createdOn, created > day { return nil }
        let facts = StructureFacts(supplier, on: day)
        guard isInside(facts, isClosed: supplier.isClosed(on: day)) else { return nil }
        let gaps = PanoramaGaps(supplier, facts: facts, on: day)
        let line = PanoramaStructure(supplier, facts, gaps)
        guard !supplier.isClosed(on: day) else {
            closed += 1
            self.gaps[PanoramaGap.closed.rawValue].add(line)
            return line
        }
        for gap in gaps.all { self.gaps[gap.rawValue].add(line) }
        // Several structures share a SIRET only where their keys say so.
        let shared = supplier.key.contains("/") ? facts.siret : nil
        let site = Site(shared: shared, isNew: shared.map { sharedSites.insert($0).inserted } ?? true)
        count(supplier, facts, site)
        countSectors(supplier, facts, site)
        let spot = facts.commune?.code ?? facts.departement.map { "dep:" + $0 } ?? ""
        spots[spot, default: SpotCount(commune: facts.commune, departement: facts.departement)].add(
            facts, isNewSite: site.isNew)
        return line
    }

    /// Whether the structure is of the territory; where one cannot tell, it is only counted as such.
    private mutating func isInside(_ facts: StructureFacts, isClosed: Bool) -> Bool {
        guard let territory else { return true }
        let answer: Bool?
        if let commune = facts.commune {
            answer = territory.contains(commune)
        } else {
            answer = facts.departement.flatMap { territory.contains(departement: $0) }
        }
        // Without any département nothing is known either.
        // Closed structures are in no figure but their own.
        if answer == nil, !isClosed { undecided += 1 }
        if answer == false, !isClosed { outside += 1 }
        return answer == true
    }

    /// The establishment of a structure, as far as it matters for counting it once.
    private struct Site {
        /// The SIRET, when other structures bear it too.
        var shared: UInt64?
        /// Whether no structure of the establishment came before.
        var isNew: Bool
    }

    private mutating func add(
        _ facts: StructureFacts, _ site: Site, to dimension: PanoramaBreakdown.Dimension, _ key: String,
        _ label: @autoclosure () -> RowLabel
    ) {
        rows[dimension, default: [:]][key, default: RowCount(label())].add(
            facts, shared: dimension.isPartition ? nil : site.shared, isNewSite: !dimension.isPartition || site.isNew,
            withEnterprise: dimension.countsEnterprises)
    }

    private mutating func count(_ supplier: Supplier, _ facts: StructureFacts, _ site: Site) {
        if facts.isInBothFamilies { inBothFamilies += 1 }
        add(facts, site, to: .family, facts.family.rawValue, RowLabel(facts.family.name))
        add(facts, site, to: .legalFamily, facts.legalFamily.rawValue, RowLabel(facts.legalFamily.name))
        add(facts, site, to: .esus, facts.esus.rawValue, RowLabel(facts.esus.name))
        let belonging = Belonging(facts.isESS)
        add(facts, site, to: .ess, belonging.rawValue, RowLabel(belonging.name))
        let title = supplier.ess.title.withoutDay
        add(
            facts, site, to: .essTitle, belonging.rawValue + ":" + title.fr,
            RowLabel(title.capitalised, order: belonging.order, note: belonging.name))
        for kind in facts.kinds { add(facts, site, to: .kind, kind.rawValue, RowLabel(kind.label)) }
        if facts.kinds.isEmpty {
            add(
                facts, site, to: .kind, PanoramaBreakdown.unknown,
                RowLabel(Phrase("Aucun type valide connu", "No valid kind known")))
        }
        for kind in facts.expiredKinds {
            rows[.kind, default: [:]][kind.rawValue, default: RowCount(RowLabel(kind.label))].expired += 1
        }
        let placing = PlacingRow(facts, supplier.placing)
        add(facts, site, to: .placing, placing.key, RowLabel(placing.label, order: placing.order))
        for source in supplier.sources {
            add(
                facts, site, to: .source, source,
                RowLabel(SupplierSource.named(source)?.name ?? Phrase(verbatim: source)))
        }
        kindsByDepartement[facts.departement ?? "", default: CrossCount()].add(facts.kinds.map(\.rawValue))
    }

    private mutating func countSectors(_ supplier: Supplier, _ facts: StructureFacts, _ site: Site) {
        var groups: Set<String> = []
        var details: Set<String> = []
        for sector in facts.sectors {
            let (order, note) = (sector.origin.rawValue, sector.origin.name)
            if details.insert(sector.detail).inserted {
                add(facts, site, to: .sector, sector.detail, RowLabel(sector.detailLabel, order: order, note: note))
            }
            guard groups.insert(sector.group).inserted else { continue }
            add(facts, site, to: .sectorGroup, sector.group, RowLabel(sector.groupLabel, order: order, note: note))
            sectorsByLegalFamily[sector.group, default: CrossCount()].add([facts.legalFamily.rawValue])
        }
        if facts.sectors.first?.origin == .naf, let naf = supplier.naf, CPVAffinity.uninformative.contains(naf.code) {
            uninformativeNAF += 1
        }
    }
}
