import Bytes
import Nomenclature
import Wording

/// The structures of the Marché de l'inclusion (le-marche, plateforme de l'inclusion), in its three forms: the Django
/// fixture `01_siaes.json`, the answers of its API, its CSV export.
struct MarcheInclusionImporter: SourceImporter {
    /// Columns of the CSV export.
    let table = FieldTable(
        source: .marcheInclusion,
        rules: [
            .siret("Siret", "Numéro Siret"),
            .name("Raison sociale"),
            .text("Enseigne", into: \.brand),
            .kinds("Type de structure"),
            .street("Adresse"),
            .postcode("Code postal"),
            .text("Ville", into: \.city),
            .list("Secteurs d'activité", "Secteurs", separator: ",", into: \.sectors),
            .list("Type de prestation", "Types de prestation", separator: ",", into: \.supplyForms),
            .website("Site internet", "Site web"),
        ])

    /// Keys of the fixture and of the API.
    private let structures = FieldTable(
        source: .marcheInclusion,
        rules: [
            .siret("siret"),
            .name("name"),
            .text("brand", into: \.brand),
            .kinds("kind"),
            .legalForm("legal_form"),
            .naf("naf"),
            .street("address"),
            .postcode("post_code"),
            .text("city", into: \.city),
            .point("coords"),
            .text("description", into: \.description),
            .website("website", "contact_website"),
            .euros("ca", "api_entreprise_ca", into: \.turnover),
            .seen("updated_at", "created_at"),
        ])

    /// What the companion files of a fixture say of its structures.
    let companions: MarcheInclusionCompanions

    func recognises(_ shape: DocumentShape) -> Bool {
        switch shape {
        case .json(let keys, let models):
            return models.contains { MarcheInclusionCompanions.models.contains($0) || $0 == Self.model }
                || (models.isEmpty && keys.contains("siret") && keys.contains("kind"))
        case .csv:
            // Both are names that users give as well (see PlainCSVImporter): « Enseigne » and one of the export's own too.
            let own = ["Référence client 1", "Secteurs d'activité", "Email de contact", "Type de prestation"]
            return shape.has(columns: "Raison sociale", "Type de structure", "Enseigne")
                && own.contains { shape.has(columns: $0) }
        case .xml, .workbook, .empty: return false
        }
    }

    /// The Django model of a structure.
    static let model = "siaes.siae"

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        guard case .json(let keys, let models) = DocumentShape(input, limits: limits) else {
            return try table.readCSV(input, limits: limits, seen: seen, to: sink)
        }
        // The API answers an array, or an array under « results » with its paging before.
        let records = models.isEmpty && keys.contains("results") ? "results" : ""
        var count = 0
        var met: Set<String> = []
        var persons = PersonalKeys()
        try JSONRecordReader(recordsAt: [records], limits: limits).read(
            input.open(), name: input.name,
            onProblem: { problem in
                count += 1
                try sink.problem(problem.withoutExcerpt)
            }
        ) { record in
            let model = record.value["model"]?.text
            if let model, model != Self.model { return }
            count += 1
            let key = record.value["pk"]?.text
            if let key { met.insert(key) }
            let fields = record.value["fields"] ?? record.value
            persons.take(fields)
            try structures.readJSON(
                fields, at: Place(file: input.name, record: record.number), seen: seen, to: sink
            ) { draft in
                try draft.take(structure: fields)
                if let key { companions.complete(&draft, with: companions[key]) }
            }
        }
        if count == 0, !models.isEmpty { throw Self.companionAlone(input) }
        try persons.tell(sink)
        if let problem = companions.orphans(met, file: input.name) { try sink.problem(problem) }
    }

    private static func companionAlone(_ input: Input) -> Problem {
        Problem(
            "marche.companionAlone", at: Place(file: input.name),
            Phrase(
                "fichier d’accompagnement du Marché de l’inclusion, sans structure ; importez le dossier entier, avec 01_siaes.json",
                "companion file of the Marché de l’inclusion, without structures; import the whole folder, with 01_siaes.json"
            ))
    }
}

extension Draft {
    /// What the keys of a structure do not say one by one.
    ///
    /// - Throws: `Problem` when the Marché has withdrawn it on an unknown day.
    fileprivate mutating func take(structure fields: JSONValue) throws {
        // A structure that the Marché has withdrawn is news: what it was has ended by the day of the information.
        if fields["is_active"]?.bool == false || fields["is_delisted"]?.bool == true {
            guard let seen = record.seen else {
                throw fault(
                    "structure.inactive",
                    Phrase(
                        "structure retirée du Marché de l’inclusion, on ne sait quand ; donnez le jour du fichier avec « --date »",
                        "structure withdrawn from the Marché de l’inclusion, nobody knows when; give the day of the file with “--date”"
                    ))
            }
            record.kinds = record.kinds.map { KindClaim($0.kind, validFrom: $0.validFrom, validTo: seen.before) }
        }
        take(headcountOf: fields)
        take(listsOf: fields)
    }

    /// Employees in integration and permanent ones: together the headcount, and the share of the former. Beside them, or
    /// for want of them, the band of SIRENE, « 20 à 49 salariés ».
    private mutating func take(headcountOf fields: JSONValue) {
        func count(_ key: String) -> Int? {
            fields[key]?.text.flatMap { Int($0) }.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
        }
        if let insertion = count("employees_insertion_count"), let permanent = count("employees_permanent_count"),
            insertion + permanent > 0
        {
            record.employees = insertion + permanent
            record.insertionShare = Double(insertion) / Double(insertion + permanent)
        }
        record.workforceBand = fields["api_entreprise_employees"]?.text.flatMap(WorkforceWords.code(label:))
    }

    /// The lists that the API gives inside the structure, as names or as objects with a name.
    private mutating func take(listsOf fields: JSONValue) {
        func names(_ key: String) -> [String] {
            (fields[key]?.list ?? []).compactMap { ($0.isObject ? $0["name"]?.text : $0.text)?.trimmed }
                .filter { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }
        }
        record.sectors = names("sectors")
        record.supplyForms = names("presta_types") + names("presta_type")
        record.networks = names("networks")
        for label in names("labels") + names("labels_old") { take(label: label) }
        for offer in fields["offers"]?.list ?? [] {
            let parts = [offer["name"]?.text, offer["description"]?.text].compactMap { $0 }.map(ContactDetails.removed)
            let text = parts.filter { !$0.isEmpty }.joined(separator: " : ")
            if !text.isEmpty { record.offers.append(text) }
        }
    }

    /// A label; « ESUS » is an approval, of which the Marché does not say the end.
    mutating func take(label: String) {
        if label.uppercased() == "ESUS" {
            record.esus = record.esus ?? Approval()
        } else if !record.labels.contains(label) {
            record.labels.append(label)
        }
    }
}
