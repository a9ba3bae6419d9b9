import Wording

extension Indicator {
    static let holders: [Indicator] =
        [p1, p2, p3, p4, p5, p6] + p7 + [p8Alone, p8Group, p10, p10New, p13]

    static let p1 = purchases(
        "P1", from: Phrase("de l’ESS", "the ESS"), .ess, shared: .ess,
        definition: Phrase(
            "Marchés dont un titulaire au moins est une entreprise de l’économie sociale et solidaire.",
            "Contracts with at least one holder that is an enterprise of the social and solidarity economy."),
        legalBasis: LegalText.ess)

    static let p2 = purchases(
        "P2", from: Phrase("d’ESUS", "ESUS"), .esus, shared: .esus,
        definition: Phrase(
            "Marchés dont un titulaire au moins a un agrément ESUS valide à la date retenue.",
            "Contracts with at least one holder whose ESUS approval is valid at the day of the rules."),
        legalBasis: LegalText.categoryA)

    static let p3 = purchases(
        "P3", from: Phrase("de structures inclusives", "inclusive suppliers"), .inclusive, shared: .inclusive,
        definition: Phrase(
            "Marchés dont un titulaire au moins est une SIAE, une EA, une EATT ou un ESAT.",
            "Contracts with at least one holder that is a SIAE, EA, EATT or ESAT."),
        legalBasis: LegalText.categoryB, establishment: true)

    static let p4 = purchases(
        "P4", from: Phrase("de SIAE", "SIAE"), .siae, shared: .siae,
        definition: Phrase(
            "Marchés dont un titulaire au moins est une structure d’insertion par l’activité économique.",
            "Contracts with at least one holder that is a work integration structure (SIAE)."),
        legalBasis: Phrase("L5132-4 code du travail ; L2111-3 CCP", "L5132-4 code du travail; L2111-3 CCP"),
        establishment: true)

    static let p5 = purchases(
        "P5", from: Phrase("d’entreprises adaptées", "adapted enterprises"), .ea, shared: .ea,
        definition: Phrase(
            "Marchés dont un titulaire au moins est une entreprise adaptée (EA, EATT).",
            "Contracts with at least one holder that is an adapted enterprise (EA, EATT)."),
        legalBasis: Phrase("L5213-13 code du travail ; L2111-3 CCP", "L5213-13 code du travail; L2111-3 CCP"),
        establishment: true)

    static let p6 = purchases(
        "P6", from: Phrase("d’ESAT", "ESAT"), .esat, shared: .esat,
        definition: Phrase(
            "Marchés dont un titulaire au moins est un ESAT.", "Contracts with at least one holder that is an ESAT."),
        legalBasis: Phrase("L344-2 CASF ; L2111-3 CCP", "L344-2 CASF; L2111-3 CCP"), establishment: true)

    /// ESS purchases by legal form; a group may count under several.
    static let p7: [Indicator] = [
        form("association", Phrase("d’associations", "associations"), .association),
        form(
            "cooperative", Phrase("de coopératives (SCOP, SCIC, CAE)", "cooperatives (SCOP, SCIC, CAE)"), .cooperative),
        form("mutual", Phrase("de mutuelles", "mutual societies"), .mutual),
        form("foundation", Phrase("de fondations", "foundations"), .foundation),
        form("company", Phrase("de sociétés commerciales de l’ESS", "ESS commercial companies"), .essCompany),
    ]

    static let p8Alone = purchases(
        "P8.alone", from: Phrase("de l’ESS, seule titulaire", "the ESS, sole holder"), [.ess], without: .severalHolders,
        definition: Phrase(
            "Marchés dont le seul titulaire est de l’ESS.", "Contracts whose only holder is of the ESS."),
        legalBasis: LegalText.ess)

    static let p8Group = purchases(
        "P8.group", from: Phrase("de l’ESS, en groupement", "the ESS in groups"), [.ess, .severalHolders],
        definition: Phrase(
            "Marchés à plusieurs titulaires dont un au moins est de l’ESS.",
            "Contracts with several holders of which at least one is of the ESS."),
        legalBasis: LegalText.ess)

    static let p10 = figure(
        "P10", .holders, unit: .suppliers,
        name: Phrase("Entreprises de l’ESS titulaires", "ESS enterprises holding contracts"),
        definition: Phrase("Entreprises de l’ESS distinctes (SIREN).", "Distinct ESS enterprises (SIREN)."),
        numerator: Phrase("SIREN distincts", "distinct SIREN"), legalBasis: LegalText.ess, caveats: [Caveat.catalogue],
        inputs: [.awards, .catalogue], about: Selection(with: .ess)
    ) { population in
        let count = population.essEnterprises.count
        return IndicatorFigure(value: Double(count), numerator: .count(count), denominator: nil)
    }

    static let p10New = figure(
        "P10.new", .holders, unit: .suppliers,
        name: Phrase("Nouvelles entreprises de l’ESS", "New ESS enterprises"),
        definition: Phrase(
            "Entreprises de l’ESS qui n’étaient titulaires d’aucun marché de l’acheteur les trois années précédentes.",
            "ESS enterprises that held no contract of the buyer in the three years before."),
        numerator: Phrase("SIREN nouveaux", "new SIREN"), denominator: Phrase("SIREN de P10", "SIREN of P10"),
        legalBasis: LegalText.ess,
        caveats: [
            Phrase(
                "Sans valeur quand aucun marché des années précédentes n’est chargé.",
                "No value when no contract of earlier years is loaded.")
        ],
        inputs: [.awards, .catalogue], about: Selection(with: .ess)
    ) { population in
        let now = population.essEnterprises
        let new = population.earlierESS.map { now.subtracting($0).count }
        return IndicatorFigure(
            value: new.map(Double.init), numerator: .count(new ?? 0), denominator: .count(now.count))
    }

    static let p13 = purchases(
        "P13", from: Phrase("de l’ESS, sans considération sociale", "the ESS without social consideration"), [.ess],
        without: .social,
        definition: Phrase(
            "Marchés gagnés par l’ESS sans clause, critère ni réservation.",
            "Contracts won by the ESS without clause, criterion or reservation."),
        legalBasis: LegalText.ess)

    private static func purchases(
        _ code: String, from whom: Phrase, _ with: ContractFlags, without: ContractFlags = [],
        shared: SharedClass? = nil, definition: Phrase, legalBasis: Phrase, establishment: Bool = false
    ) -> Indicator {
        contracts(
            code, .holders,
            name: Phrase("Achats auprès \(whom.fr)", "Purchases from \(whom.en)"), definition: definition,
            counts: Phrase("marchés qui répondent à la définition", "contracts that meet the definition"),
            selection: Selection(with: with, without: without), shared: shared, legalBasis: legalBasis,
            caveats: [Caveat.whole, Caveat.catalogue] + (establishment ? [Caveat.establishment] : []),
            inputs: [.awards, .catalogue])
    }

    private static func form(_ line: String, _ name: Phrase, _ flag: ContractFlags) -> Indicator {
        purchases(
            "P7.\(line)", from: name, [.ess, flag],
            definition: Phrase(
                "Marchés dont un titulaire au moins est de cette forme et de l’ESS.",
                "Contracts with at least one holder of this form and of the ESS."),
            legalBasis: LegalText.ess)
    }
}
