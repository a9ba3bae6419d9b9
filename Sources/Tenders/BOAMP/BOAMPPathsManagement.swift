// swift-format-ignore-file
// One line a field, so that the table can be held against the specification.

import Bytes

/// `GESTION`, the same in all versions: identity of the notice and the index of the BOAMP.
enum BOAMPPathsManagement {
    /// - Parameter root: `/ann` or `/ANNONCE`.
    static func rows(_ root: String) -> [XMLPathTable<BOAMPMark>.Row] {
        let reference = root + "/GESTION/REFERENCE"
        let index = root + "/GESTION/INDEXATION"
        return [
            .value("\(reference)/IDWEB", .idweb),
            .value("\(reference)/ANNONCE_ANTERIEUR/IDWEB", .earlierNotice),
            .value("\(root)/GESTION/MARCHE/ANNONCE_ANTERIEUR/REFERENCE/IDWEB", .earlierNotice),
            .value("\(index)/NOMORGANISME", .organisationName),
            .value("\(index)/DATE_PUBLICATION", .publicationDate),
            .value("\(index)/DATE_LIMITE_REPONSE", .responseDeadline),
            .value("\(index)/DATE_FIN_DIFFUSION", .displayEnd),
            .group("\(index)/DESCRIPTEURS/DESCRIPTEUR", .descriptor),
            .value("\(index)/DESCRIPTEURS/DESCRIPTEUR/CODE", .descriptorCode),
            .value("\(index)/DESCRIPTEURS/DESCRIPTEUR/LIBELLE", .descriptorLabel),
            .group("\(index)/CRITERES_SOCIAUX_ENV/SOCIAUX", .socialCriteria),
            .group("\(index)/CRITERES_SOCIAUX_ENV/ENVIRONNEMENTAUX", .environmentalCriteria),
            .value("\(index)/DEP_PUBLICATION", .departement),
            .value("\(index)/DEP_PRESTATION", .performanceDepartement),
            .value("\(index)/RESUME_OBJET", .summary),
        ]
            + .codes("\(reference)/TYPE_AVIS/FAMILLE", .family)
            + .codes("\(reference)/TYPE_AVIS/PERIMETRE", .form)
            + .codes("\(reference)/TYPE_AVIS/NATURE", .nature)
            + .codes("\(reference)/TYPE_AVIS/STATUT", .status)
            + .codes("\(index)/TYPE_PROCEDURE", .procedure, isIndex: true)
            + .codes("\(index)/NATURE_MARCHE", .works, isIndex: true)
    }
}
