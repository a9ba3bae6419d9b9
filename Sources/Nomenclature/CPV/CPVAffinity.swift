/// How near a NAF activity is to a CPV code, 0–1 (`Catalog/Nomenclatures/cpv-naf.tsv`).
///
/// The NAF of an ESS structure often says nothing of its trade: it ranks, it never filters.
public struct CPVAffinity: Sendable {
    public static let shared = CPVAffinity()

    /// CPV prefix → NAF prefix → weight. The NAF prefix `*` is the floor for activities that name no trade.
    private let weights: [String: [String: Double]]

    /// The same turned round: NAF prefix → CPV prefixes with their weights.
    private let branches: [String: [(branch: String, weight: Double)]]

    private init() {
        var weights: [String: [String: Double]] = [:]
        var branches: [String: [(branch: String, weight: Double)]] = [:]
        Table("cpv-naf", columns: "cpv_prefix", "naf_prefix", "weight").forEachRow { row in
            let weight = Double(row[2]) ?? 0
            weights[row[0], default: [:]][row[1]] = weight
            branches[row[1], default: []].append((row[0], weight))
        }
        self.weights = weights
        self.branches = branches
    }

    /// What the table says of a pair.
    public enum Weight: Sendable, Hashable {
        /// The activity is named for this branch of the CPV.
        case specific(Double)
        /// The activity names no trade; the value is the floor for such structures.
        case uninformative(Double)
        case none

        public var value: Double {
            switch self {
            case .specific(let value), .uninformative(let value): value
            case .none: 0
            }
        }
    }

    /// Reading rule: the longest CPV prefix that has a matching NAF prefix, then the longest NAF prefix; else the
    /// `*` rows of the longest CPV prefix; else nothing.
    public func weight(cpv: CPV, naf: NAF) -> Weight {
        let code = cpv.code
        for length in stride(from: 8, through: 2, by: -1) {
            guard let row = weights[String(code.prefix(length))] else { continue }
            for prefix in Self.prefixes(of: naf) {
                if let weight = row[prefix] { return .specific(weight * Self.share(ofDepth: length)) }
            }
        }
        guard Self.uninformative.contains(naf.code) else { return .none }
        for length in stride(from: 8, through: 2, by: -1) {
            if let floor = weights[String(code.prefix(length))]?["*"] { return .uninformative(floor) }
        }
        return .none
    }

    /// The branches of the CPV (their first digits) for which `naf` is named, each with the weight of the longest NAF
    /// prefix. The same reading as ``weight(cpv:naf:)``, turned round for those who compare one activity with many codes.
    public func branches(of naf: NAF) -> [String: Double] {
        var found: [String: Double] = [:]
        // The longest prefix first, which the others do not replace.
        for prefix in Self.prefixes(of: naf) {
            for (branch, weight) in branches[prefix] ?? [] where found[branch] == nil {
                found[branch] = weight * Self.share(ofDepth: branch.utf8.count)
            }
        }
        return found
    }

    /// An activity that goes with a code of the CPV.
    public struct Activity: Sendable, Hashable {
        /// Code of the NAF rév. 2 or its beginning: `81.30Z`, `81.3`, `81`.
        public let prefix: String
        /// Label of the sub-class, class, group or division.
        public let label: String
        /// 0–1, as ``CPVAffinity/weight(cpv:naf:)`` gives it.
        public let weight: Double
    }

    /// The activities named for a code or for what it is part of, the nearest first; without the floor (`*`) of
    /// those that name no trade.
    public func activities(for cpv: CPV) -> [Activity] {
        let code = cpv.code
        var found: [String: Double] = [:]
        for length in stride(from: 8, through: 2, by: -1) {
            for (prefix, weight) in weights[String(code.prefix(length))] ?? [:] where prefix != "*" {
                found[prefix] = found[prefix] ?? weight * Self.share(ofDepth: length)
            }
        }
        return found.map { prefix, weight in
            let label = NAF(prefix).flatMap { NAFTable.shared.label($0) } ?? NAFTable.shared.label(prefix: prefix)
            return Activity(prefix: prefix, label: label ?? "", weight: weight)
        }
        .sorted { ($1.weight, $0.prefix) < ($0.weight, $1.prefix) }
    }

    /// A row for a whole division of the CPV (« 50, réparation » for « 95, réparation d'ordinateurs ») says little of any one
    /// of its codes.
    private static func share(ofDepth digits: Int) -> Double { digits == 2 ? 0.5 : 1 }

    /// Activities under which most SIAE, ESAT and associations are registered whatever their trade
    /// (counted on the ASP list of July 2019).
    public static let uninformative: Set<String> = [
        "78.10Z", "78.20Z", "78.30Z", "84.11Z", "84.12Z", "84.13Z", "85.59A", "85.59B", "87.30B", "87.90A", "87.90B",
        "88.10A", "88.10B", "88.10C", "88.99A", "88.99B", "94.99Z", "96.09Z",
    ]

    private static func prefixes(of naf: NAF) -> [String] {
        // 81.30Z, 81.30, 81.3, 81
        [6, 5, 4, 2].map { String(naf.code.prefix($0)) }
    }
}
