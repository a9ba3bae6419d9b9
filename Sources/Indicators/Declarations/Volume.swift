import Nomenclature
import Wording

extension Indicator {
    static let volume: [Indicator] = [v1, v2, v2Median, v3, v4, v4Modified]

    static let v1 = contracts(
        "V1", .volume,
        name: Phrase("Marchés notifiés", "Contracts notified"),
        definition: Phrase(
            "Marchés distincts notifiés dans la période, hors concessions.",
            "Distinct contracts notified in the period, without concessions."),
        counts: Phrase("marchés notifiés", "contracts notified"),
        selection: Selection(), denominator: Phrase("", ""),
        legalBasis: LegalText.award,
        caveats: [
            Phrase(
                "La publication n’est obligatoire qu’à partir de 40 000 € HT : les petits achats manquent pour l’essentiel.",
                "Publication is only mandatory from 40,000 EUR HT: most small purchases are missing.")
        ])

    static let v2 = figure(
        "V2", .volume, unit: .euros,
        name: Phrase("Montant notifié", "Amount notified"),
        definition: Phrase(
            "Somme des montants utilisables après modifications, une fois par marché.",
            "Sum of usable amounts after modifications, once per contract."),
        numerator: Phrase("montant utilisable des marchés", "usable amount of the contracts"),
        legalBasis: LegalText.award, caveats: [Caveat.ceiling], about: Selection(with: .amountUsable)
    ) { population in
        let total = population.totalAmount
        return IndicatorFigure(value: total.euros, numerator: .amount(total), denominator: nil)
    }

    static let v2Median = figure(
        "V2.median", .volume, unit: .euros,
        name: Phrase("Montant médian", "Median amount"),
        definition: Phrase(
            "Montant qui partage en deux les marchés dont le montant est utilisable.",
            "Amount that splits the contracts with a usable amount in two halves."),
        numerator: Phrase("médiane des montants utilisables", "median of usable amounts"),
        legalBasis: LegalText.award, caveats: [Caveat.ceiling], about: Selection(with: .amountUsable)
    ) { population in
        let median = population.medianAmount
        return IndicatorFigure(value: median?.euros, numerator: .amount(median ?? .zero), denominator: nil)
    }

    static let v3 = contracts(
        "V3", .volume,
        name: Phrase("Marchés hors montants plafonds", "Contracts without ceilings"),
        definition: Phrase(
            "Marchés qui ne sont ni accords-cadres ni à bons de commande, dont le montant est un maximum.",
            "Contracts that are neither frameworks nor order-based, whose amount is a maximum."),
        counts: Phrase("marchés à montant ferme", "contracts with a firm amount"),
        selection: Selection(without: .ceiling),
        legalBasis: LegalText.award)

    static let v4 = figure(
        "V4", .volume, unit: .ratio,
        name: Phrase("Dérive des montants", "Drift of amounts"),
        definition: Phrase(
            "Montant final rapporté au montant initial, sur les marchés où les deux sont utilisables.",
            "Final amount over initial amount, on contracts where both are usable."),
        numerator: Phrase("somme des montants finaux", "sum of final amounts"),
        denominator: Phrase("somme des montants initiaux", "sum of initial amounts"),
        legalBasis: Phrase("R2194-1 et suivants CCP (modifications)", "R2194-1 and following CCP (modifications)"),
        about: Selection(with: [.amountUsable, .initialUsable])
    ) { population in
        let both = population.facts.filter { $0.flags.isSuperset(of: [.amountUsable, .initialUsable]) }
        let final = both.reduce(into: Amount.zero) { $0 += $1.amount }
        let initial = both.reduce(into: Amount.zero) { $0 += $1.initial }
        return IndicatorFigure(
            value: ratio(final, initial), numerator: .amount(final), denominator: .amount(initial))
    }

    static let v4Modified = contracts(
        "V4.modified", .volume,
        name: Phrase("Marchés modifiés", "Contracts modified"),
        definition: Phrase(
            "Marchés avec au moins une modification publiée.", "Contracts with a published modification."),
        counts: Phrase("marchés avec une modification", "contracts with a modification"),
        selection: Selection(with: .modified),
        legalBasis: Phrase("R2196-1 CCP ; R2194-1 et suivants CCP", "R2196-1 CCP; R2194-1 and following CCP"))
}
