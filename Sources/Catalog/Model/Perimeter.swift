import Nomenclature

/// How far a structure works (périmètre d'intervention).
public enum Perimeter: Sendable, Hashable, Codable {
    /// Around the structure, km.
    case radius(Double)
    /// Département and région codes (INSEE).
    case zones(departements: [String], regions: [String])
    case france

    /// Reads `km:30`, `dep:40,64`, `reg:75`, `france`. Parts may be joined with `;`.
    public init?(_ text: String) {
        var departements: [String] = []
        var regions: [String] = []
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
            let pieces = part.split(separator: ":", maxSplits: 1)
            guard let name = pieces.first else { return nil }
            let key = name.filter { !$0.isWhitespace }.lowercased()
            let values = pieces.count > 1 ? pieces[1].split(separator: ",").map { $0.filter { !$0.isWhitespace } } : []
            switch key {
            case "france":
                self = .france
                return
            case "km":
                guard let first = values.first, let km = Double(first), km > 0, km.isFinite else { return nil }
                self = .radius(km)
                return
            case "dep": departements += values.map { Geography.departementCode($0) }
            case "reg": regions += values
            default: return nil
            }
        }
        guard !departements.isEmpty || !regions.isEmpty else { return nil }
        self = .zones(departements: departements, regions: regions)
    }

    /// The form that ``init(_:)`` reads.
    public var text: String {
        switch self {
        case .radius(let km): "km:\(km)"
        case .france: "france"
        case .zones(let departements, let regions):
            [
                departements.isEmpty ? "" : "dep:" + departements.joined(separator: ","),
                regions.isEmpty ? "" : "reg:" + regions.joined(separator: ","),
            ].filter { !$0.isEmpty }.joined(separator: ";")
        }
    }
}
