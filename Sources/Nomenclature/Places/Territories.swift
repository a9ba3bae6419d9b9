/// A département with its région and NUTS codes.
public struct Departement: Sendable, Hashable {
    public let code: String
    public let name: String
    /// INSEE code of the région; an overseas collectivity has its own code here too.
    public let region: String
    public let regionName: String
    /// Empty for the overseas collectivities, which have no NUTS code.
    public let nuts3: String
    public let nuts2: String
    public let nuts1: String

    /// Whether it is one of the 101 départements, and not one of the eight overseas collectivities listed beside them.
    public var isDepartement: Bool { !nuts3.isEmpty }
}

/// A région with its départements; the overseas collectivities are listed beside the 18 régions.
public struct Region: Sendable, Hashable {
    /// INSEE code: `75` is Nouvelle-Aquitaine.
    public let code: String
    public let name: String
    /// INSEE codes, ascending.
    public let departements: [String]
    /// Whether it is one of the 18 régions.
    public let isRegion: Bool
}

/// An intercommunality with own taxation (établissement public de coopération intercommunale).
public struct EPCI: Sendable, Hashable {
    public let siren: String
    public let name: String
    public let kind: Kind
    /// Inhabitants, `nil` where the source has no figure.
    public let population: Int?

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case communauteDeCommunes = "CC"
        case communauteDAgglomeration = "CA"
        case communauteUrbaine = "CU"
        case metropole = "METRO"
    }
}
