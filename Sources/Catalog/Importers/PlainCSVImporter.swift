import Bytes
import Nomenclature
import Wording

/// A CSV file of the user's own, with the columns documented in `docs/adding-a-source.md` or their French names.
struct PlainCSVImporter: SourceImporter {
    let table = FieldTable(
        source: .csv,
        rules: [
            .siret("siret", "siret_siege", "numero_siret", "n° siret"),
            .sirenCheck("siren"),
            .name("name", "nom", "raison_sociale", "denomination", "denomination_sociale"),
            .text("brand", "enseigne", "nom_commercial", into: \.brand),
            .kinds("kinds", "kind", "types", "type", "type_de_structure"),
            .esus("esus", "agrement_esus"),
            .esusEnd("esus_until", "esus_fin", "fin_esus", "fin_agrement_esus"),
            .legalCategory("legal_category", "categorie_juridique", "code_categorie_juridique"),
            .naf("naf", "code_naf", "ape", "code_ape"),
            .street("street", "adresse", "rue"),
            .communeCode("commune_code", "code_commune", "code_insee"),
            .postcode("postcode", "code_postal", "cp"),
            .text("city", "commune", "ville", into: \.city),
            .perimeter("perimeter", "perimetre", "perimetre_d_intervention"),
            .count("employees", "effectif", "effectifs", into: \.employees),
            .share("insertion_share", "part_insertion", "taux_insertion", into: \.insertionShare),
            .euros("turnover", "chiffre_affaires", "chiffre_d_affaires", "ca", into: \.turnover),
            .list(
                "sectors", "secteurs", "secteurs_activites", "secteur_d_activites", "secteur_d_activite",
                into: \.sectors),
            .freeText("description", "activite", "activites", "presentation", into: \.description),
            .website("website", "site_web", "site_internet", "site"),
        ])

    /// The columns of which one at least must stand in the file for it to be one of these.
    func recognises(_ shape: DocumentShape) -> Bool {
        table.rules.filter(\.isRequired).contains { rule in rule.columns.contains { shape.has(columns: $0) } }
    }

    func read(
        _ input: Input, limits: Limits, seen: Day?, onProblem: (Problem) throws -> Void,
        _ body: (SupplierRecord) throws -> Void
    ) throws {
        try table.readCSV(input, limits: limits, seen: seen, onProblem: onProblem, body)
    }
}
