import Wording

/// Gives each field to the column that fits it best.
struct ColumnChoice {
    private let profiles: [ColumnProfile]
    private var chosen: [Int: ColumnEvidence] = [:]
    /// Columns that fit a field that a better one has: that one.
    private var beaten: [Int: (field: MappedField, by: Int, margin: Double)] = [:]

    init(_ profiles: [ColumnProfile]) {
        self.profiles = profiles
        let words = profiles.map { ColumnNames.words(of: $0.label) }
        var candidates: [(column: Int, evidence: ColumnEvidence, score: Double)] = []
        let prefix = Self.prefix(of: words, profiles)
        for (column, profile) in profiles.enumerated() {
            var fitting: [ColumnEvidence] = []
            for field in MappedField.allCases where field != .ignored {
                guard var evidence = ColumnEvidence(field, profile, words: words[column]) else { continue }
                if field == .name, Self.isFamilyName(column, words) {
                    evidence = ColumnEvidence(person: evidence)
                }
                let least = field == .name ? 0.3 : ColumnGuess.leastConfidence
                if evidence.confidence >= least { fitting.append(evidence) }
            }
            // FINESS numbers have the key of a SIREN: where the name says what the column is, values do not say otherwise.
            let isNamed = fitting.contains { $0.isNamed && $0.confidence >= 0.5 }
            for evidence in fitting where evidence.isNamed || !isNamed {
                // Of two columns of one name, the one beside the SIRET: « ET-… » in a list of establishments.
                let isBeside = prefix != nil && words[column].count > 1 && words[column].first == prefix
                candidates.append((column, evidence, evidence.confidence + (isBeside ? 0.15 : 0)))
            }
        }
        candidates.sort { ($1.score, $0.column) < ($0.score, $1.column) }
        var holders: [MappedField: (column: Int, score: Double)] = [:]
        for (column, evidence, score) in candidates where chosen[column] == nil {
            let field = evidence.field
            let isShared = field == .street || field == .offers || field == .personal
            if !isShared, let holder = holders[field] {
                if beaten[column] == nil, evidence.confidence >= ColumnGuess.leastConfidence {
                    beaten[column] = (field, holder.column, holder.score - score)
                }
                continue
            }
            if holders[field] == nil { holders[field] = (column, score) }
            chosen[column] = evidence
        }
    }

    /// The first word of the name of the SIRET's column, when other columns begin with it as well.
    private static func prefix(of words: [[String]], _ profiles: [ColumnProfile]) -> String? {
        let sirets = words.indices.filter { profiles[$0].share(.siret) >= 0.75 }
        guard sirets.count == 1, let first = words[sirets[0]].first, words[sirets[0]].count > 1 else { return nil }
        return words.count(where: { $0.first == first }) >= 3 ? first : nil
    }

    /// « Nom » beside « Prénom » is a person's.
    private static func isFamilyName(_ column: Int, _ words: [[String]]) -> Bool {
        guard words[column].first == "nom", words.contains(where: { $0.first == "prenom" }) else { return false }
        let others: Set = [
            "structure", "entreprise", "societe", "commercial", "etablissement", "fournisseur", "organisme",
        ]
        return !words[column].contains(where: others.contains)
    }

    func column(_ index: Int) -> ColumnGuess.Column {
        let profile = profiles[index]
        let evidence = chosen[index]
        let field = evidence?.field ?? .ignored
        let separator = field.isList ? profile.separator(of: field) : nil
        let isUsual = separator == nil || separator == ListSeparator("")
        // A column that nothing is known of may hold persons: « Nom » beside the company's name.
        let mayHoldPersons =
            field == .personal
            || field == .ignored
                && (profile.share([.personName, .email, .telephone]) > 0
                    || ColumnNames.words(of: profile.label).contains("nom"))
        let examples = mayHoldPersons ? [] : profile.examples.map(Self.shown).filter { !$0.isEmpty }
        return ColumnGuess.Column(
            label: profile.label, field: field, confidence: evidence?.confidence ?? 0,
            reason: evidence?.reason ?? reasonToIgnore(index), examples: examples,
            separator: isUsual ? "" : separator?.written ?? "", filled: profile.filled)
    }

    /// Characters of an example.
    private static let longestExample = 40

    private static func shown(_ cell: String) -> String {
        let line = ContactDetails.removed(from: cell).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > longestExample ? line.prefix(longestExample) + "…" : line
    }

    private func reasonToIgnore(_ index: Int) -> Phrase {
        if let beaten = beaten[index] {
            let better = profiles[beaten.by].label
            return Phrase(
                "ressemble aussi à « \(beaten.field.rawValue) », mieux porté par « \(better) »",
                "looks like “\(beaten.field.rawValue)” too, which “\(better)” fits better")
        }
        return profiles[index].filled == 0
            ? Phrase("colonne vide", "empty column")
            : Phrase(
                "ni le nom ni les valeurs ne disent un champ connu", "neither name nor values tell a known field")
    }

    // MARK: Warnings

    var warnings: [Phrase] {
        let fields = Set(chosen.values.map(\.field))
        var warnings: [Phrase] = []
        if !fields.contains(where: \.identifies) {
            warnings.append(
                Phrase(
                    "aucune colonne de SIRET, de SIREN ni d’autre identifiant : sans identifiant, aucune ligne ne peut être importée",
                    "no column of SIRET, SIREN or another identifier: without one no row can be imported"))
        }
        if !fields.contains(.name), !fields.contains(.brand) {
            warnings.append(
                Phrase(
                    "aucune colonne de nom : écrivez « nom » en face de celle de la raison sociale",
                    "no column of names: write “nom” beside that of the company name"))
        }
        if !fields.contains(.kinds) {
            warnings.append(
                Phrase(
                    "aucune colonne ne dit le type des structures ; si toutes ont le même, ajoutez une ligne sans colonne, par exemple « ;types;ESAT »",
                    "no column tells the kind of the structures; if all have the same, add a line without column, for instance “;types;ESAT”"
                ))
        }
        return warnings + doubts
    }

    private var doubts: [Phrase] {
        var doubts: [Phrase] = []
        for (index, profile) in profiles.enumerated() {
            if let beaten = beaten[index], chosen[index] == nil, beaten.margin < 0.1, profile.filled > 0 {
                let better = profiles[beaten.by].label
                doubts.append(
                    Phrase(
                        "« \(profile.label) » et « \(better) » conviennent toutes deux à « \(beaten.field.rawValue) » ; la seconde est proposée, vérifiez",
                        "“\(profile.label)” and “\(better)” both fit “\(beaten.field.rawValue)”; the latter is proposed, check"
                    ))
            }
            guard let evidence = chosen[index] else {
                doubts += misnamed(profile)
                continue
            }
            if evidence.field == .siret, profile.share(.wrongSiret) >= 0.02 {
                let fr = NumberFormat.percent(profile.share(.wrongSiret), decimals: 0, .french)
                let en = NumberFormat.percent(profile.share(.wrongSiret), decimals: 0, .english)
                doubts.append(
                    Phrase(
                        "« \(profile.label) » : \(fr) des SIRET ont une clé fausse ; leurs lignes seront rejetées",
                        "“\(profile.label)”: \(en) of the SIRETs have a wrong key; their rows will be rejected"))
            }
            if evidence.field.isRead, evidence.confidence < ColumnGuess.sureConfidence {
                doubts.append(
                    Phrase(
                        "« \(profile.label) » est proposée pour « \(evidence.field.rawValue) » sans certitude ; vérifiez",
                        "“\(profile.label)” is proposed for “\(evidence.field.rawValue)” without certainty; check"))
            }
        }
        return doubts
    }

    /// A column that is called SIRET and holds none: a spreadsheet shortened them, mostly.
    private func misnamed(_ profile: ColumnProfile) -> [Phrase] {
        let words = ColumnNames.words(of: profile.label)
        let field = [MappedField.siret, .siren].first { ColumnNames.likeness(words, to: $0) > 0.9 }
        guard let field, profile.filled > 0, let example = profile.examples.first else { return [] }
        return [
            Phrase(
                "« \(profile.label) » porte le nom de « \(field.rawValue) » mais pas ses valeurs (« \(example) ») ; mettez la colonne au format texte et complétez-la",
                "“\(profile.label)” has the name of “\(field.rawValue)” but not its values (“\(example)”); make it a text column and complete it"
            )
        ]
    }
}

extension ColumnEvidence {
    /// What looked like the name of a structure is a person's.
    init(person evidence: ColumnEvidence) {
        field = .personal
        isNamed = true
        confidence = 0.95
        reason = Phrase("un nom de famille, à côté d’un prénom", "a family name, beside a first name")
    }
}
