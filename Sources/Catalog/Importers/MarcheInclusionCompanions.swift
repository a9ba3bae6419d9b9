import Bytes
import Nomenclature
import Wording

/// What the small tables of a Marché de l'inclusion fixture say of its structures: activities, offers, networks,
/// labels, each pointing to a structure by its `pk`.
struct MarcheInclusionCompanions: Sendable {
    /// What is said of one structure.
    struct Extra: Sendable {
        var activities: [Activity] = []
        var offers: [String] = []
        /// `pk` of networks and labels.
        var networks: [String] = []
        var labels: [String] = []
    }

    /// A sector that a structure works in, how, and how far.
    struct Activity: Sendable {
        var sector: String
        var supplyForms: [String]
        /// `COUNTRY`, `CUSTOM` with a distance, or `ZONES` with locations.
        var range: String
        /// km
        var distance: Double?
        /// `pk` of perimeters.
        var locations: [String]
    }

    /// A row of the table of perimeters.
    private struct Zone: Sendable {
        var name: String
        var departement: String
        var region: String
        var isCommune: Bool
    }

    /// The Django models read from companion files.
    static let models: Set<String> = [
        "siaes.siaeactivity", "siaes.siaeoffer", "siaes.siae_networks", "siaes.siaelabel", "sectors.sector",
        "sectors.sectorgroup", "networks.network", "labels.label", "perimeters.perimeter",
    ]

    private var extras: [String: Extra] = [:]
    private var sectors: [String: String] = [:]
    private var networks: [String: String] = [:]
    private var labels: [String: String] = [:]
    private var zones: [String: Zone] = [:]
    /// Digests of the files taken in.
    private(set) var digests: Set<String> = []

    subscript(structure: String) -> Extra { extras[structure] ?? Extra() }

    /// Takes in a companion file; false, and nothing taken, when `input` is none.
    mutating func take(_ input: Input, limits: Limits, onProblem: (Problem) throws -> Void) throws -> Bool {
        guard input.looksLikeJSON, case .json(_, let models) = DocumentShape(input, limits: limits),
            models.contains(where: { Self.models.contains($0) }), !models.contains(MarcheInclusionImporter.model)
        else { return false }
        var taken = self
        var holdsStructures = false
        // Problems are told only once the file is known to be a companion: else they are the structures' own.
        var problems: [Problem] = []
        do {
            try JSONRecordReader(recordsAt: [""], limits: limits).read(
                input.open(), name: input.name, onProblem: { problems.append($0.withoutExcerpt) }
            ) { record in
                if record.value["model"]?.text == MarcheInclusionImporter.model { holdsStructures = true }
                taken.add(record.value)
            }
        } catch let problem as Problem {
            // Cut short: what came before the cut holds, and must not stop the structures.
            problems.append(problem)
        }
        taken.digests.insert(try input.digest())
        self = taken
        // One dump of everything: its structures are still to be read.
        if holdsStructures { return false }
        for problem in problems { try onProblem(problem) }
        return true
    }

    private mutating func add(_ record: JSONValue) {
        guard let model = record["model"]?.text, let fields = record["fields"] else { return }
        let key = record["pk"]?.text ?? ""
        let name = fields["name"]?.text?.trimmed ?? ""
        let structure = fields["siae"]?.text ?? ""
        switch model {
        case "sectors.sector": sectors[key] = name
        case "networks.network": networks[key] = name
        case "labels.label": labels[key] = name
        case "perimeters.perimeter":
            zones[key] = Zone(
                name: name, departement: fields["department_code"]?.text ?? fields["insee_code"]?.text ?? "",
                region: fields["region_code"]?.text ?? (fields["insee_code"]?.text ?? "").filter(\.isNumber),
                isCommune: fields["kind"]?.text == "CITY" || fields["kind"]?.text == "COMMUNE")
            if fields["kind"]?.text == "REGION" { zones[key]?.departement = "" }
        case "siaes.siaeoffer":
            let text = [name, ContactDetails.removed(from: fields["description"]?.text ?? "")].filter { !$0.isEmpty }
            extras[structure, default: Extra()].offers.append(text.joined(separator: " : "))
        case "siaes.siae_networks":
            if let network = fields["network"]?.text { extras[structure, default: Extra()].networks.append(network) }
        case "siaes.siaelabel":
            if let label = fields["label"]?.text { extras[structure, default: Extra()].labels.append(label) }
        case "siaes.siaeactivity":
            extras[structure, default: Extra()].activities.append(
                Activity(
                    sector: fields["sector"]?.text ?? "",
                    supplyForms: (fields["presta_type"]?.list ?? []).compactMap(\.text),
                    range: fields["geo_range"]?.text ?? "",
                    distance: fields["geo_range_custom_distance"]?.text.flatMap { Double($0) },
                    locations: (fields["locations"]?.list ?? []).compactMap(\.text)))
        default: break
        }
    }

    // MARK: Completing a structure

    /// Adds to a structure what the companion files say of it.
    func complete(_ draft: inout Draft, with extra: Extra) {
        func add(_ text: String?, to field: WritableKeyPath<SupplierRecord, [String]>) {
            guard let text, !text.isEmpty, !draft.record[keyPath: field].contains(text) else { return }
            draft.record[keyPath: field].append(text)
        }
        for activity in extra.activities {
            add(sectors[activity.sector], to: \.sectors)
            for form in activity.supplyForms { add(form, to: \.supplyForms) }
        }
        for offer in extra.offers { add(offer, to: \.offers) }
        for network in extra.networks { add(networks[network], to: \.networks) }
        for label in extra.labels {
            if let name = labels[label] { draft.take(label: name) }
        }
        if let perimeter = perimeter(extra.activities, &draft) { draft.record.perimeter = perimeter }
    }

    /// The widest of the activities' ranges: the whole country, else all zones together, else the longest distance.
    /// A zone that is one commune counts as its département, with a trace: there is nothing finer.
    private func perimeter(_ activities: [Activity], _ draft: inout Draft) -> Perimeter? {
        if activities.contains(where: { $0.range == "COUNTRY" }) { return .france }
        var departements: [String] = []
        var regions: [String] = []
        for location in activities.filter({ $0.range == "ZONES" }).flatMap(\.locations) {
            guard let zone = zones[location] else { continue }
            if zone.departement.isEmpty {
                regions.append(zone.region)
                continue
            }
            if zone.isCommune {
                draft.trace(Phrase("zone d’intervention", "area of work"), from: zone.name, to: zone.departement)
            }
            departements.append(Geography.departementCode(zone.departement))
        }
        if !departements.isEmpty || !regions.isEmpty {
            return .zones(departements: Set(departements).sorted(), regions: Set(regions).sorted())
        }
        return activities.filter { $0.range == "CUSTOM" }.compactMap(\.distance).filter { $0 > 0 && $0.isFinite }.max()
            .map { .radius($0) }
    }

    /// Remarks that companion files speak of structures which `file` does not hold; `nil` when all were `met`.
    func orphans(_ met: Set<String>, file: String) -> Problem? {
        let missing = extras.keys.filter { !met.contains($0) }.sorted { ($0.count, $0) < ($1.count, $1) }
        guard !missing.isEmpty else { return nil }
        let shown = missing.prefix(10).joined(separator: ", ")
        return Problem(
            "marche.orphans", at: Place(file: file),
            Phrase(
                "les fichiers d’accompagnement parlent de \(missing.count) structures absentes de ce fichier (pk \(shown)) ; vérifiez qu’ils sont du même jour",
                "the companion files speak of \(missing.count) structures that this file does not hold (pk \(shown)); check that they are of the same day"
            ))
    }
}
