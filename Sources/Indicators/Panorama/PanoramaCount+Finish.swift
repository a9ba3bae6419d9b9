import Nomenclature
import Wording

extension PanoramaCount {
    /// The panorama of all that was added.
    ///
    /// - Parameter totals: the whole economy, for shares; without it there are none.
    public func finish(totals: PanoramaTotals? = nil) -> CataloguePanorama {
        var all = TallyCount()
        var ess = TallyCount()
        for spot in spots.values {
            all.add(spot.all)
            ess.add(spot.ess)
        }
        let total = all.result
        var essTally = ess.result
        essTally.enterprises = rows[.ess]?[Belonging.yes.rawValue]?.tally.result.enterprises ?? 0
        let places = PanoramaPlaces(self, totals)
        let breakdowns = PanoramaBreakdown.Dimension.allCases.map { dimension in
            PanoramaBreakdown(
                dimension: dimension, rows: dimension.isPlace ? places.rows(dimension) : rows(dimension))
        }
        return CataloguePanorama(
            day: day, territory: territory, total: total, ess: essTally,
            share: totals?.total(of: territory).map { PanoramaShare(of: essTally, in: $0) },
            totalsSource: totals?.source, inBothFamilies: inBothFamilies, closed: closed, undecided: undecided,
            outside: outside, uninformativeNAF: uninformativeNAF, breakdowns: breakdowns,
            sectorsByLegalFamily: sectorCross(breakdowns), kindsByDepartement: kindCross(breakdowns),
            quality: quality(of: total.structures), map: places.map())
    }

    private func rows(_ dimension: PanoramaBreakdown.Dimension) -> [PanoramaRow] {
        let counts = rows[dimension] ?? [:]
        let order = dimension.customaryOrder
        return counts.sorted { left, right in
            if let order { return (order[left.key] ?? .max, left.key) < (order[right.key] ?? .max, right.key) }
            let one = (left.value.label.order, -left.value.tally.result.structures, left.key)
            return one < (right.value.label.order, -right.value.tally.result.structures, right.key)
        }.map { key, count in
            PanoramaRow(
                key: key, label: count.label.label, note: count.label.note, all: count.tally.result,
                hasEnterprises: dimension.countsEnterprises, expired: count.expired)
        }
    }

    private func sectorCross(_ breakdowns: [PanoramaBreakdown]) -> PanoramaCross {
        let columns = PanoramaLegalFamily.allCases.filter { family in
            sectorsByLegalFamily.values.contains { $0.counts[family.rawValue] != nil }
        }
        let rows = breakdowns.first { $0.dimension == .sectorGroup }?.rows ?? []
        return PanoramaCross(
            title: Phrase("Secteurs et familles juridiques", "Sectors and legal families"),
            rowTitle: Phrase("Secteur", "Sector"),
            columns: columns.map { .init(key: $0.rawValue, label: $0.name) },
            rows: rows.map { row in
                let count = sectorsByLegalFamily[row.key] ?? CrossCount()
                return .init(
                    key: row.key, label: row.label, note: row.note,
                    counts: columns.map { count.counts[$0.rawValue] ?? 0 }, total: count.total)
            })
    }

    private func kindCross(_ breakdowns: [PanoramaBreakdown]) -> PanoramaCross {
        let columns = StructureKind.allCases.filter { kind in
            kindsByDepartement.values.contains { $0.counts[kind.rawValue] != nil }
        }
        let rows = breakdowns.first { $0.dimension == .departement }?.rows ?? []
        return PanoramaCross(
            title: Phrase("Départements et types", "Départements and kinds"),
            rowTitle: Phrase("Département", "Département"),
            columns: columns.map { .init(key: $0.rawValue, label: $0.shortLabel) },
            rows: rows.map { row in
                let count = kindsByDepartement[row.key == PanoramaBreakdown.unknown ? "" : row.key] ?? CrossCount()
                return .init(
                    key: row.key, label: row.label, note: nil,
                    counts: columns.map { count.counts[$0.rawValue] ?? 0 }, total: count.total)
            })
    }

    private func quality(of structures: Int) -> [PanoramaQuality] {
        zip(PanoramaGap.allCases, gaps).map { gap, found in
            PanoramaQuality(
                gap: gap, count: found.count, share: gap == .closed ? nil : ratio(found.count, structures),
                examples: found.elements)
        }
    }
}

extension PanoramaBreakdown.Dimension {
    /// The order of rows that have a customary one; the others go by number.
    fileprivate var customaryOrder: [String: Int]? {
        let keys: [String]
        switch self {
        case .kind: keys = StructureKind.allCases.map(\.rawValue)
        case .family: keys = OfferFamily.allCases.map(\.rawValue)
        case .legalFamily: keys = PanoramaLegalFamily.allCases.map(\.rawValue)
        case .ess: keys = Belonging.allCases.map(\.rawValue)
        case .esus: keys = ESUSState.allCases.map(\.rawValue)
        default: return nil
        }
        return Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    }
}

extension StructureKind {
    /// The word at the head of a column.
    fileprivate var shortLabel: Phrase {
        switch self {
        case .association: Phrase("Asso.", "Assoc.")
        case .mutuelle: Phrase("Mut.", "Mutual")
        case .fondation: Phrase("Fond.", "Found.")
        case .essCompany: Phrase("Soc. ESS", "ESS co.")
        default: Phrase(verbatim: rawValue)
        }
    }
}
