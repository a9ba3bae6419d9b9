// swift-format-ignore-file
// One line a field, so that the table can be held against the specification.

import Bytes

/// Version 2.30 (about 2015 to 2022): `ANNONCE`, without namespace; also `donnees` of older records of the API.
///
/// Two elements look like a reservation and are none, so they have no row: `OBJET/LOTS_RESERVE_POUVOIR_ADJUDICATEUR`
/// (the buyer may combine lots) and `CONDITION_PARTICIPATION/PRESTATION_RESERVEE_*` (regulated professions).
enum BOAMPPaths230 {
    static let table = XMLPathTable<BOAMPMark>(
        abbreviations: ["$O": "/ANNONCE/DONNEES/OBJET", "$P": "/ANNONCE/DONNEES/PROCEDURE"],
        BOAMPPathsManagement.rows("/ANNONCE") + notice + object + lot + criteria("$P/CRITERES_ATTRIBUTION")
            + criteria("$O/LOTS/LOT/CRITERES_ATTRIBUTION") + reservation("$O")
            + reservation("/ANNONCE/DONNEES/CONDITION_PARTICIPATION") + award)

    private typealias Row = XMLPathTable<BOAMPMark>.Row

    private static let notice: [Row] = [
        .group("/ANNONCE/DONNEES", .v230),
        .value("/ANNONCE/DONNEES/IDENTITE/DENOMINATION", .buyerName),
        .value("/ANNONCE/DONNEES/IDENTITE/CODE_IDENT_NATIONAL", .buyerIdentifier),
        .value("/ANNONCE/DONNEES/IDENTITE/TYPE_IDENT_NATIONAL/SIRET", .buyerIdentifier),
        .value("/ANNONCE/DONNEES/IDENTITE/CP", .buyerPostcode),
        .value("/ANNONCE/DONNEES/IDENTITE/VILLE", .buyerCity),
        .value("/ANNONCE/DONNEES/IDENTITE/ADJUDICATEUR_NUTS", .buyerNUTS),
        .group("$P/AVIS_IMPLIQUE/ACCORD_CADRE_OUI", .frameworkYes),
        .group("$P/AVIS_IMPLIQUE/ACCORD_CADRE_NON", .frameworkNo),
        .group("$P/AVIS_IMPLIQUE/SAD_OUI", .dynamicYes),
        .group("$P/AVIS_IMPLIQUE/SAD_NON", .dynamicNo),
        .group("$P/TECH_ACHAT/ACCORD_CADRE", .frameworkYes),
        .group("$P/VARIANTES_OUI", .variantsYes),
        .group("$P/VARIANTES_NON", .variantsNo),
        .value("/ANNONCE/DONNEES/CONDITION_DELAI/RECEPT_OFFRES", .deadline),
        .value("/ANNONCE/DONNEES/CONDITION_PARTICIPATION/CONDITION_PARTICULIERE_EXECUTION", .condition),
        .value("/ANNONCE/DONNEES/RENSEIGNEMENTS_COMPLEMENTAIRES/RENS_COMPLEMENT", .note),
    ]
        + .codes("/ANNONCE/DONNEES/TYPE_ORGANISME", .buyer)
        + .codes("/ANNONCE/DONNEES/TYPE_POUVOIR_ADJUDICATEUR", .buyer)
        + .codes("$P/TYPE_PROCEDURE", .procedure)

    private static let object: [Row] = [
        .value("$O/TITRE_MARCHE", .title),
        .value("$O/OBJET_COMPLET", .description),
        .value("$O/CARACTERISTIQUES/PRINCIPALES", .note),
        .value("$O/CARACTERISTIQUES/VALEUR_TOTALE", .value),
        .value("$O/CPV/PRINCIPAL", .cpv),
        .group("$O/LIEU_EXEC_LIVR", .place),
        .value("$O/LIEU_EXEC_LIVR/ADRESSE", .placeStreet),
        .value("$O/LIEU_EXEC_LIVR/CP", .placePostcode),
        .value("$O/LIEU_EXEC_LIVR/VILLE", .placeCity),
        .value("$O/LIEU_EXEC_LIVR/CODE_NUTS", .placeNUTS),
        .value("$O/DUREE_DELAI/DUREE_MOIS", .months),
        .value("$O/DUREE_DELAI/DUREE_JOUR", .days),
        .group("$O/VARIANTES_OUI", .variantsYes),
        .group("$O/VARIANTES_NON", .variantsNo),
    ]
        + .codes("$O/TYPE_MARCHE", .works)

    private static let lot: [Row] = [
        .group("$O/LOTS/LOT", .lot),
        .value("$O/LOTS/LOT/NUM", .lotNumber),
        .value("$O/LOTS/LOT/INTITULE", .lotTitle),
        .value("$O/LOTS/LOT/DESCRIPTION", .description),
        .value("$O/LOTS/LOT/CPV/PRINCIPAL", .cpv),
        .value("$O/LOTS/LOT/CODE_NUTS", .listedNUTS),
        .value("$O/LOTS/LOT/LIEU_PRINCIPAL", .placeText),
        .value("$O/LOTS/LOT/VALEUR", .value),
        .value("$O/LOTS/LOT/DUREE_MOIS", .months),
        .value("$O/LOTS/LOT/RENOUVELLEMENT_DESCRIPTION", .renewalDescription),
        .value("$O/LOTS/LOT/OPTIONS_DESCRIPTION", .options),
        .group("$O/LOTS/LOT/VARIANTES_OUI", .variantsYes),
        .group("$O/LOTS/LOT/VARIANTES_NON", .variantsNo),
        .value("$O/LOTS/LOT/INFO_COMPL", .note),
    ]

    /// The shapes that award criteria are written in; `CRITERES_CCTP` says that the documents name them.
    private static func criteria(_ base: String) -> [Row] {
        [
            .value("\(base)/CRITERES_PONDERES/CRITERE", .weightedCriterion),  // @POIDS
            .value("\(base)/CRITERES_PRIORITES/CRITERE", .rankedCriterion),
            .value("\(base)/CRITERES_QUALITE/CRITERE", .qualityCriterion),  // @POIDS
            .value("\(base)/CRITERES_COUT/CRITERE", .costCriterion),  // @POIDS
            .group("\(base)/CRITERES_PRIX", .priceCriterion),
            .value("\(base)/CRITERES_PRIX/POIDS", .priceWeight),
            .value("\(base)/CRITERES_LIBRE", .freeCriteria),
        ]
    }

    private static func reservation(_ base: String) -> [Row] {
        [
            .group("\(base)/MARCHE_RESERVE_OUI", .reserved),
            .group("\(base)/MARCHE_RESERVE_OUI/ATELIERS_PROTEGES", .reservedWorkshops),
            .group("\(base)/MARCHE_RESERVE_OUI/EMPLOIS_PROTEGES", .reservedEmployment),
            .group("\(base)/MARCHE_RESERVE_NON", .reservedNo),
        ]
    }

    private static let award: [Row] = [
        .value("/ANNONCE/DONNEES/ATTRIBUTION/VALEUR_TOTALE", .totalValue),  // @DEVISE
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DATE_DECISION", .decisionDate),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/SANS_SUITE", .withoutAward),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/INFRUCTUEUX", .withoutAward),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/DECISION", .decision),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/ATTRIBUE", .decisionWithAward),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/SANS_SUITE", .decisionWithoutAward),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/INFRUCTUEUX", .decisionWithoutAward),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/NUM_LOT", .decisionNumber),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/INTITULE", .decisionTitle),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/DESCRIPTION", .decisionText),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/TITULAIRE", .holder),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/TITULAIRE/DENOMINATION", .holderName),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/TITULAIRE/CODE_IDENT_NATIONAL", .holderIdentifier),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/TITULAIRE/CP", .holderPostcode),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/TITULAIRE/VILLE", .holderCity),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/TITULAIRE/PME_OUI", .holderIsSME),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/TITULAIRE/PME_NON", .holderIsNotSME),
        .group("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/RENSEIGNEMENT", .information),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/RENSEIGNEMENT/DATE_ATTRIBUTION", .awardDate),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/RENSEIGNEMENT/NB_OFFRE_RECU", .offers),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/RENSEIGNEMENT/NB_OFFRE_RECU_PME", .offersOfSMEs),
        .value("/ANNONCE/DONNEES/ATTRIBUTION/DECISION/RENSEIGNEMENT/MONTANT", .awardValue),  // @DEVISE
    ]
}
