import Bytes
import Nomenclature
import Wording

/// The stock of enterprises of SIRENE (INSEE, `StockUniteLegale_utf8.csv`): one row an enterprise, of whatever kind.
///
/// Natural persons are left aside, and their columns never read. Columns are found by name: their number and order
/// changed in 2023 and 2026.
struct SIRENEEnterpriseImporter: SourceImporter {
    let table = FieldTable(
        source: .sireneEnterprises,
        rules: [
            .registryCategory("categorieJuridiqueUniteLegale"),
            .naturalPerson("sexeUniteLegale", "nomUniteLegale", "prenom1UniteLegale"),
            .siren("siren", required: true),
            .headOffice("nicSiegeUniteLegale"),
            .officialName("denominationUniteLegale"),
            .text(
                "denominationUsuelle1UniteLegale", "denominationUsuelle2UniteLegale", "denominationUsuelle3UniteLegale",
                into: \.brand),
            .text("sigleUniteLegale", into: \.acronym),
            .rna("identifiantAssociationUniteLegale"),
            .createdOn("dateCreationUniteLegale"),
            .state("etatAdministratifUniteLegale"),
            .closing("dateDebut"),
            .nomenclature("nomenclatureActivitePrincipaleUniteLegale"),
            .naf("activitePrincipaleUniteLegale"),
            .naf2025("activitePrincipaleNAF25UniteLegale"),
            .yesNo("economieSocialeSolidaireUniteLegale", into: \.ess),
            .yesNo("societeMissionUniteLegale", into: \.isMissionCompany),
            .workforceBand("trancheEffectifsUniteLegale"),
        ], masks: SIRENE.masks)

    func recognises(_ shape: DocumentShape) -> Bool {
        shape.has(columns: "siren", "categorieJuridiqueUniteLegale", "denominationUniteLegale")
            && !shape.has(columns: "dateFin")
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        try table.readCSV(input, limits: limits, seen: seen, to: sink) { draft in
            // With a category it is a legal person, named or not: since it may have asked for its name to be masked.
            guard draft.record.legalCategory == nil, draft.record.name.isEmpty, draft.record.acronym.isEmpty else {
                return
            }
            throw draft.fault(
                "name.missing",
                Phrase(
                    "ni catégorie juridique, ni dénomination, ni sigle : rien ne dit si c’est une personne morale ; il n’y a rien à faire, sinon prendre un fichier stock plus récent",
                    "no legal category, name or acronym: nothing tells whether it is a legal person; there is nothing to do but to take a newer stock file"
                ))
        }
    }
}

/// What the two stocks of SIRENE have in common.
enum SIRENE {
    /// Written for what a partially diffused unit does not publish.
    static let masks: [StaticString] = ["[ND]"]
}

extension FieldRule {
    /// The NIC of the head office, the five digits that follow the SIREN. Stands after the rule of the SIREN.
    static func headOffice(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let siren = draft.record.siren else { return }
            let nic = cell.utf8.count < 5 ? String(repeating: "0", count: 5 - cell.utf8.count) + cell : cell
            guard let siret = try? Siret(siren.text + nic) else {
                return draft.remark(
                    "headOffice.malformed",
                    Phrase(
                        "NIC du siège « \(cell) » : clé de contrôle fausse avec le SIREN \(siren.text), non retenu ; vérifiez la ligne",
                        "NIC of the head office “\(cell)”: wrong check digit with the SIREN \(siren.text), left out; check the row"
                    ))
            }
            draft.record.headOffice = siret
        }
    }

    /// The first day of the present period of SIRENE: for a closed unit, the day of its closing. Stands after the rule
    /// of the state.
    static func closing(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if draft.record.isClosed == true { draft.record.closedOn = draft.day(cell) }
        }
    }
}
