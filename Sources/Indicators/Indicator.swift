import Wording

/// An indicator: its definition and how it is measured. Declared once, in the file of its theme.
struct Indicator: Sendable {
    var definition: IndicatorDefinition
    var measure: Measure

    enum Measure: Sendable {
        /// Counts the contracts of a selection.
        case contracts(Selection, field: Field?, shared: SharedClass?)
        /// Computes a value; the selection tells which contracts it is about, when it is about contracts.
        case figure(Selection?, @Sendable (Population) -> IndicatorFigure)
    }

    /// A field that may be silent or contradict itself.
    struct Field: Sendable {
        var informed: ContractFlags
        var contradictory: ContractFlags?

        static let social = Field(informed: .socialInformed, contradictory: .socialContradictory)
        static let environmental = Field(informed: .environmentalInformed, contradictory: .environmentalContradictory)
        static let offers = Field(informed: .hasOffers, contradictory: nil)
        static let dates = Field(informed: .hasBothDates, contradictory: nil)
        static let procedure = Field(informed: .hasProcedure, contradictory: nil)
        static let groupType = Field(informed: .hasGroupType, contradictory: nil)
        static let subcontracting = Field(informed: .hasSubcontracting, contradictory: nil)
        static let advance = Field(informed: .hasAdvance, contradictory: nil)
        static let innovation = Field(informed: .hasInnovation, contradictory: nil)
    }

    /// The contracts that the indicator counts or is about; `nil` when it is about records.
    var selection: Selection? {
        switch measure {
        case .contracts(let selection, _, _): selection
        case .figure(let selection, _): selection
        }
    }

    /// In the order of reports.
    static let all: [Indicator] = volume + social + environmental + holders + competition + quality

    static let allContracts = Phrase(
        "tous les marchés notifiés dans la période (nombre), leur montant utilisable (valeur)",
        "all contracts notified in the period (number), their usable amount (value)")

    /// A number of contracts, its share and its amount.
    static func contracts(
        _ code: String, _ theme: IndicatorTheme, name: Phrase, definition: Phrase, counts numerator: Phrase,
        selection: Selection, field: Field? = nil, shared: SharedClass? = nil, denominator: Phrase = allContracts,
        legalBasis: Phrase, caveats: [Phrase] = [], inputs: [IndicatorInput] = [.awards]
    ) -> Indicator {
        Indicator(
            definition: IndicatorDefinition(
                code: code, theme: theme, name: name, definition: definition, numerator: numerator,
                denominator: denominator, unit: .contracts, legalBasis: legalBasis, caveats: caveats, inputs: inputs),
            measure: .contracts(selection, field: field, shared: shared))
    }

    /// A value.
    static func figure(
        _ code: String, _ theme: IndicatorTheme, unit: IndicatorUnit, name: Phrase, definition: Phrase,
        numerator: Phrase, denominator: Phrase = Phrase("", ""), legalBasis: Phrase, caveats: [Phrase] = [],
        inputs: [IndicatorInput] = [.awards], about selection: Selection? = nil,
        _ value: @escaping @Sendable (Population) -> IndicatorFigure
    ) -> Indicator {
        Indicator(
            definition: IndicatorDefinition(
                code: code, theme: theme, name: name, definition: definition, numerator: numerator,
                denominator: denominator, unit: unit, legalBasis: legalBasis, caveats: caveats, inputs: inputs),
            measure: .figure(selection, value))
    }
}

/// Texts that several indicators rest on.
enum LegalText {
    static let award = Phrase("R2196-1 CCP (données essentielles)", "R2196-1 CCP (award data)")
    static let scheme = Phrase("L2111-3 CCP (SPASER)", "L2111-3 CCP (SPASER)")
    static let schemeAndSocial = Phrase(
        "L2111-3 CCP (SPASER) ; L2112-2 et L2112-2-1 CCP (conditions d’exécution sociales)",
        "L2111-3 CCP (SPASER); L2112-2 and L2112-2-1 CCP (social conditions of performance)")
    static let schemeAndCriterion = Phrase(
        "L2111-3 CCP (SPASER) ; L2152-7 et R2152-7 CCP (critères d’attribution)",
        "L2111-3 CCP (SPASER); L2152-7 and R2152-7 CCP (award criteria)")
    static let categoryA = Phrase(
        "L2111-3 CCP, catégorie a (ESUS) ; L3332-17-1 code du travail",
        "L2111-3 CCP, category a (ESUS); L3332-17-1 code du travail")
    static let categoryB = Phrase(
        "L2111-3 CCP, catégorie b (entreprises employant des personnes défavorisées ou vulnérables)",
        "L2111-3 CCP, category b (enterprises employing disadvantaged or vulnerable people)")
    static let ess = Phrase("loi n° 2014-856 du 31 juillet 2014, art. 1", "law 2014-856 of 31 July 2014, art. 1")
}

/// Reserves that several indicators share.
enum Caveat {
    static let ceiling = Phrase(
        "Le montant notifié est un prix ou un maximum estimé sur toute la durée, pas la dépense de l’année.",
        "The amount notified is a price or an estimated maximum over the whole duration, not the spend of the year.")
    static let flagOnly = Phrase(
        "La donnée dit qu’une considération existe, pas laquelle (insertion, handicap, égalité…).",
        "The data say that a consideration exists, not which one (insertion, disability, equality…).")
    static let whole = Phrase(
        "Montant entier dès qu’un membre du groupement répond à la définition ; le montant partagé divise par le nombre de titulaires, les parts réelles n’étant pas publiées.",
        "Whole amount as soon as one member of the group qualifies; the shared amount divides by the number of holders, since real shares are not published."
    )
    static let catalogue = Phrase(
        "Un titulaire absent du catalogue n’est pas compté : le chiffre est un minimum.",
        "A holder that is not in the catalogue is not counted: the figure is a minimum.")
    static let establishment = Phrase(
        "La qualité s’attache à l’établissement (SIRET) : un autre établissement de la même entreprise n’est pas compté, il est signalé.",
        "The quality belongs to the establishment (SIRET): another establishment of the same enterprise is not counted, it is reported."
    )
    static let legacy = Phrase(
        "Les données au format 2019 ne portent pas ce champ : elles sont « non renseignées ».",
        "Data in the 2019 format do not have this field: they are “not informed”.")
}
