import Wording

/// How well a column fits a field, by its name and by its values.
struct ColumnEvidence {
    let field: MappedField
    /// 0–1.
    let confidence: Double
    let reason: Phrase
    /// Whether the column's name says so, and not its values alone.
    let isNamed: Bool

    /// The forms that the values of a field have. A column of other values is not of the field, whatever its name; a form
    /// that nothing else has speaks for the field without a name.
    private struct Expectation {
        let shapes: [ValueShape]
        var isDistinctive = false
        let words: Phrase
    }

    private static let expectations: [MappedField: Expectation] = [
        .siret: Expectation(
            shapes: [.siret], isDistinctive: true,
            words: Phrase("des SIRET à la clé juste", "SIRETs with the right key")),
        .siren: Expectation(
            shapes: [.siren], isDistinctive: true,
            words: Phrase("des SIREN à la clé juste", "SIRENs with the right key")),
        .rna: Expectation(shapes: [.rna], isDistinctive: true, words: Phrase("des numéros RNA", "RNA numbers")),
        .finess: Expectation(
            shapes: [.nineCharacters], words: Phrase("de la forme d’un numéro FINESS", "formed like a FINESS number")),
        .postcode: Expectation(
            shapes: [.postcode], isDistinctive: true, words: Phrase("des codes postaux connus", "known postcodes")),
        .communeCode: Expectation(
            shapes: [.communeCode], isDistinctive: true, words: Phrase("des codes INSEE connus", "known INSEE codes")),
        .city: Expectation(
            shapes: [.commune], isDistinctive: true, words: Phrase("des noms de communes", "names of communes")),
        .naf: Expectation(shapes: [.naf], isDistinctive: true, words: Phrase("des codes NAF", "NAF codes")),
        .kinds: Expectation(
            shapes: [.kinds], isDistinctive: true,
            words: Phrase("des types de structure connus", "known kinds of structure")),
        .legalCategory: Expectation(
            shapes: [.legalCategory], words: Phrase("des catégories juridiques de l’INSEE", "legal categories of INSEE")
        ),
        .legalForm: Expectation(shapes: [.legalForm], words: Phrase("des formes juridiques", "legal forms")),
        .website: Expectation(shapes: [.webAddress], words: Phrase("des adresses de sites", "addresses of sites")),
        .esus: Expectation(shapes: [.yesOrNo], words: Phrase("oui ou non", "yes or no")),
        .esusUntil: Expectation(shapes: [.day], words: Phrase("des dates", "dates")),
        .seen: Expectation(shapes: [.day], words: Phrase("des dates", "dates")),
        .employees: Expectation(shapes: [.number], words: Phrase("des nombres", "numbers")),
        .capacity: Expectation(shapes: [.number], words: Phrase("des nombres", "numbers")),
        .turnover: Expectation(shapes: [.number], words: Phrase("des nombres", "numbers")),
        .insertionShare: Expectation(shapes: [.percentage, .number], words: Phrase("des parts", "shares")),
        .point: Expectation(
            shapes: [.point], isDistinctive: true, words: Phrase("des points POINT(…)", "points POINT(…)")),
        .perimeter: Expectation(
            shapes: [.perimeter], isDistinctive: true, words: Phrase("des périmètres", "perimeters")),
        .personal: Expectation(
            shapes: [.email, .telephone, .civility, .personName], isDistinctive: true,
            words: Phrase("des personnes, courriels ou téléphones", "persons, e-mails or telephones")),
    ]

    /// Forms that a free text does not have.
    private static let codes: [ValueShape] = [
        .siret, .wrongSiret, .number, .day, .webAddress, .email, .telephone, .yesOrNo, .naf, .postcode,
    ]

    /// `nil` when the column cannot be of the field.
    init?(_ field: MappedField, _ profile: ColumnProfile, words: [String]) {
        let name = ColumnNames.likeness(words, to: field)
        self.field = field
        guard let expectation = Self.expectations[field] else {
            guard let (score, reason) = Self.text(field, profile, name) else { return nil }
            isNamed = name > 0
            confidence = score
            self.reason = reason
            return
        }
        let share = profile.share(expectation.shapes)
        let percent = Self.percent(share)
        let shown = Phrase(
            "\(percent.fr) des valeurs sont \(expectation.words.fr)",
            "\(percent.en) of the values are \(expectation.words.en)")
        isNamed = name > 0
        if profile.filled == 0 {
            guard name > 0 else { return nil }
            confidence = name * (field == .personal ? 0.9 : 0.5)
            reason = Self.joined(
                Self.named, Phrase("aucune valeur dans les premières lignes", "no value in the first rows"))
        } else if name > 0 {
            // Numbers with a wrong key are SIRETs all the same: their rows are refused one by one.
            let likely = field == .siret ? share + profile.share(.wrongSiret) : share
            // What a name says of persons is believed: their names have no form.
            guard likely >= 0.3 || field == .personal else { return nil }
            let score = field == .personal ? name * 0.9 : Self.both(name, likely)
            // « SCOP », « SCIC » under « statut juridique » are kinds.
            let isKinds = field == .legalForm && profile.share(.kinds) >= 0.9
            confidence = isKinds ? score * 0.8 : score
            reason = share >= 0.3 ? Self.joined(Self.named, shown) : Self.named
        } else {
            let needed = field == .personal ? 0.4 : 0.75
            guard expectation.isDistinctive, share >= needed, profile.filled >= 3 else { return nil }
            confidence = 0.7 * share
            reason = shown
        }
    }

    private static func text(
        _ field: MappedField, _ profile: ColumnProfile, _ name: Double
    ) -> (Double, Phrase)? {
        if profile.filled == 0 { return name > 0 ? (name * 0.5, named) : nil }
        switch field {
        case .street:
            let share = profile.share(.street)
            // The number of a street stands in a column of its own in some files.
            if name > 0, profile.words >= 0.3 || profile.share(.number) > 0.5 {
                return (both(name, max(share, 0.6)), named)
            }
            let shown = percent(share)
            guard share >= 0.6 else { return nil }
            return (
                0.7 * share,
                Phrase("\(shown.fr) des valeurs sont des adresses", "\(shown.en) of the values are addresses")
            )
        case .identifier: return name > 0.9 && profile.variety > 0.95 ? (name * 0.6, named) : nil
        case .description:
            // A column of one word over and over is no description.
            guard profile.share(codes) < 0.3, profile.variety >= 0.1 else { return nil }
            if name > 0 { return (name * (0.75 + 0.25 * profile.share(.longText)), named) }
            guard profile.share(.longText) >= 0.5 else { return nil }
            return (0.55, Phrase("de longs textes", "long texts"))
        case .name:
            // « Structure » is the name of the structure in some lists, and « ACI », « EI » in others.
            guard profile.words >= 0.8, profile.share(codes) < 0.3, profile.share(.kinds) < 0.5 else { return nil }
            if name > 0 { return (name * (0.7 + 0.3 * profile.variety), named) }
            let isOwn = profile.variety >= 0.9 && profile.share([.longText, .street, .commune, .personName]) < 0.3
            guard isOwn, profile.filled >= 3 else { return nil }
            return (0.3, Phrase("des textes tous différents", "texts that all differ"))
        default:
            guard name > 0, profile.words >= 0.5, profile.share(codes) < 0.3 else { return nil }
            return (name * 0.95, named)
        }
    }

    /// A name and values that say the same are surer than either.
    private static func both(_ name: Double, _ share: Double) -> Double {
        (1 - (1 - name) * (1 - 0.7 * share)) * (0.4 + 0.6 * share)
    }

    private static let named = Phrase("le nom de la colonne le dit", "the column’s name says so")

    private static func joined(_ first: Phrase, _ second: Phrase) -> Phrase {
        Phrase(first.fr + " ; " + second.fr, first.en + "; " + second.en)
    }

    private static func percent(_ share: Double) -> Phrase {
        Phrase(NumberFormat.percent(share, decimals: 0, .french), NumberFormat.percent(share, decimals: 0, .english))
    }
}
