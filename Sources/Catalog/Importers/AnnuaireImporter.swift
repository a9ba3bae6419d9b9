import Bytes
import Nomenclature
import Wording

/// The answers of the API Recherche d'entreprises (Annuaire des entreprises): a page of results, bare or wrapped with
/// the search terms. Each result gives a record of the enterprise, at the address of its head office, and one of each
/// establishment that the search matched.
struct AnnuaireImporter: SourceImporter {
    /// The enterprise.
    let table = FieldTable(
        source: .annuaire,
        rules: [
            .registryCategory("nature_juridique"),
            .siren("siren", required: true),
            .headOfficeSiret("siege.siret"),
            .officialName("nom_raison_sociale"),
            .text("sigle", into: \.acronym),
            .rna("complements.identifiant_association"),
            .createdOn("date_creation"),
            .state("etat_administratif"),
            .day("date_fermeture", into: \.closedOn),
            .naf("activite_principale"),
            .naf2025("activite_principale_naf25"),
            .yesNo("complements.est_ess", into: \.ess),
            .yesNo("complements.est_societe_mission", into: \.isMissionCompany),
            .workforceBand("tranche_effectif_salarie"),
            .street("siege.numero_voie"),
            .street("siege.indice_repetition"),
            .street("siege.type_voie"),
            .street("siege.libelle_voie"),
            .postcode("siege.code_postal"),
            .communeCode("siege.commune"),
            .text("siege.libelle_commune", into: \.city),
            .latitude("siege.latitude"),
            .longitude("siege.longitude"),
            .seen("date_mise_a_jour", "date_mise_a_jour_insee"),
        ], masks: masks)

    /// An establishment of it.
    private let establishments = FieldTable(
        source: .annuaire,
        rules: [
            .siret("siret"),
            .yesNo("est_siege", into: \.isHeadOffice),
            .text("nom_commercial", into: \.brand),
            .createdOn("date_creation"),
            .state("etat_administratif"),
            .day("date_fermeture", into: \.closedOn),
            .naf("activite_principale"),
            .naf2025("activite_principale_naf25"),
            .workforceBand("tranche_effectif_salarie"),
            .address("adresse"),
            .postcode("code_postal"),
            .communeCode("commune"),
            .text("libelle_commune", into: \.city),
            .latitude("latitude"),
            .longitude("longitude"),
        ], masks: masks)

    /// Written for what a partially diffused unit does not publish.
    private static let masks: [StaticString] = ["[ND]", "[NON-DIFFUSIBLE]"]

    func recognises(_ shape: DocumentShape) -> Bool {
        guard case .json(let keys, _) = shape else { return false }
        return keys.contains("siren") && keys.contains("nom_complet")
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        var records = [""]
        if case .json(let keys, _) = DocumentShape(input, limits: limits), keys.contains("results") {
            records = ["results", "result.results"]
        }
        var persons = PersonalKeys()
        try JSONRecordReader(recordsAt: records, recognisedBy: ["siren", "nom_complet"], limits: limits).read(
            input.open(), name: input.name, onProblem: { try sink.problem($0.withoutExcerpt) }
        ) { record in
            persons.take(record.value)
            let place = Place(file: input.name, record: record.number)
            let enterprise = record.value
            var isKept = false
            try table.readJSON(enterprise, at: place, seen: seen, to: sink) { draft in
                draft.complete(enterprise: enterprise)
                isKept = draft.fate == .kept
            }
            guard isKept else { return }
            for establishment in enterprise["matching_etablissements"]?.list ?? [] {
                try establishments.readJSON(establishment, at: place, seen: Self.day(of: enterprise) ?? seen, to: sink)
                {
                    $0.complete(establishment: establishment)
                }
            }
        }
        try persons.tell(sink)
    }

    private static func day(of enterprise: JSONValue) -> Day? {
        enterprise["date_mise_a_jour"]?.text.flatMap { Day(iso: $0) }
    }
}

extension FieldRule {
    /// The SIRET of the head office. Stands after the rule of the SIREN.
    fileprivate static func headOfficeSiret(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let siret = try? Siret(cell), siret.siren == draft.record.siren else {
                return draft.remark(
                    "headOffice.malformed",
                    Phrase(
                        "SIRET du siège « \(cell) » faux ou d’une autre entreprise, non retenu ; refaites la recherche",
                        "SIRET of the head office “\(cell)” wrong or of another enterprise, left out; search again"))
            }
            draft.record.headOffice = siret
        }
    }
}

extension Draft {
    /// What the keys of an enterprise do not say one by one.
    fileprivate mutating func complete(enterprise: JSONValue) {
        if enterprise.at("complements.est_entrepreneur_individuel")?.bool == true { return leaveAside() }
        // The accounts of the last year published; « ca » is in euros.
        let years = (enterprise["finances"]?.members ?? []).sorted { $0.key > $1.key }
        record.turnover = years.lazy.compactMap { $0.value["ca"]?.text.flatMap { Amount($0) } }.first
        guard enterprise.at("complements.est_siae")?.bool == true else { return }
        let kinds = (enterprise.at("complements.type_siae")?.list ?? []).compactMap(\.text).joined(separator: ", ")
        column = .named("complements.type_siae")
        remark(
            "kind.ofWhichEstablishment",
            Phrase(
                "déclarée structure d’insertion ou de handicap (\(kinds)) sans dire lequel de ses établissements l’est ; type non retenu, importez la liste de l’ASP ou le Marché de l’inclusion",
                "said to be an integration or disability structure (\(kinds)) without saying which of its establishments is; kind left out, import the ASP list or the Marché de l’inclusion"
            ))
    }

    /// What the keys of an establishment do not say one by one.
    fileprivate mutating func complete(establishment: JSONValue) {
        let signs = (establishment["liste_enseignes"]?.list ?? []).compactMap { $0.text?.trimmed }
        if record.brand.isEmpty { record.brand = signs.first { !$0.isEmpty } ?? "" }
        // Several numbers are several services under one roof: none is the establishment's own.
        let numbers = (establishment["liste_finess"]?.list ?? []).compactMap(\.text)
        if numbers.count == 1 { record.otherIdentifier = "finess:" + numbers[0] }
    }
}
