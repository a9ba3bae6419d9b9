import Wording

extension Indicator {
    static let environmental: [Indicator] = [e1, e2, e3, e5, e6None, e6NotInformed, b1, b2]

    static let e1 = contracts(
        "E1", .environmental,
        name: Phrase("Au moins une considération environnementale", "At least one environmental consideration"),
        definition: Phrase(
            "Marchés avec une clause ou un critère environnemental.",
            "Contracts with an environmental clause or criterion."),
        counts: Phrase("marchés avec considération environnementale", "contracts with an environmental consideration"),
        selection: Selection(with: .environmental), field: .environmental,
        legalBasis: Phrase(
            "L2111-3 CCP (SPASER) ; L2112-2 et L2152-7 CCP, versions du 21 août 2026",
            "L2111-3 CCP (SPASER); L2112-2 and L2152-7 CCP, versions of 21 August 2026"),
        caveats: [Caveat.legacy, Caveat.ceiling])

    static let e2 = contracts(
        "E2", .environmental,
        name: Phrase("Clause environnementale", "Environmental clause"),
        definition: Phrase(
            "Marchés dont une condition d’exécution prend en compte l’environnement.",
            "Contracts with an environmental condition of performance."),
        counts: Phrase("marchés avec clause environnementale", "contracts with an environmental clause"),
        selection: Selection(with: .environmentalClause), field: .environmental,
        legalBasis: Phrase("L2111-3 et L2112-2 CCP", "L2111-3 and L2112-2 CCP"), caveats: [Caveat.legacy])

    static let e3 = contracts(
        "E3", .environmental,
        name: Phrase("Critère environnemental", "Environmental criterion"),
        definition: Phrase(
            "Marchés attribués sur un critère environnemental, entre autres.",
            "Contracts awarded on an environmental criterion, among others."),
        counts: Phrase("marchés avec critère environnemental", "contracts with an environmental criterion"),
        selection: Selection(with: .environmentalCriterion), field: .environmental,
        legalBasis: LegalText.schemeAndCriterion, caveats: [Caveat.legacy])

    static let e5 = figure(
        "E5", .environmental, unit: .points,
        name: Phrase("Écart à l’objectif environnemental", "Gap to the environmental target"),
        definition: Phrase(
            "Part des marchés avec considération environnementale, moins l’objectif (100 % au plan national 2022-2025).",
            "Share of contracts with an environmental consideration, minus the target (100% in the national plan 2022-2025)."
        ),
        numerator: Phrase("part E1 en nombre", "share E1 in number"), denominator: Phrase("objectif", "target"),
        legalBasis: Phrase(
            "PNAD 2022-2025 ; L2111-3 CCP (objectifs chiffrés)", "PNAD 2022-2025; L2111-3 CCP (targets)"),
        inputs: [.awards, .targets], about: Selection(with: .environmental)
    ) { population in
        gap(population.share(Selection(with: .environmental)), to: population.rules.targetEnvironmental)
    }

    static let e6None = contracts(
        "E6.none", .environmental,
        name: Phrase("Aucune considération environnementale", "No environmental consideration"),
        definition: Phrase(
            "Marchés pour lesquels l’acheteur a déclaré « Pas de considération environnementale ».",
            "Contracts for which the buyer declared no environmental consideration."),
        counts: Phrase("marchés déclarés sans considération", "contracts declared without consideration"),
        selection: Selection(with: .environmentalInformed, without: .environmental), field: .environmental,
        legalBasis: LegalText.award)

    static let e6NotInformed = contracts(
        "E6.notInformed", .environmental,
        name: Phrase("Considération environnementale non renseignée", "Environmental consideration not informed"),
        definition: Phrase(
            "Marchés dont le champ est absent, vide ou illisible : ni oui, ni non.",
            "Contracts whose field is absent, empty or unreadable: neither yes nor no."),
        counts: Phrase("marchés non renseignés", "contracts not informed"),
        selection: Selection(without: .environmentalInformed), field: .environmental, legalBasis: LegalText.award)

    static let b1 = contracts(
        "B1", .environmental,
        name: Phrase("Considérations sociale et environnementale", "Social and environmental considerations"),
        definition: Phrase("Marchés qui portent les deux.", "Contracts that have both."),
        counts: Phrase("marchés avec les deux", "contracts with both"),
        selection: Selection(with: [.social, .environmental]), legalBasis: LegalText.scheme, caveats: [Caveat.legacy])

    static let b2 = contracts(
        "B2", .environmental,
        name: Phrase("Ni sociale, ni environnementale", "Neither social nor environmental"),
        definition: Phrase(
            "Marchés sans aucune considération déclarée, non renseignés compris.",
            "Contracts without any consideration declared, those not informed included."),
        counts: Phrase("marchés sans considération", "contracts without consideration"),
        selection: Selection(without: [.social, .environmental]), legalBasis: LegalText.scheme, caveats: [Caveat.legacy]
    )
}
