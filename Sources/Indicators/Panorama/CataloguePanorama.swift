import Catalog
import Nomenclature
import Wording

/// The offer of the ESS in a territory, as the catalogue knows it: how many structures of what kind, family, sector and
/// place, with which workforce, and what is missing about them.
///
/// Closed structures are counted apart (``closed``) and are in no other figure.
public struct CataloguePanorama: Sendable {
    /// The day that kinds and approvals are judged on.
    public var day: Day
    /// `nil` for the whole country.
    public var territory: Territory?
    public var total: PanoramaTally
    /// Structures that belong to the ESS: what shares are taken of.
    public var ess: PanoramaTally
    /// Of the territory as a whole, when its total is given.
    public var share: PanoramaShare?
    /// Where the totals come from; `nil` when none were given.
    public var totalsSource: String?
    /// Structures of both insertion and disability, counted in the family of insertion.
    public var inBothFamilies: Int
    /// Closed structures of the territory.
    public var closed: Int
    /// Structures whose address is too vague to say whether they are in the territory: not counted.
    public var undecided: Int
    /// Structures outside the territory, closed ones included.
    public var outside: Int
    /// Structures without a declared sector whose NAF code names no trade.
    public var uninformativeNAF: Int
    public var breakdowns: [PanoramaBreakdown]
    public var sectorsByLegalFamily: PanoramaCross
    public var kindsByDepartement: PanoramaCross
    public var quality: [PanoramaQuality]
    public var map: PanoramaMap

    public func breakdown(_ dimension: PanoramaBreakdown.Dimension) -> PanoramaBreakdown? {
        breakdowns.first { $0.dimension == dimension }
    }

    /// The row of a breakdown by its key.
    public func row(_ dimension: PanoramaBreakdown.Dimension, _ key: String) -> PanoramaRow? {
        breakdown(dimension)?.rows.first { $0.key == key }
    }

    /// Structures with an ESUS approval valid on the day, its end known or not, and their enterprises.
    public var esus: (structures: Int, enterprises: Int) {
        ESUSState.allCases.filter(\.isValid).compactMap { row(.esus, $0.rawValue)?.all }.reduce(into: (0, 0)) {
            $0.0 += $1.structures
            $0.1 += $1.enterprises
        }
    }

    /// EPCI of the territory where the catalogue knows no structure.
    public var emptyEPCIs: [PanoramaRow] { breakdown(.epci)?.rows.filter { $0.all.structures == 0 } ?? [] }
}

extension CataloguePanorama {
    /// Counts `suppliers` in one pass.
    public init(
        suppliers: some Sequence<Supplier>, day: Day, territory: Territory? = nil, totals: PanoramaTotals? = nil,
        listLimit: Int = 0
    ) {
        var count = PanoramaCount(day: day, territory: territory, listLimit: listLimit)
        for supplier in suppliers { count.add(supplier) }
        self = count.finish(totals: totals)
    }
}

/// How many structures have a gap, and the first of them.
public struct PanoramaQuality: Sendable, Hashable {
    public var gap: PanoramaGap
    public var count: Int
    /// Of the structures counted, 0–1; `nil` for the closed ones, which are not, and without structures.
    public var share: Double?
    /// As many as were asked for.
    public var examples: [PanoramaStructure]
}
