import Wording

/// What an indicator is, in words: printed with its figures so that they can be checked and compared.
public struct IndicatorDefinition: Sendable, Hashable {
    /// `S1`, `V2.median`: the code of `docs/indicators.md`, with the line where an indicator has several.
    public var code: String
    public var theme: IndicatorTheme
    public var name: Phrase
    public var definition: Phrase
    public var numerator: Phrase
    /// Empty where the figure is a total and not a share.
    public var denominator: Phrase
    public var unit: IndicatorUnit
    /// Articles and texts that ask for the figure.
    public var legalBasis: Phrase
    /// What the figure does not say.
    public var caveats: [Phrase]
    public var inputs: [IndicatorInput]

    /// All indicators, in the order of reports.
    public static var all: [IndicatorDefinition] { Indicator.all.map(\.definition) }
}

/// The chapter of the report that an indicator stands in.
public enum IndicatorTheme: String, Sendable, CaseIterable, Codable {
    case volume, social, environmental, holders, competition, quality

    public var name: Phrase {
        switch self {
        case .volume: Phrase("Volume des achats", "Volume of purchases")
        case .social: Phrase("Considérations sociales", "Social considerations")
        case .environmental: Phrase("Considérations environnementales", "Environmental considerations")
        case .holders:
            Phrase("Achats à l’ESS et aux structures inclusives", "Purchases from the ESS and inclusive suppliers")
        case .competition: Phrase("Concurrence et forme des marchés", "Competition and form of contracts")
        case .quality: Phrase("Qualité des données", "Data quality")
        }
    }
}

/// What the value of an indicator is counted in.
public enum IndicatorUnit: String, Sendable, Codable {
    case contracts
    /// EUR HT.
    case euros = "EUR"
    /// One number over another.
    case ratio
    /// Difference of two shares, in percentage points.
    case points
    case offers
    case suppliers
    case records
}

/// What must be loaded for an indicator to say something.
public enum IndicatorInput: String, Sendable, Codable {
    /// Award data (DECP) of the 2022 format.
    case awards
    case notices
    case catalogue
    case targets

    public var name: Phrase {
        switch self {
        case .awards: Phrase("données essentielles (DECP)", "award data (DECP)")
        case .notices: Phrase("avis de marché", "notices")
        case .catalogue: Phrase("catalogue de structures", "catalogue of suppliers")
        case .targets: Phrase("objectifs", "targets")
        }
    }
}
