import Wording

/// A buyer as the thresholds of the code tell it apart.
public enum BuyerCategory: String, Sendable, Hashable, Codable, CaseIterable {
    /// Central authorities: the State and those counted with it.
    case state
    /// Other contracting authorities: local authorities first of all.
    case local
    /// A contracting authority (pouvoir adjudicateur), central or not.
    case authority
    /// A contracting entity (entité adjudicatrice).
    case entity

    private static let table: [String: BuyerCategory] = {
        var table: [String: BuyerCategory] = [:]
        Table("law-buyer-types", columns: "system", "code", "category").forEachRow { row in
            table[row[0] + ":" + row[1]] = BuyerCategory(rawValue: row[2])
        }
        return table
    }()

    /// What a notice and the identifier of the buyer tell; `nil` when they do not.
    ///
    /// - Parameters:
    ///   - legalType: eForms BT-11.
    ///   - legalBasis: directive that the notice names: its buyers are contracting entities under `32014L0025`, contracting
    ///     authorities under `32014L0024`, whatever their type.
    ///   - siren: the digits of the buyer’s SIREN or SIRET: those of the State begin with 1, those of local authorities with 2.
    public init?(legalType: String?, legalBasis: String, siren: String) {
        let basis = Self.table["legalBasis:" + legalBasis]
        let type = legalType.flatMap { Self.table["eforms:" + $0] }
        let digits = Self.table["siren:" + siren.prefix(1)] ?? Self.table["siren:" + siren.prefix(2)]
        if basis == .entity || (basis == nil && type == .entity) {
            self = .entity
            return
        }
        // An authority of a level that its type does not tell may still be told by its identifier.
        let level = [type, digits].compactMap { $0 }.first { $0 == .state || $0 == .local }
        guard let found = level ?? basis ?? type else { return nil }
        self = found
    }

    /// Categories that have amounts of their own.
    static let distinct: [BuyerCategory] = [.state, .local, .entity]

    /// The categories among ``distinct`` that it may be.
    var possible: [BuyerCategory] { self == .authority ? [.state, .local] : [self] }

    /// Whether a rule for `other` may be one for this buyer.
    func mayBe(_ other: BuyerCategory) -> Bool {
        possible.contains { other.possible.contains($0) }
    }

    public var name: Phrase {
        switch self {
        case .state: Phrase("État et autorités centrales", "State and central authorities")
        case .local: Phrase("collectivités et autres pouvoirs adjudicateurs", "local and other contracting authorities")
        case .authority: Phrase("pouvoir adjudicateur", "contracting authority")
        case .entity: Phrase("entité adjudicatrice", "contracting entity")
        }
    }
}
