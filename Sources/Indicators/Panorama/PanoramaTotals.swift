/// The whole economy of a territory, as a table of the user gives it: what the ESS is a share of.
public struct PanoramaTotals: Sendable, Hashable {
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case epci, departement, region, france
    }

    public struct Total: Sendable, Hashable {
        /// Establishments and employees of all the economy; `nil` where the table says nothing.
        public var establishments: Int?
        public var workforce: Int?

        public init(establishments: Int?, workforce: Int?) {
            self.establishments = establishments
            self.workforce = workforce
        }
    }

    /// Where the figures come from, as shown beside every share: the name of the file.
    public var source: String
    private var totals: [Level: [String: Total]] = [:]

    public init(source: String) { self.source = source }

    /// The total of a territory by its code: SIREN of an EPCI, code of a département or région; empty for France.
    public subscript(level: Level, code: String) -> Total? {
        get { totals[level]?[code] }
        set { totals[level, default: [:]][code] = newValue }
    }

    public var isEmpty: Bool { totals.values.allSatisfy(\.isEmpty) }

    /// The total of a whole territory: that of France, or the sum over codes of one level, when every one has a row. Levels
    /// are not mixed, because they overlap.
    func total(of territory: Territory?) -> Total? {
        guard let territory else { return self[.france, ""] }
        guard territory.communes.isEmpty else { return nil }
        let named = [
            (Level.departement, territory.departements), (.region, territory.regions), (.epci, territory.epcis),
        ].filter { !$0.1.isEmpty }
        guard named.count == 1, let (level, codes) = named.first else { return nil }
        let found = codes.compactMap { self[level, $0] }
        guard found.count == codes.count else { return nil }
        return found.dropFirst().reduce(found.first) { sum, next in
            Total(
                establishments: Self.sum(sum?.establishments, next.establishments),
                workforce: Self.sum(sum?.workforce, next.workforce))
        }
    }

    private static func sum(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : sum
    }
}

/// What part of the economy of a territory the ESS of the catalogue is.
public struct PanoramaShare: Sendable, Hashable {
    public var total: PanoramaTotals.Total
    /// ESS establishments of the catalogue over all establishments.
    public var establishments: Double?
    /// ESS workforce over all employees, with the lower and the upper ends of the bands; establishments whose workforce is
    /// not known are in neither, and where there are any, there is no upper end.
    public var workforceLow: Double?
    public var workforceHigh: Double?

    init(of ess: PanoramaTally, in total: PanoramaTotals.Total) {
        self.total = total
        establishments = total.establishments.flatMap { ratio(ess.establishments, $0) }
        workforceLow = total.workforce.flatMap { ratio(ess.workforce.minimum, $0) }
        // With one establishment of unknown size there is no upper end.
        workforceHigh =
            ess.workforce.unknown > 0
            ? nil : total.workforce.flatMap { total in ess.workforce.maximum.flatMap { ratio($0, total) } }
    }

    /// The catalogue counts more than there is: the total is not that of this territory, or the catalogue is wrong.
    public var isImpossible: Bool { [establishments, workforceLow].contains { ($0 ?? 0) > 1 } }
}
