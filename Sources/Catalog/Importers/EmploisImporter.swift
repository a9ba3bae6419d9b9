import Bytes
import Nomenclature
import Wording

/// The structures of Les emplois de l'inclusion, from its public API: an array, or pages with `results`. The jobs that
/// they offer say what they do better than their activity code.
struct EmploisImporter: SourceImporter {
    let table = FieldTable(
        source: .emplois,
        rules: [
            .siret("siret"),
            .name("raison_sociale"),
            .text("enseigne", into: \.brand),
            .kinds("type"),
            .text("description", into: \.description),
            .street("addresse_ligne_1"),
            .street("addresse_ligne_2"),
            .postcode("code_postal"),
            .text("ville", into: \.city),
            .website("site_web"),
            .seen("mis_a_jour_le", "cree_le"),
        ])

    func recognises(_ shape: DocumentShape) -> Bool {
        guard case .json(let keys, _) = shape else { return false }
        return keys.contains("raison_sociale") && (keys.contains("bloque_candidatures") || keys.contains("postes"))
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        var records = ""
        if case .json(let keys, _) = DocumentShape(input, limits: limits), keys.contains("results") {
            records = "results"
        }
        var persons = PersonalKeys()
        try JSONRecordReader(recordsAt: [records], recognisedBy: ["siret", "raison_sociale"], limits: limits).read(
            input.open(), name: input.name, onProblem: { try sink.problem($0.withoutExcerpt) }
        ) { record in
            persons.take(record.value)
            let jobs = record.value["postes"]?.list ?? []
            try table.readJSON(
                record.value, at: Place(file: input.name, record: record.number), seen: seen, to: sink
            ) { draft in
                for job in jobs { draft.add(job: job) }
            }
        }
        try persons.tell(sink)
    }
}

extension Draft {
    /// Characters kept of the description of a job: its trade stands in the first sentences, then come hours and
    /// requirements.
    private static let jobLength = 400

    /// Adds a job to what the structure offers: its title, else that of its ROME code, and the start of its description.
    fileprivate mutating func add(job: JSONValue) {
        let own = job["appellation_modifiee"]?.text?.trimmed ?? ""
        // « Nettoyage de locaux (K2204) »
        let official = job["rome"]?.text?.prefix { $0 != "(" }.trimmed ?? ""
        let title = ContactDetails.removed(from: own.isEmpty ? official : own)
        let text = Self.start(of: ContactDetails.removed(from: job["description"]?.text ?? ""))
        let offer = [title, text].filter { !$0.isEmpty }.joined(separator: " : ")
        if !offer.isEmpty, !record.offers.contains(offer) { record.offers.append(offer) }
    }

    /// The first words of a text, on one line.
    private static func start(of text: String) -> String {
        var start = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if start.count + word.count >= jobLength { return start + " …" }
            start += start.isEmpty ? String(word) : " " + word
        }
        return start
    }
}
