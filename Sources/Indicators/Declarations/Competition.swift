import Wording

extension Indicator {
    static let competition: [Indicator] = [c1, c1Single, c2, c3Group, c3Subcontracting, c4, c5, c9, c9Subsequent]

    static let c1 = figure(
        "C1", .competition, unit: .offers,
        name: Phrase("Offres reçues en moyenne", "Mean number of offers"),
        definition: Phrase(
            "Moyenne du nombre d’offres des marchés qui l’indiquent.",
            "Mean number of offers of the contracts that give it."),
        numerator: Phrase("offres reçues", "offers received"),
        denominator: Phrase("marchés indiquant les offres", "contracts giving their offers"),
        legalBasis: LegalText.award, about: Selection(with: .hasOffers)
    ) { population in
        let informed = population.facts.filter { $0.flags.contains(.hasOffers) }
        let offers = informed.reduce(0) { $0 + Int($1.offers) }
        return IndicatorFigure(
            value: ratio(offers, informed.count), numerator: .count(offers), denominator: .count(informed.count))
    }

    static let c1Single = form(
        "C1.single", Phrase("Une seule offre", "Single offer"),
        Phrase("Marchés pour lesquels une seule offre a été reçue.", "Contracts that received one offer only."),
        Phrase("marchés à offre unique", "contracts with a single offer"), .singleOffer, field: .offers)

    static let c2 = form(
        "C2", Phrase("Sans mise en concurrence", "Without competition"),
        Phrase(
            "Marchés passés sans publicité ni mise en concurrence préalables.",
            "Contracts made without prior publicity or competition."),
        Phrase("marchés sans concurrence", "contracts without competition"), .noCompetition, field: .procedure,
        legalBasis: Phrase("R2122-1 à R2122-11 CCP", "R2122-1 to R2122-11 CCP"))

    static let c3Group = form(
        "C3.group", Phrase("Groupements d’opérateurs", "Groups of operators"),
        Phrase(
            "Marchés attribués à un groupement conjoint ou solidaire.",
            "Contracts awarded to a group, joint or several."),
        Phrase("marchés en groupement", "contracts held by a group"), .group, field: .groupType,
        legalBasis: Phrase("R2142-19 et suivants CCP", "R2142-19 and following CCP"))

    static let c3Subcontracting = form(
        "C3.subcontracting", Phrase("Sous-traitance déclarée", "Sub-contracting declared"),
        Phrase("Marchés dont la sous-traitance est déclarée.", "Contracts that declare sub-contracting."),
        Phrase("marchés avec sous-traitance", "contracts with sub-contracting"), .subcontracted, field: .subcontracting,
        legalBasis: Phrase("L2193-1 et suivants CCP", "L2193-1 and following CCP"))

    static let c4 = form(
        "C4", Phrase("Avances accordées", "Advances granted"),
        Phrase("Marchés avec une avance.", "Contracts with an advance."),
        Phrase("marchés avec avance", "contracts with an advance"), .advance, field: .advance,
        legalBasis: Phrase("R2191-3 et suivants CCP", "R2191-3 and following CCP"))

    static let c5 = form(
        "C5", Phrase("Achats innovants", "Innovative purchases"),
        Phrase("Marchés déclarés innovants.", "Contracts declared innovative."),
        Phrase("marchés innovants", "innovative contracts"), .innovative, field: .innovation,
        legalBasis: Phrase("L2172-3 et R2122-9-1 CCP", "L2172-3 and R2122-9-1 CCP"))

    static let c9 = form(
        "C9", Phrase("Accords-cadres", "Framework agreements"),
        Phrase("Marchés dont la technique d’achat est l’accord-cadre.", "Contracts made as framework agreements."),
        Phrase("accords-cadres", "framework agreements"), .framework,
        legalBasis: Phrase("L2125-1 CCP", "L2125-1 CCP"), caveats: [Caveat.ceiling])

    static let c9Subsequent = form(
        "C9.subsequent", Phrase("Marchés subséquents", "Contracts under a framework"),
        Phrase("Marchés rattachés à un accord-cadre.", "Contracts linked to a framework agreement."),
        Phrase("marchés subséquents", "contracts under a framework"), .subsequent,
        legalBasis: Phrase("L2125-1 CCP", "L2125-1 CCP"),
        caveats: [
            Phrase(
                "L’accord-cadre et ses marchés subséquents ne s’additionnent pas.",
                "A framework and the contracts under it do not add up.")
        ])

    private static func form(
        _ code: String, _ name: Phrase, _ definition: Phrase, _ numerator: Phrase, _ flag: ContractFlags,
        field: Field? = nil, legalBasis: Phrase = LegalText.award, caveats: [Phrase] = []
    ) -> Indicator {
        contracts(
            code, .competition, name: name, definition: definition, counts: numerator,
            selection: Selection(with: flag), field: field, legalBasis: legalBasis, caveats: caveats)
    }
}
