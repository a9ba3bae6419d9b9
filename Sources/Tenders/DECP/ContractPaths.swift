// swift-format-ignore-file
// One line a field, so that the table can be held against the schemas.

import Bytes

/// Where the records of award data keep their fields, in JSON and in XML alike: the schemas 1.4, 1.5.0 and 2.0.x of
/// 139bercy/format-commande-publique.
///
/// A step that ends in `?` is the wrapper of a list (`titulaires/titulaire`): XML always has it, JSON of 2022 has it,
/// JSON of 2019 has not.
enum ContractPaths {
    private static let groups: [(path: String, field: ContractField)] = [
        ("titulaires/titulaire?", .holder),
        ("modifications/modification?", .modification),
        ("modifications/modification?/titulaires/titulaire?", .holder),
        ("actesSousTraitance/acteSousTraitance?", .subcontract),
        ("actesSousTraitance/acteSousTraitance?/sousTraitant", .holder),
        ("modificationsActesSousTraitance/modificationActeSousTraitance?", .subcontractChange),
    ]

    private static let values: [(path: String, field: ContractField)] = [
        ("id", .id),
        ("_type", .type),  // 2019
        ("acheteur/id", .buyer),
        ("acheteur.id", .buyer),  // flattened by some publishers
        ("acheteur/nom", .buyerName),  // 2019
        ("acheteur.nom", .buyerName),
        ("autoriteConcedante/id", .authority),  // concessions
        ("autoriteConcedante.id", .authority),
        ("nature", .nature),
        ("objet", .object),
        ("codeCPV", .cpv),
        ("procedure", .procedure),
        ("techniques/technique?", .technique),
        ("modalitesExecution/modaliteExecution?", .modality),
        ("idAccordCadre", .frameworkID),
        ("marcheInnovant", .innovative),
        ("ccag", .ccag),
        ("offresRecues", .offers),
        ("attributionAvance", .advance),
        ("tauxAvance", .advanceRate),
        ("typeGroupementOperateurs", .groupType),
        ("sousTraitanceDeclaree", .subcontracting),
        ("lieuExecution/code", .placeCode),
        ("lieuExecution/typeCode", .placeType),
        ("dureeMois", .duration),
        ("dateNotification", .notification),
        ("datePublicationDonnees", .publication),
        ("montant", .amount),
        ("typesPrix/typePrix?", .priceType),
        ("formePrix", .priceForm),
        ("origineUE", .originEU),
        ("origineFrance", .originFrance),
        ("considerationsSociales/considerationSociale?", .social),
        ("considerationsEnvironnementales/considerationEnvironnementale?", .environmental),
        ("titulaires/titulaire?/typeIdentifiant", .holderType),
        ("titulaires/titulaire?/id", .holderID),
        ("titulaires/titulaire?/denominationSociale", .holderName),  // 2019
        ("modifications/modification?/id", .modificationID),
        ("modifications/modification?/objetModification", .modificationObject),  // 2019
        ("modifications/modification?/dateNotificationModification", .modificationDate),
        ("modifications/modification?/datePublicationDonneesModification", .modificationPublication),
        ("modifications/modification?/montant", .modificationAmount),
        ("modifications/modification?/dureeMois", .modificationDuration),
        ("modifications/modification?/titulaires/titulaire?/typeIdentifiant", .holderType),
        ("modifications/modification?/titulaires/titulaire?/id", .holderID),
        ("modifications/modification?/titulaires/titulaire?/denominationSociale", .holderName),  // 2019
        ("actesSousTraitance/acteSousTraitance?/id", .subcontractID),
        ("actesSousTraitance/acteSousTraitance?/sousTraitant/typeIdentifiant", .holderType),
        ("actesSousTraitance/acteSousTraitance?/sousTraitant/id", .holderID),
        ("actesSousTraitance/acteSousTraitance?/sousTraitant/denominationSociale", .holderName),
        ("actesSousTraitance/acteSousTraitance?/dureeMois", .subcontractDuration),
        ("actesSousTraitance/acteSousTraitance?/dateNotification", .subcontractDate),
        ("actesSousTraitance/acteSousTraitance?/montant", .subcontractAmount),
        ("actesSousTraitance/acteSousTraitance?/variationPrix", .subcontractVariation),
        ("actesSousTraitance/acteSousTraitance?/datePublicationDonnees", .subcontractPublication),
        ("modificationsActesSousTraitance/modificationActeSousTraitance?/id", .subcontractChangeID),
        ("modificationsActesSousTraitance/modificationActeSousTraitance?/dureeMois", .subcontractChangeDuration),
        ("modificationsActesSousTraitance/modificationActeSousTraitance?/dateNotificationModificationSousTraitance", .subcontractChangeDate),
        ("modificationsActesSousTraitance/modificationActeSousTraitance?/montant", .subcontractChangeAmount),
    ]

    // MARK: JSON

    /// Where the records of a document are.
    static let records = ["marches.marche", "marches.contrat-concession", "marches", ""]

    /// Keys of records that nothing inside them has.
    static let recordKeys = ["objet", "codeCPV", "procedure", "nature", "acheteur", "acheteur.id", "autoriteConcedante"]

    /// A record may be wrapped in its name, as converters from XML write it.
    static let json = JSONPathTable<ContractField>(
        [.group("contrat-concession", .concession)]
            + groups.flatMap { group in spellings(group.path).map { .group("marche?/" + $0, group.field) } }
            + values.flatMap { value in spellings(value.path).map { .value("marche?/" + $0, value.field) } })

    // MARK: XML

    /// The roots: a file of records, or one record.
    static let roots: Set<String> = ["marches", "marche", "contrat-concession"]

    static let xml = XMLPathTable<ContractField>(
        xml(below: "/marches/marche") + xml(below: "/marche")
            + [.record("/marches/contrat-concession", .concession), .record("/contrat-concession", .concession)])

    private static func xml(below record: String) -> [XMLPathTable<ContractField>.Row] {
        var rows: [XMLPathTable<ContractField>.Row] = [.record(record, .record)]
        rows += groups.flatMap { group in spellings(group.path).map { .group(full(record, $0), group.field) } }
        rows += values.flatMap { value in spellings(value.path).map { .value(full(record, $0), value.field) } }
        return rows
    }

    /// The path with all of its wrappers.
    private static func full(_ record: String, _ path: String) -> String { record + "/" + path.replacing("?", with: "") }

    // MARK: Both

    /// The schemas of the two syntaxes spell one of them differently.
    private static func spellings(_ path: String) -> [String] {
        let other = path.replacing("/modificationActeSousTraitance", with: "/modificationActesSousTraitance")
        return other == path ? [path] : [path, other]
    }
}
