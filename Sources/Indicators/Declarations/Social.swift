import Wording

extension Indicator {
    static let social: [Indicator] =
        [s1, s2, s3, s4] + s5 + [s6None, s6NotInformed, s6Contradictory, s7]

    static let s1 = contracts(
        "S1", .social,
        name: Phrase("Au moins une considération sociale", "At least one social consideration"),
        definition: Phrase(
            "Marchés avec une clause sociale, un critère social ou une réservation.",
            "Contracts with a social clause, a social criterion or a reservation."),
        counts: Phrase("marchés avec considération sociale", "contracts with a social consideration"),
        selection: Selection(with: .social), field: .social,
        legalBasis: LegalText.schemeAndSocial, caveats: [Caveat.flagOnly, Caveat.legacy, Caveat.ceiling])

    static let s2 = contracts(
        "S2", .social,
        name: Phrase("Clause sociale", "Social clause"),
        definition: Phrase(
            "Marchés dont une condition d’exécution est sociale.",
            "Contracts with a social condition of performance."),
        counts: Phrase("marchés avec clause sociale", "contracts with a social clause"),
        selection: Selection(with: .socialClause), field: .social,
        legalBasis: LegalText.schemeAndSocial, caveats: [Caveat.flagOnly, Caveat.legacy])

    static let s3 = contracts(
        "S3", .social,
        name: Phrase("Critère social", "Social criterion"),
        definition: Phrase(
            "Marchés attribués sur un critère social, entre autres.",
            "Contracts awarded on a social criterion, among others."),
        counts: Phrase("marchés avec critère social", "contracts with a social criterion"),
        selection: Selection(with: .socialCriterion), field: .social,
        legalBasis: LegalText.schemeAndCriterion, caveats: [Caveat.flagOnly, Caveat.legacy])

    static let s4 = contracts(
        "S4", .social,
        name: Phrase("Marchés réservés", "Reserved contracts"),
        definition: Phrase(
            "Marchés réservés aux EA et ESAT, aux SIAE, aux opérateurs en prison ou aux entreprises de l’ESS.",
            "Contracts reserved to EA and ESAT, SIAE, prison operators or ESS enterprises."),
        counts: Phrase("marchés réservés", "reserved contracts"),
        selection: Selection(with: .reserved), field: .social,
        legalBasis: Phrase(
            "L2113-12 à L2113-16 CCP (marchés réservés) ; L2111-3 CCP",
            "L2113-12 to L2113-16 CCP (reserved contracts); L2111-3 CCP"),
        caveats: [Caveat.legacy])

    /// The award data do not tell to whom a contract is reserved: the class of the holder stands for it.
    static let s5: [Indicator] = [
        ground(
            "disability", article: "L2113-12", Phrase("EA et ESAT", "EA and ESAT"),
            Selection(with: [.reserved, .disability], without: .siae)),
        ground(
            "siae", article: "L2113-13", Phrase("SIAE", "SIAE"),
            Selection(with: [.reserved, .siae], without: .disability)),
        ground(
            "both", article: "L2113-14", Phrase("SIAE et EA ou ESAT ensemble", "SIAE and EA or ESAT together"),
            Selection(with: [.reserved, .siae, .disability])),
        ground(
            "ess", article: "L2113-15", Phrase("autre entreprise de l’ESS", "other ESS enterprise"),
            Selection(with: [.reserved, .ess], without: .inclusive)),
        ground(
            "unknown", article: "L2113-12 – L2113-15", Phrase("motif inconnu", "ground unknown"),
            Selection(with: .reserved, without: [.ess, .inclusive])),
    ]

    private static func ground(_ line: String, article: String, _ who: Phrase, _ selection: Selection) -> Indicator {
        contracts(
            "S5.\(line)", .social,
            name: Phrase("Marchés réservés : \(who.fr)", "Reserved contracts: \(who.en)"),
            definition: Phrase(
                "Marchés réservés selon la qualité du titulaire au catalogue.",
                "Reserved contracts by the class of the holder in the catalogue."),
            counts: Phrase("marchés réservés, \(who.fr)", "reserved contracts, \(who.en)"),
            selection: selection, field: .social,
            legalBasis: Phrase("\(article) CCP", "\(article) CCP"),
            caveats: [
                Phrase(
                    "La donnée ne dit pas le motif de la réservation : il est déduit du titulaire.",
                    "The data do not give the ground of the reservation: it is inferred from the holder."),
                Caveat.catalogue,
            ], inputs: [.awards, .catalogue])
    }

    static let s6None = contracts(
        "S6.none", .social,
        name: Phrase("Aucune considération sociale", "No social consideration"),
        definition: Phrase(
            "Marchés pour lesquels l’acheteur a déclaré « Pas de considération sociale ».",
            "Contracts for which the buyer declared no social consideration."),
        counts: Phrase(
            "marchés déclarés sans considération sociale", "contracts declared without social consideration"),
        selection: Selection(with: .socialInformed, without: .social), field: .social,
        legalBasis: LegalText.award,
        caveats: [
            Phrase(
                "Un profil d’acheteur qui envoie toujours cette valeur ne remplit sans doute pas le champ.",
                "A buyer profile that always sends this value probably does not fill the field.")
        ])

    static let s6NotInformed = contracts(
        "S6.notInformed", .social,
        name: Phrase("Considération sociale non renseignée", "Social consideration not informed"),
        definition: Phrase(
            "Marchés dont le champ est absent, vide ou illisible : ni oui, ni non.",
            "Contracts whose field is absent, empty or unreadable: neither yes nor no."),
        counts: Phrase("marchés non renseignés", "contracts not informed"),
        selection: Selection(without: .socialInformed), field: .social, legalBasis: LegalText.award)

    static let s6Contradictory = contracts(
        "S6.contradictory", .social,
        name: Phrase("Considération sociale contradictoire", "Contradictory social consideration"),
        definition: Phrase(
            "Marchés qui déclarent une considération et « Pas de considération sociale » ; comptés comme positifs.",
            "Contracts that declare a consideration and none; counted as positive."),
        counts: Phrase("marchés contradictoires", "contradictory contracts"),
        selection: Selection(with: .socialContradictory), field: .social, legalBasis: LegalText.award)

    static let s7 = figure(
        "S7", .social, unit: .points,
        name: Phrase("Écart à l’objectif social", "Gap to the social target"),
        definition: Phrase(
            "Part des marchés avec considération sociale, moins l’objectif (30 % au plan national 2022-2025, ou celui de l’acheteur).",
            "Share of contracts with a social consideration, minus the target (30% in the national plan 2022-2025, or the buyer’s)."
        ),
        numerator: Phrase("part S1 en nombre", "share S1 in number"), denominator: Phrase("objectif", "target"),
        legalBasis: Phrase(
            "PNAD 2022-2025 ; L2111-3 CCP (objectifs chiffrés)", "PNAD 2022-2025; L2111-3 CCP (targets)"),
        inputs: [.awards, .targets], about: Selection(with: .social)
    ) { population in
        gap(population.share(Selection(with: .social)), to: population.rules.targetSocial)
    }

    /// Difference of a share and its target; no value without contracts.
    static func gap(_ share: Double?, to target: Double) -> IndicatorFigure {
        IndicatorFigure(
            value: share.map { $0 - target }, numerator: .share(share ?? 0), denominator: .share(target))
    }
}
