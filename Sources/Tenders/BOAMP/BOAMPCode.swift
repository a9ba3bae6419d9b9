/// A code of the BOAMP and what it is in the vocabulary of eForms, which the model uses.
///
/// The BOAMP writes its codes as names of empty elements (`<NATURE><APPEL_OFFRE/></NATURE>`); the records of its API
/// give the same names as text. All translations stand in ``all``, one line a name.
struct BOAMPCode: Sendable {
    enum List: Sendable { case family, form, nature, status, procedure, works, buyer }

    let list: List
    let name: String
    /// The eForms code; the BOAMP's own name where there is no equivalent.
    let meaning: String

    /// The code of `list` called `name`; what follows a slash in the API (`OUVERT/ACCELERE`) is a detail.
    static func find(_ list: List, _ name: String) -> BOAMPCode? {
        let name = name.prefix { $0 != "/" }
        return all.first { $0.list == list && $0.name == name }
    }

    static let all: [BOAMPCode] = table.flatMap { list, rows in
        rows.map { BOAMPCode(list: list, name: $0.0, meaning: $0.1) }
    }

    private static let table: [(List, [(String, String)])] = [
        // GESTION/REFERENCE/TYPE_AVIS/FAMILLE
        (.family, [("JOUE", "JOUE"), ("FNS", "FNS"), ("MAPA", "MAPA"), ("DSP", "DSP"), ("DIVERS", "DIVERS")]),
        // PERIMETRE: the form; for version 2.30 the body of law that the notice falls under.
        (
            .form,
            [
                ("FNSimple", "FNSimple"), ("MAPA", "MAPA"), ("DSP", "DSP"), ("DIVERS", "DIVERS"),
                ("CMP-2006", "CMP-2006"), ("DIRECTIVE-23", "DIRECTIVE-23"), ("DIRECTIVE-24", "DIRECTIVE-24"),
                ("DIRECTIVE-25", "DIRECTIVE-25"), ("DIRECTIVE-81", "DIRECTIVE-81"),
            ]
        ),
        // NATURE → form type (BT-03)
        (
            .nature,
            [
                ("APPEL_OFFRE", "competition"), ("QUALIFICATION", "competition"), ("ATTRIBUTION", "result"),
                ("RESULTAT", "result"), ("RESULTAT_MARCHE", "result"), ("RECTIFICATIF", "change"),
                ("MODIFICATION", "cont-modif"), ("ANNULATION", "change"), ("INTENTION_CONCLURE", "dir-awa-pre"),
                ("PRE-INFORMATION", "planning"), ("PRE_INFORMATION", "planning"), ("PREINFORMATION", "planning"),
                ("PERIODIQUE", "planning"),
            ]
        ),
        // STATUT, and `etat` of the API
        (
            .status,
            [
                ("INITIAL", "initial"), ("RECTIFICATIF", "change"), ("ANNULATION", "cancelled"),
                ("AVIS_ANNULE", "cancelled"), ("ANNULE", "cancelled"),
            ]
        ),
        // Procedure type (BT-105)
        (
            .procedure,
            [
                ("OUVERT", "open"), ("RESTREINT", "restricted"), ("NEGOCIE", "neg-w-call"),
                ("DIALOGUE_COMPETITIF", "comp-dial"), ("PARTENARIAT_INNOVATION", "innovation"),
                ("CONCURRENTIELLE_AVEC_NEGOCIATION", "neg-w-call"), ("ATTRIBUE_SANS_PUB", "neg-wo-call"),
                // No equivalent: the adapted procedure is what the buyer makes of it (CCP, L. 2123-1).
                ("PROCEDURE_ADAPTE", "PROCEDURE_ADAPTE"), ("procedureAdaptee", "PROCEDURE_ADAPTE"),
                ("procedureAdapteeO", "PROCEDURE_ADAPTE"), ("procedureAdapteeR", "PROCEDURE_ADAPTE"),
                ("DSP", "DSP"), ("CONCOURS", "CONCOURS"), ("CONCOURS_OUVERT", "CONCOURS"),
                ("CONCOURS_RESTREINT", "CONCOURS"), ("AUTRE", "AUTRE"),
            ]
        ),
        // Nature of the contract (BT-23)
        (
            .works,
            [
                ("TRAVAUX", "works"), ("FOURNITURES", "supplies"), ("SERVICES", "services"), ("FOURNITURE", "supplies"),
                ("SERVICE", "services"), ("travaux", "works"), ("fournitures", "supplies"), ("services", "services"),
            ]
        ),
        // Legal type of the buyer (BT-11)
        (
            .buyer,
            [
                ("ETAT", "cga"), ("REGION", "ra"), ("DEPARTEMENT", "la"), ("COMMUNE", "la"), ("EPN", "EPN"),
                ("EPT", "EPT"), ("AUTOTRITE_REGIONAL", "ra"), ("AUTORITE_REGIONAL", "ra"),
            ]
        ),
    ]
}
