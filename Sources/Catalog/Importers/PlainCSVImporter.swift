import Bytes
import Nomenclature
import Wording

/// A CSV file of the user's own, with the columns documented in `docs/adding-a-source.md` or their French names.
struct PlainCSVImporter: SourceImporter {
    let table = FieldTable(
        source: .csv,
        rules: [
            .siret("siret", "numero_siret", "n° siret", headOfficeColumn, unless: sirenColumns),
            .siren("siren", "numero_siren", "n° siren"),
            .name("raison_sociale", "denomination_sociale", "denomination", "name", "nom"),
            .text("brand", "enseigne", "nom_commercial", into: \.brand),
            .text("acronym", "sigle", into: \.acronym),
            .rna("rna", "numero_rna"),
            .kinds("kinds", "kind", "types", "type", "type_de_structure"),
            .esus("esus", "agrement_esus"),
            .yesNo("ess", "flag_ess_sirene", into: \.ess),
            .yesNo("mission_company", "societe_mission", "societe_a_mission", into: \.isMissionCompany),
            .esusStart("esus_from", "esus_debut", "debut_esus", "debut_agrement_esus"),
            .esusEnd("esus_until", "esus_fin", "fin_esus", "fin_agrement_esus"),
            .legalForm("legal_form", "forme_juridique"),
            .legalCategory("legal_category", "categorie_juridique", "code_categorie_juridique"),
            .naf("naf", "code_naf", "ape", "code_ape"),
            .naf2025("naf2025", "naf_2025", "code_naf_2025"),
            .createdOn("created_on", "date_creation", "date_de_creation"),
            .isActive("active", "est_active", "actif"),
            .street("street", "adresse", "rue"),
            .communeCode("commune_code", "code_commune", "code_insee"),
            .postcode("postcode", "code_postal", "cp"),
            .text("city", "commune", "ville", into: \.city),
            .latitude("latitude", "lat"),
            .longitude("longitude", "lon", "lng"),
            .perimeter("perimeter", "perimetre", "perimetre_d_intervention"),
            .rangeKind("range_kind"),
            .rangeDistance("range_km"),
            .cpvCodes("cpv", "codes_cpv", "code_cpv"),
            .count("employees", "effectif", "effectifs", into: \.employees),
            .workforceBand("workforce_band", "tranche_effectifs", "tranche_d_effectifs"),
            .share("insertion_share", "part_insertion", "taux_insertion", into: \.insertionShare),
            .euros("turnover", "chiffre_affaires", "chiffre_d_affaires", "ca", into: \.turnover),
            .list(
                "sectors", "secteurs", "secteurs_activites", "secteur_d_activites", "secteur_d_activite",
                into: \.sectors),
            .text("description", "activite", "activites", "presentation", into: \.description),
            .website("website", "site_web", "site_internet", "site"),
        ])

    private static let sirenColumns = ["siren", "numero_siren", "n° siren"]
    private static let siretColumns = ["siret", "numero_siret", "n° siret"]
    /// Holds the SIRET of the head office, and so says that the establishment is one.
    private static let headOfficeColumn = "siret_siege"

    /// Names of columns of the ESUS approval that only such files have.
    static let esusColumns: Set<String> = [
        "esus", "agrement_esus", "esus_from", "esus_debut", "debut_esus", "debut_agrement_esus", "esus_until",
        "esus_fin",
        "fin_esus", "fin_agrement_esus",
    ]

    /// The columns of which one at least must stand in the file for it to be one of these.
    func recognises(_ shape: DocumentShape) -> Bool {
        let columns = table.rules.filter(\.isRequired).flatMap { $0.columns + $0.substitutes }
        return columns.contains { shape.has(columns: $0) }
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        let shape = DocumentShape(input, limits: limits)
        let isOfHeadOffices =
            shape.has(columns: Self.headOfficeColumn) && !Self.siretColumns.contains { shape.has(columns: $0) }
        try table.readCSV(input, limits: limits, seen: seen, to: sink) { draft in
            if isOfHeadOffices, draft.record.siret != nil { draft.record.isHeadOffice = true }
        }
    }
}
