import FrenchText
import Nomenclature
import Wording

/// A field whose values are compared between sources.
struct FactField<Whole> {
    let name: Phrase
    let level: Evidence.Level
    /// What a record says, `nil` or empty when it says nothing.
    let said: @Sendable (Reading) -> String?
    /// What the catalogue retains.
    let retained: @Sendable (Whole) -> String?
    /// The value in words.
    var words: @Sendable (String) -> Phrase = { Phrase(verbatim: $0) }

    /// Whether the records give different values: the same as `fact(…).isConflict`, at less cost, for every structure is
    /// asked.
    func differs(_ records: [Reading]) -> Bool {
        var first: String?
        for reading in records {
            guard let text = said(reading), !text.isEmpty, text != first else { continue }
            guard let known = first else {
                first = text
                continue
            }
            if Self.key(text) != Self.key(known) { return true }
        }
        return false
    }

    /// Case, accents, spaces and punctuation make no difference.
    private static func key(_ text: String) -> String {
        Folding.fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).joined(separator: " ")
    }

    func fact(_ records: [Reading], _ whole: Whole) -> Dossier.Fact? {
        var order: [String] = []
        var texts: [String: String] = [:]
        var evidence: [String: [Evidence]] = [:]
        for reading in records {
            guard let text = said(reading), !text.isEmpty else { continue }
            let key = Self.key(text)
            if texts[key] == nil {
                order.append(key)
                texts[key] = text
            }
            evidence[key, default: []].append(Claims.evidence(reading, level))
        }
        guard !order.isEmpty else { return nil }
        let kept = retained(whole).map(Self.key)
        let values = order.map { key in
            Dossier.Value(
                text: words(texts[key] ?? ""), evidence: evidence[key] ?? [], isRetained: key == kept)
        }
        return Dossier.Fact(name: name, values: values.filter(\.isRetained) + values.filter { !$0.isRetained })
    }
}

/// What sources say of structures and enterprises, field by field.
enum FactFields {
    static let ofStructure: [FactField<Supplier>] = {
        func field(
            _ fr: String, _ en: String, _ said: @escaping @Sendable (Reading) -> String?,
            _ retained: @escaping @Sendable (Supplier) -> String?,
            words: @escaping @Sendable (String) -> Phrase = { Phrase(verbatim: $0) }
        ) -> FactField<Supplier> {
            FactField(name: Phrase(fr, en), level: .establishment, said: said, retained: retained, words: words)
        }
        return [
            // Another name of its enterprise is no disagreement.
            field("nom", "name", { $0.isOfEnterprise ? nil : $0.record.name }, { $0.name }),
            field("enseigne", "trade name", { $0.record.brand }, { $0.brand }),
            field("activité (NAF rév. 2)", "activity (NAF rév. 2)", { $0.record.naf?.code }, { $0.naf?.code }),
            field("activité (NAF 2025)", "activity (NAF 2025)", { $0.record.naf2025?.code }, { $0.naf2025?.code }),
            field("commune", "commune", { commune($0) }, { $0.communeCode.map(communeName) }),
            field("adresse", "address", { isThere($0) ? $0.record.street : nil }, { $0.street }),
            field("effectif", "headcount", { $0.record.employees.map(String.init) }, { $0.employees.map(String.init) }),
            field(
                "tranche d’effectif", "workforce band", { $0.isOfEnterprise ? nil : $0.record.workforceBand },
                { $0.workforceBand }, words: band),
            field(
                "part d’insertion", "share of integration", { $0.record.insertionShare.map { "\($0)" } },
                { $0.insertionShare.map { "\($0)" } }),
            field(
                "chiffre d’affaires (EUR HT)", "turnover (EUR excl. tax)", { $0.record.turnover.map { "\($0.euros)" } },
                { $0.turnover.map { "\($0.euros)" } }),
            field(
                "places autorisées", "authorised places", { $0.record.capacity.map(String.init) },
                { $0.capacity.map(String.init) }),
            field("site web", "web site", { $0.record.website }, { $0.website }),
            field("état", "state", { $0.record.isClosed.map(String.init) }, { String($0.isClosed) }) {
                $0 == "true" ? Phrase("fermé", "closed") : Phrase("ouvert", "open")
            },
        ]
    }()

    /// The address of an enterprise is that of the establishment at hand only where it says which one it is.
    private static func isThere(_ reading: Reading) -> Bool {
        !reading.isOfEnterprise || reading.record.headOffice != nil
    }

    private static func commune(_ reading: Reading) -> String? {
        guard isThere(reading) else { return nil }
        if let placed = Placing.commune(of: reading) { return communeName(placed.commune.code) }
        let address = [reading.record.postcode, reading.record.city].filter { !$0.isEmpty }.joined(separator: " ")
        return address.isEmpty ? nil : address
    }

    private static func communeName(_ code: String) -> String {
        Geography.shared.commune(code: code).map { "\($0.name) (\(code))" } ?? code
    }

    static let ofEnterprise: [FactField<Enterprise>] = {
        func field(
            _ fr: String, _ en: String, _ said: @escaping @Sendable (Reading) -> String?,
            _ retained: @escaping @Sendable (Enterprise) -> String?,
            words: @escaping @Sendable (String) -> Phrase = { Phrase(verbatim: $0) }
        ) -> FactField<Enterprise> {
            FactField(name: Phrase(fr, en), level: .enterprise, said: said, retained: retained, words: words)
        }
        return [
            field(
                "nom de l’entreprise", "name of the enterprise", { $0.isOfEnterprise ? $0.record.name : nil },
                { $0.name }),
            field("forme juridique", "legal form", { form($0.record.legalCategory, $0.record.legalForm) }) {
                form($0.legalCategory, $0.legalForm)
            },
            field(
                "ESS", "ESS", { $0.record.ess.map(String.init) }, { $0.ess.belongs.map(String.init) }, words: yesOrNo),
            field(
                "société à mission", "mission company", { $0.record.isMissionCompany.map(String.init) },
                { $0.isMissionCompany.map(String.init) }, words: yesOrNo),
            field(
                "création", "creation", { $0.isOfEnterprise ? $0.record.createdOn?.iso : nil },
                { $0.createdOn?.iso }),
            field(
                "tranche d’effectif de l’entreprise", "workforce band of the enterprise",
                { $0.isOfEnterprise ? $0.record.workforceBand : nil }, { $0.workforceBand }, words: band),
        ]
    }()

    @Sendable private static func yesOrNo(_ value: String) -> Phrase {
        value == "true" ? Phrase("oui", "yes") : Phrase("non", "no")
    }

    /// A workforce band by its ends: « 20 à 49 salariés ».
    @Sendable private static func band(_ code: String) -> Phrase {
        guard let band = WorkforceBand.of(code) else { return Phrase(verbatim: code) }
        return band.phrase
    }

    private static func form(_ code: String?, _ words: String) -> String? {
        guard let code else { return words.isEmpty ? nil : words }
        return code + (LegalCategory.of(code).map { " " + $0.label } ?? "")
    }
}
