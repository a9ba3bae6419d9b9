import Wording

extension Indicator {
    static let quality: [Indicator] =
        q1 + [q2, q3Rejected, q3Superseded, q3Amounts, q3Duplicates, q3Year]

    static let q1: [Indicator] = [
        completeness("object", Phrase("objet", "object"), .hasObject),
        completeness("cpv", Phrase("code CPV", "CPV code"), .hasCPV),
        completeness("procedure", Phrase("procédure", "procedure"), .hasProcedure),
        completeness("place", Phrase("lieu d’exécution", "place of performance"), .hasPlace),
        completeness("duration", Phrase("durée", "duration"), .hasDuration),
        completeness("notification", Phrase("date de notification", "notification date"), .hasNotification),
        completeness("publication", Phrase("date de publication", "publication date"), .hasPublication),
        completeness("amount", Phrase("montant utilisable", "usable amount"), .amountUsable),
        completeness("holders", Phrase("titulaires", "holders"), .hasHolders),
        completeness("siret", Phrase("SIRET de tous les titulaires", "SIRET of all holders"), .hasValidHolders),
        completeness("offers", Phrase("offres reçues", "offers received"), .hasOffers),
        completeness("innovation", Phrase("marché innovant", "innovative contract"), .hasInnovation),
        completeness("group", Phrase("type de groupement", "type of group"), .hasGroupType),
        completeness("subcontracting", Phrase("sous-traitance", "sub-contracting"), .hasSubcontracting),
        completeness("social", Phrase("considérations sociales", "social considerations"), .socialInformed),
        completeness(
            "environmental", Phrase("considérations environnementales", "environmental considerations"),
            .environmentalInformed),
    ]

    private static func completeness(_ line: String, _ field: Phrase, _ flag: ContractFlags) -> Indicator {
        contracts(
            "Q1.\(line)", .quality,
            name: Phrase("Champ renseigné : \(field.fr)", "Field informed: \(field.en)"),
            definition: Phrase(
                "Marchés dont le champ porte une valeur lisible.", "Contracts whose field has a readable value."),
            counts: Phrase("marchés renseignés", "contracts informed"),
            selection: Selection(with: flag), legalBasis: LegalText.award)
    }

    static let q2 = contracts(
        "Q2", .quality,
        name: Phrase("Publication dans les deux mois", "Published within two months"),
        definition: Phrase(
            "Marchés publiés au plus tard deux mois après leur notification.",
            "Contracts published two months after their notification at the latest."),
        counts: Phrase("marchés publiés à temps", "contracts published in time"),
        selection: Selection(with: .publishedInTime), field: .dates, legalBasis: LegalText.award,
        caveats: [
            Phrase(
                "La date est celle de la dernière publication connue du marché.",
                "The date is that of the last known publication of the contract.")
        ])

    static let q3Rejected = records(
        "Q3.rejected", Phrase("Enregistrements rejetés", "Records rejected"),
        Phrase("Enregistrements illisibles, conservés avec leur motif.", "Unreadable records, kept with their reason."),
        of: Phrase("enregistrements lus", "records read")
    ) { population in
        IndicatorFigure(
            value: Double(population.records.rejected), numerator: .count(population.records.rejected),
            denominator: .count(population.records.records))
    }

    static let q3Superseded = records(
        "Q3.superseded", Phrase("Doublons remplacés", "Duplicates superseded"),
        Phrase(
            "Enregistrements remplacés par une publication plus récente du même marché.",
            "Records replaced by a later publication of the same contract."),
        of: Phrase("enregistrements lus", "records read")
    ) { population in
        IndicatorFigure(
            value: Double(population.records.superseded), numerator: .count(population.records.superseded),
            denominator: .count(population.records.records))
    }

    static let q3Amounts = contracts(
        "Q3.amounts", .quality,
        name: Phrase("Montants inutilisables", "Amounts not usable"),
        definition: Phrase(
            "Marchés dont le montant manque, est inférieur à 1 € ou dépasse trois milliards d’euros : comptés en nombre, jamais sommés.",
            "Contracts whose amount is missing, below EUR 1 or above three billion: counted in number, never summed."),
        counts: Phrase("marchés sans montant utilisable", "contracts without a usable amount"),
        selection: Selection(without: .amountUsable), legalBasis: LegalText.award)

    static let q3Duplicates = contracts(
        "Q3.duplicates", .quality,
        name: Phrase("Doublons possibles", "Possible duplicates"),
        definition: Phrase(
            "Marchés de numéros différents avec les mêmes acheteur, objet, montant initial, date et titulaires, au-delà du premier de chaque groupe.",
            "Contracts with different numbers and the same buyer, object, initial amount, date and holders, beyond the first of each group."
        ),
        counts: Phrase("doublons possibles", "possible duplicates"),
        selection: Selection(with: .possibleDuplicate), legalBasis: LegalText.award,
        caveats: [
            Phrase(
                "Signalés, jamais retirés : ils restent dans tous les chiffres.",
                "Reported, never removed: they stay in all figures.")
        ])

    static let q3Year = records(
        "Q3.unknownYear", Phrase("Année inconnue", "Unknown year"),
        Phrase(
            "Marchés de l’acheteur sans date de notification lisible : dans les chiffres d’aucune année.",
            "Contracts of the buyer without a readable notification date: in no year’s figures."),
        of: Phrase("", "")
    ) { population in
        let count = population.content.unknownYear
        return IndicatorFigure(value: Double(count), numerator: .count(count), denominator: nil)
    }

    private static func records(
        _ code: String, _ name: Phrase, _ definition: Phrase, of denominator: Phrase,
        _ value: @escaping @Sendable (Population) -> IndicatorFigure
    ) -> Indicator {
        figure(
            code, .quality, unit: .records, name: name, definition: definition, numerator: name,
            denominator: denominator, legalBasis: LegalText.award,
            caveats: [
                Phrase(
                    "Porte sur tout ce qui a été chargé pour ce rapport.", "Covers all that was loaded for this report."
                )
            ], value)
    }
}
