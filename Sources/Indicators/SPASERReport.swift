import Nomenclature
import Tenders
import Wording

/// The figures of a scheme for socially and ecologically responsible purchases (SPASER, L2111-3 CCP): one buyer or
/// all, one year or all, with every contract behind every figure.
public struct SPASERReport: Sendable {
    /// SIRET, or SIREN for all establishments of a buyer; `nil` for all buyers.
    public var buyer: String?
    /// Empty when no record names the buyer.
    public var buyerName: String
    /// `nil` for all years together.
    public var year: Int?
    public var rules: CountingRules
    public var indicators: [IndicatorResult]
    /// The contracts counted in V1, by notification day, buyer and number.
    public var contracts: ContractLines
    public var breakdowns: [Breakdown]
    /// Records behind the contracts, as the workspace knows them.
    public var records: QualityCounts
    /// What counting found in the contracts.
    public var content: ContentQuality
    /// Buyers and files that the contracts come from.
    public var buyers: Int
    public var sources: [SourceCount]

    /// A file and how many of the contracts counted come from it.
    public struct SourceCount: Sendable, Hashable {
        public var file: String
        public var contracts: Int
    }

    /// The result of an indicator by its code, e.g. `S1`.
    public subscript(code: String) -> IndicatorResult? { indicators.first { $0.code == code } }

    /// Positions in ``contracts`` of those that `result` counts or is about; empty when it is about records.
    public func contracts(countedBy result: IndicatorResult) -> [Int] {
        guard let selection = result.selection else { return [] }
        return contracts.facts.indices.filter { selection.contains(contracts.facts[$0].flags) }
    }

    public func breakdown(_ dimension: Breakdown.Dimension) -> Breakdown? {
        breakdowns.first { $0.dimension == dimension }
    }

    /// Codes of the indicators that count `line`, in the order of the report.
    public func indicators(counting line: ContractLine) -> [String] {
        Indicator.all.filter { indicator in
            if case .contracts(let selection, _, _) = indicator.measure {
                selection.contains(line.flags)
            } else {
                false
            }
        }.map(\.definition.code)
    }
}
