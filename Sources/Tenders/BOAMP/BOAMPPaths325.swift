// swift-format-ignore-file
// One line a field, so that the table can be held against the specification.

import Bytes

/// Version 3.2.5: the national forms `FNSimple`, `MAPA` and `DSP` inside `ann`. `EFORMS` is told only; its own rows are
/// those of ``EFormsPaths``. `HTML` and `HTMLSYNTHESE`, renderings of the same notice, are not read.
enum BOAMPPaths325 {
    static let table = XMLPathTable<BOAMPMark>(
        BOAMPPathsManagement.rows("/ann") + forms + fnSimple + mapa + dsp)

    private typealias Row = XMLPathTable<BOAMPMark>.Row

    private static let forms: [Row] = [
        .group("/ann/DONNEES/EFORMS", .eForms),
        .group("/ann/DONNEES/FNSimple", .fnSimple),
        .group("/ann/DONNEES/MAPA", .mapa),
        .group("/ann/DONNEES/DSP", .dsp),
        .group("/ann/DONNEES/*", .unknownForm),
    ]

    // MARK: FNSimple: national notices below the EU thresholds

    /// A call (`initial`), its correction (`rectificatif`) and its award (`attribution`) have the same parts.
    private static let fnSimple: [Row] = organisation
        + section("/ann/DONNEES/FNSimple/initial")
        + section("/ann/DONNEES/FNSimple/rectificatif")
        + section("/ann/DONNEES/FNSimple/attribution")
        + [
            .group("/ann/DONNEES/FNSimple/rectificatif", .correction),
            .value("/ann/DONNEES/FNSimple/rectificatif/infosRectif", .correctionText),
            .value("/ann/DONNEES/FNSimple/rectificatif/avisInitial/idWeb", .earlierNotice),
            .value("/ann/DONNEES/FNSimple/attribution/avisInitial/idWeb", .earlierNotice),
            .value("/ann/DONNEES/FNSimple/attribution/attributionMarche", .awardText),
            .value("/ann/DONNEES/FNSimple/attribution/natureMarche/criteresAttrib", .freeCriteria),
        ]

    private static let organisation: [Row] = [
        .value("/ann/DONNEES/FNSimple/organisme/nomOfficiel", .buyerName),
        .value("/ann/DONNEES/FNSimple/organisme/codeIdentificationNational", .buyerIdentifier),
        .value("/ann/DONNEES/FNSimple/organisme/cp", .buyerPostcode),
        .value("/ann/DONNEES/FNSimple/organisme/ville", .buyerCity),
    ]

    private static func section(_ base: String) -> [Row] {
        [
            .value("\(base)/natureMarche/intitule", .title),
            .value("\(base)/natureMarche/description", .description),
            .value("\(base)/natureMarche/lieuExecution", .placeText),
            .value("\(base)/natureMarche/dureeMois", .months),
            .value("\(base)/natureMarche/codeCPV/objetPrincipal/classPrincipale", .cpv),
            .value("\(base)/natureMarche/codeCPV/objetComplementaire/classPrincipale", .additionalCPV),
            .group("\(base)/natureMarche/valeurEstimee", .valueGroup),  // @devise
            .value("\(base)/natureMarche/valeurEstimee/valeur", .groupValue),
            .value("\(base)/natureMarche/valeurEstimee/fourchette/valeurHaute", .groupValue),
            .group("\(base)/natureMarche/reservationMarche/oui", .reserved),
            .group("\(base)/natureMarche/reservationMarche/non", .reservedNo),
            .group("\(base)/lots/lot", .lot),
            .value("\(base)/lots/lot/description", .lotTitle),
            .value("\(base)/lots/lot/codeCPV/objetPrincipal/classPrincipale", .cpv),
            .value("\(base)/lots/lot/codeCPV/objetComplementaire/classPrincipale", .additionalCPV),
            .value("\(base)/lots/lot/lieuExecutionLivraison", .placeText),
            .group("\(base)/procedure/techAchat/accordCadre", .frameworkYes),
            .value("\(base)/procedure/dateReceptionOffres", .deadline),
            .group("\(base)/procedure/variantes/oui", .variantsYes),
            .group("\(base)/procedure/variantes/non", .variantsNo),
            .value("\(base)/procedure/criteresAttrib", .freeCriteria),
            .value("\(base)/informComplementaire/autresInformComplementaire", .note),
        ]
            + .codes("\(base)/natureMarche/natureMarche", .works)
            + .codes("\(base)/procedure", .procedure)
    }

    // MARK: MAPA: the form of the adapted procedure; no CPV, no NUTS, no SIRET

    private static let mapa: [Row] = [
        .value("/ann/DONNEES/MAPA/organisme/acheteurPublic", .buyerName),
        .value("/ann/DONNEES/MAPA/organisme/codeIdentificationNational", .buyerIdentifier),
        .value("/ann/DONNEES/MAPA/organisme/adr/cp", .buyerPostcode),
        .value("/ann/DONNEES/MAPA/organisme/adr/ville", .buyerCity),
    ]
        + mapaSection("/ann/DONNEES/MAPA/initial")
        + mapaSection("/ann/DONNEES/MAPA/rectificatif")
        + mapaSection("/ann/DONNEES/MAPA/attribution")
        + [
            .group("/ann/DONNEES/MAPA/rectificatif", .correction),
            .value("/ann/DONNEES/MAPA/rectificatif/infosRectif", .correctionText),
            .value("/ann/DONNEES/MAPA/rectificatif/avisInitial/idWeb", .earlierNotice),
            .value("/ann/DONNEES/MAPA/attribution/avisInitial/idWeb", .earlierNotice),
            .group("/ann/DONNEES/MAPA/attribution/attribution/resultat/attribue", .decision),
            .group("/ann/DONNEES/MAPA/attribution/attribution/resultat/attribue/titulaire", .holder),
            .value("/ann/DONNEES/MAPA/attribution/attribution/resultat/attribue/titulaire/PersonneMorale", .holderName),
            .value("/ann/DONNEES/MAPA/attribution/attribution/resultat/attribue/titulaire/adr/cp", .holderPostcode),
            .value("/ann/DONNEES/MAPA/attribution/attribution/resultat/attribue/titulaire/adr/ville", .holderCity),
            .group("/ann/DONNEES/MAPA/attribution/attribution/resultat/attribue/montant", .awardValueGroup),  // @devise
            .value("/ann/DONNEES/MAPA/attribution/attribution/resultat/attribue/montant/valeur", .awardValue),
            .value("/ann/DONNEES/MAPA/attribution/autresInformations/nbOffresRecues", .offers),
        ]

    private static func mapaSection(_ base: String) -> [Row] {
        [
            .value("\(base)/description/objet", .title),
            .group("\(base)/description/lieuExecution", .place),
            .value("\(base)/description/lieuExecution/voie/nomvoie", .placeStreet),
            .value("\(base)/description/lieuExecution/cp", .placePostcode),
            .value("\(base)/description/lieuExecution/ville", .placeCity),
            .group("\(base)/description/lieuLivraison", .place),
            .value("\(base)/description/lieuLivraison/voie/nomvoie", .placeStreet),
            .value("\(base)/description/lieuLivraison/cp", .placePostcode),
            .value("\(base)/description/lieuLivraison/ville", .placeCity),
            .group("\(base)/caracteristiques/variantes/oui", .variantsYes),
            .group("\(base)/caracteristiques/variantes/non", .variantsNo),
            .value("\(base)/caracteristiques/principales", .description),
            .value("\(base)/duree/nbMois", .months),
            .value("\(base)/duree/nbJours", .days),
            .value("\(base)/duree/dateACompterDu", .start),
            .value("\(base)/duree/jusquau", .end),
            .value("\(base)/criteres/critereCDC", .freeCriteria),
            .group("\(base)/criteres/criterePondere", .criterionPair),
            .value("\(base)/criteres/criterePondere/criterePCT", .criterionPercent),
            .value("\(base)/criteres/criterePondere/critere", .criterionName),
            .value("\(base)/delais/receptionOffres", .deadline),
            .group("\(base)/lots/lot", .lot),
            .value("\(base)/lots/lot/numLot", .lotNumber),
            .value("\(base)/lots/lot/description", .lotTitle),
            .value("\(base)/lots/lot/quantite", .quantity),
        ]
            + .codes("\(base)/natureMarche", .works)
            + .codes("\(base)/procedure", .procedure)
    }

    // MARK: DSP: delegations of public service

    private static let dsp: [Row] = [
        .value("/ann/DONNEES/DSP/organisme/acheteurPublic", .buyerName),
        .value("/ann/DONNEES/DSP/organisme/codeIdentificationNational", .buyerIdentifier),
        .value("/ann/DONNEES/DSP/organisme/adr/cp", .buyerPostcode),
        .value("/ann/DONNEES/DSP/organisme/adr/ville", .buyerCity),
        .value("/ann/DONNEES/DSP/organisme/codeNUTS", .buyerNUTS),
    ]
        + dspSection("/ann/DONNEES/DSP/initial")
        + dspSection("/ann/DONNEES/DSP/rectificatif")
        + dspSection("/ann/DONNEES/DSP/attribution")
        + [
            .group("/ann/DONNEES/DSP/rectificatif", .correction),
            .value("/ann/DONNEES/DSP/rectificatif/infosRectif", .correctionText),
            .value("/ann/DONNEES/DSP/rectificatif/avisInitial/idWeb", .earlierNotice),
            .value("/ann/DONNEES/DSP/attribution/avisInitial/idWeb", .earlierNotice),
        ]

    private static func dspSection(_ base: String) -> [Row] {
        let contract = base + "/descriptionMarche"
        return [
            .value("\(contract)/titreMarche", .title),
            .value("\(contract)/description", .description),
            .value("\(contract)/CPV/objetPrincipal/classPrincipale", .cpv),
            .value("\(contract)/CPV/objetComplementaire/classPrincipale", .additionalCPV),
            .group("\(contract)/lot", .lot),
            .value("\(contract)/lot/numLot", .lotNumber),
            .value("\(contract)/lot/intitule", .lotTitle),
            .value("\(contract)/lot/description", .description),
            .value("\(contract)/lot/CPV/objetPrincipal/classPrincipale", .cpv),
            .value("\(contract)/lot/CPV/objetComplementaire/classPrincipale", .additionalCPV),
            .value("\(contract)/lot/lieuCodeNUTS/codeNUTS", .listedNUTS),
            .value("\(contract)/lot/dureeLot/nbMois", .months),
            .value("\(contract)/lot/infosComplementaires", .note),
            .group("\(base)/situation/marcheReserve/marcheReserveNON", .reservedNo),
            .group("\(base)/situation/marcheReserve/*", .reserved),
            .value("\(base)/renseignementsAdm/receptionInteret", .requestDeadline),
        ]
            + .codes("\(contract)/natureMarche", .works)
    }
}
