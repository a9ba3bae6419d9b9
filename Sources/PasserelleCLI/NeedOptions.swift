import ArgumentParser
import Matching
import Nomenclature
import Passerelle
import Wording

/// What suppliers are looked for, and among whom: options of the commands that rank.
struct NeedOptions: ParsableArguments {
    @Option(
        name: .customLong("lots"),
        help: ArgumentHelp(text("Lots d’un fichier JSON Lines.", "Lots of a JSON Lines file."), valueName: "fichier"))
    var lotsFile: String?
    @Option(
        name: .customLong("text"),
        help: ArgumentHelp(
            text("Besoin en quelques mots, avant tout avis.", "Need in a few words, before any notice."),
            valueName: "besoin"))
    var need: String?
    @Option(
        help: ArgumentHelp(
            text("Codes CPV du besoin, séparés par des virgules.", "CPV codes of the need, separated by commas."),
            valueName: "codes"))
    var cpv: String?
    @Option(
        help: ArgumentHelp(
            text(
                "Lieu du besoin : commune, code postal, département ou code NUTS.",
                "Place of the need: town, postcode, département or NUTS code."), valueName: "lieu"))
    var place: String?
    @Option(
        help: ArgumentHelp(
            text("Valeur du besoin, EUR HT.", "Value of the need, EUR before tax."), valueName: "montant"))
    var value: String?
    @Option(
        help: ArgumentHelp(text("Nombre de fournisseurs par lot.", "Number of suppliers for each lot."), valueName: "n")
    )
    var top = 20
    @Option(
        help: ArgumentHelp(
            text(
                "Critères retenus : text, codes, place, capacity, record.",
                "Criteria used: text, codes, place, capacity, record."), valueName: "critères"))
    var criteria: String?
    @Option(
        help: ArgumentHelp(
            text(
                "Fournisseurs d’un fichier CSV, sans espace de travail.",
                "Suppliers of a CSV file, without a workspace."), valueName: "fichier"))
    var catalogue: String?
    @Option(
        help: ArgumentHelp(
            text(
                "Garde l’index de --catalogue dans ce fichier, pour les fois suivantes.",
                "Keeps the index of --catalogue in this file, for the next times."), valueName: "fichier"))
    var index: String?
    @Flag(
        help: ArgumentHelp(
            text(
                "Garde les structures non éligibles à un lot réservé.",
                "Keeps suppliers that may not answer a reserved lot.")))
    var withIneligible = false

    func validate() throws {
        guard top >= 1 else {
            throw ValidationError(text("--top attend un nombre d’au moins 1", "--top takes a number of at least 1"))
        }
        guard need != nil || (cpv == nil && place == nil && value == nil) else {
            throw ValidationError(
                text("--cpv, --place et --value vont avec --text", "--cpv, --place and --value go with --text"))
        }
        guard index == nil || catalogue != nil else {
            throw ValidationError(text("--index va avec --catalogue", "--index goes with --catalogue"))
        }
        _ = try chosenCriteria()
        _ = try codes()
        _ = try amount()
    }

    /// Whether the workspace is needed: for its suppliers, or for its lots.
    var usesWorkspace: Bool { catalogue == nil || (lotsFile == nil && need == nil) }

    func matchOptions() throws -> MatchOptions {
        var options = MatchOptions()
        options.top = top
        options.criteria = try chosenCriteria()
        options.withIneligible = withIneligible
        return options
    }

    func matcher(_ application: Application?, today: Day) throws -> Matcher? {
        try catalogue.map { try Application.matcher(catalogue: $0, index: index, today: today) }
            ?? application?.matcher()
    }

    /// The need in words, `nil` without `--text`; says so when its place is not known.
    func asked(today: Day) throws -> Need? {
        guard let need else { return nil }
        let asked = Need(text: need, cpv: try codes(), place: place ?? "", value: try amount(), day: today)
        if let place, asked.places.isEmpty {
            Output.error(
                text(
                    "Lieu « \(place) » non reconnu : classement sans lieu.",
                    "Place “\(place)” not recognised: ranked without place."))
        }
        return asked
    }

    private func chosenCriteria() throws -> Set<Criterion> {
        guard let criteria else { return Set(Criterion.allCases) }
        return Set(
            try criteria.split(separator: ",").map { name in
                guard let criterion = Criterion(rawValue: name.filter { !$0.isWhitespace }) else {
                    let names = Criterion.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError(
                        text(
                            "critère « \(name) » inconnu ; il y a : \(names)",
                            "unknown criterion “\(name)”; there are: \(names)"))
                }
                return criterion
            })
    }

    private func codes() throws -> [CPV] {
        try (cpv ?? "").split(whereSeparator: { $0 == "," || $0 == " " }).map { part in
            guard let code = CPV(part), CPVTable.shared.contains(code) else {
                throw ValidationError(
                    text(
                        "code CPV « \(part) » inconnu ; un code a 8 chiffres, par exemple 77310000",
                        "unknown CPV code “\(part)”; a code has 8 digits, for example 77310000"))
            }
            return code
        }
    }

    private func amount() throws -> Amount? {
        guard let value else { return nil }
        guard let amount = Amount(value), amount > .zero else {
            throw ValidationError(
                text(
                    "montant « \(value) » illisible ; par exemple 45000",
                    "unreadable amount “\(value)”; for example 45000"))
        }
        return amount
    }
}
