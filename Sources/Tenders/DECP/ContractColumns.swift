// swift-format-ignore-file
// One line a column, so that the table can be held against the schema.

import Bytes

/// The columns of the tabular format: those of the consolidated national file (ColinMaudry/decp-processing,
/// `reference/schema_base.json`), and the other names that they have in exports.
struct ContractColumns {
    private static let contract: [(names: [String], field: ContractField)] = [
        (["id", "marche_id"], .id),
        (["acheteur_id", "acheteurs_id"], .buyer),
        (["acheteur_nom", "acheteurs_nom"], .buyerName),
        (["nature", "nature_marche"], .nature),
        (["objet", "marche_objet"], .object),
        (["codeCPV", "cpv_code"], .cpv),
        (["procedure"], .procedure),
        (["techniques", "technique"], .technique),
        (["modalitesExecution", "modaliteExecution"], .modality),
        (["idAccordCadre"], .frameworkID),
        (["marcheInnovant"], .innovative),
        (["ccag"], .ccag),
        (["offresRecues"], .offers),
        (["attributionAvance"], .advance),
        (["tauxAvance"], .advanceRate),
        (["typeGroupementOperateurs", "typeGroupement"], .groupType),
        (["sousTraitanceDeclaree"], .subcontracting),
        (["lieuExecution_code", "lieu_code", "lieu_exec_code"], .placeCode),
        (["lieuExecution_typeCode", "lieu_exec_type"], .placeType),
        (["dureeMois", "duree_mois"], .duration),
        (["dateNotification", "notification_date"], .notification),
        (["datePublicationDonnees", "publication_date"], .publication),
        (["montant"], .amount),
        (["montant_final"], .finalAmount),  // behind the amount, which it is held against
        (["typesPrix", "typePrix"], .priceType),
        (["formePrix", "prix_forme"], .priceForm),
        (["origineUE"], .originEU),
        (["origineFrance"], .originFrance),
        (["considerationsSociales", "considerationSociale", "sociales"], .social),
        (["considerationsEnvironnementales", "considerationEnvironnementale", "environnementales"], .environmental),
    ]

    private static let holder: [(names: [String], field: ContractField)] = [
        (["titulaire_typeIdentifiant", "titulaires_id_type"], .holderType),
        (["titulaire_id", "titulaires_id"], .holderID),
        (["titulaire_nom", "titulaire_denominationSociale", "titulaires_denomination"], .holderName),
    ]

    struct Column {
        let index: Int
        let field: ContractField
    }

    /// Columns that say the same in every row of a contract.
    let fields: [Column]
    /// Columns of the holder of the row; up to three holders side by side in older exports (`titulaire_id_1`).
    let holders: [[Column]]
    /// The consolidator's key of a contract.
    let uid: Int?
    let id: Int?
    let buyer: Int
    /// 0 for the contract as it was awarded, 1 for its first modification.
    let modification: Int?
    /// What differs between two states, or two publications, of a contract.
    let version: [Int]

    /// `nil` when the columns are not those of award data.
    init?(header: [String]) {
        let keys = header.map(CSVReader.key)
        func index(_ names: [String], _ suffix: String = "") -> Int? {
            names.lazy.compactMap { keys.firstIndex(of: CSVReader.key($0 + suffix)) }.first
        }
        func columns(_ table: [(names: [String], field: ContractField)], _ suffix: String = "") -> [Column] {
            table.compactMap { row in
                index(row.names, suffix).map { Column(index: $0, field: row.field) }
            }
        }
        fields = columns(Self.contract)
        holders = ["", "_1", "_2", "_3"].map { columns(Self.holder, $0) }.filter { !$0.isEmpty }
        uid = index(["uid"])
        id = fields.first { $0.field == .id }?.index
        modification = index(["modification_id"])
        guard let buyer = fields.first(where: { $0.field == .buyer })?.index, uid != nil || id != nil else { return nil }
        self.buyer = buyer
        version = fields.filter { [.notification, .publication, .amount].contains($0.field) }.map(\.index)
    }
}
