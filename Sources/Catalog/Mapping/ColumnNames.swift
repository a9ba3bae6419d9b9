import FrenchText

/// What the name of a column says of its content.
enum ColumnNames {
    /// Names that real files give the columns of a field, folded, the best first.
    static let names: [(field: MappedField, names: [String])] = [
        (.siret, ["siret", "siret siege", "siret etablissement"]),
        (.siren, ["siren"]),
        (.finess, ["finess", "finess et", "nofinesset"]),
        (.rna, ["rna", "numero rna", "identifiant association", "id association", "waldec"]),
        (.identifier, ["identifiant", "id", "code fournisseur", "numero fournisseur", "reference", "code tiers"]),
        (
            .name,
            [
                "raison sociale", "denomination", "denomination sociale", "nom", "name", "nom structure",
                "nom entreprise", "nom etablissement", "nom fournisseur", "structure", "entreprise", "fournisseur",
                "etablissement", "nom organisme", "organisme", "nom association", "association", "societe", "titulaire",
                "geiq", "esat", "libelle structure", "titre",
            ]
        ),
        (
            .brand,
            [
                "enseigne", "nom commercial", "marque", "brand", "denomination usuelle", "nom usuel",
                "nom usage structure",
            ]
        ),
        (.acronym, ["sigle", "acronyme", "acronym"]),
        (
            .kinds,
            [
                "types", "type", "type structure", "type siae", "categorie structure", "mesure", "kind", "kinds",
                "dispositif", "statut siae", "agrement type", "famille ess", "type organisme",
                "statut juridique", "forme juridique", "statut",
            ]
        ),
        (.esus, ["esus", "agrement esus", "agree esus"]),
        (.esusUntil, ["fin esus", "esus until", "date fin agrement esus", "fin agrement esus", "echeance esus"]),
        (
            .legalCategory,
            ["categorie juridique", "code categorie juridique", "legal category", "nature juridique code"]
        ),
        (
            .legalForm,
            [
                "forme juridique", "nature juridique", "statut juridique", "statut juridique libelle", "legal form",
                "statut",
            ]
        ),
        (.naf, ["naf", "code naf", "ape", "code ape", "activite principale", "nafs"]),
        (
            .street,
            [
                "adresse", "rue", "voie", "street", "adresse postale", "adresse 1", "adresse 2", "numero rue",
                "nom rue",
                "numero voie", "libelle voie", "type voie", "complement adresse", "adresse siege", "lieu dit",
            ]
        ),
        (.communeCode, ["code commune", "code insee", "insee", "commune code", "code insee commune", "depcom"]),
        (.postcode, ["code postal", "cp", "postcode", "code postal siege", "code post com", "zip"]),
        (.city, ["ville", "commune", "city", "localite", "commune libelle", "libelle commune", "lib com", "bureau"]),
        (.point, ["coordonnees gps", "coordonnees geographiques", "coordonnees", "coords", "geom", "point"]),
        (.perimeter, ["perimetre", "perimetre intervention", "zone intervention", "perimeter", "rayon intervention"]),
        (
            .employees,
            ["effectif", "effectifs", "nombre salaries", "salaries", "employees", "nb salaries", "etp", "nombre etp"]
        ),
        (.capacity, ["capacite", "places", "nombre places", "nb places", "capacite autorisee"]),
        (
            .insertionShare,
            [
                "part insertion", "taux insertion", "insertion share", "part salaries insertion",
                "taux travailleurs handicapes",
            ]
        ),
        (.turnover, ["chiffre affaires", "ca", "turnover", "ca annuel", "ca ht"]),
        (
            .sectors,
            [
                "secteurs", "secteur", "secteur activites", "secteur activite", "secteurs activites", "domaines",
                "domaine", "domaine activite", "sectors", "filiere", "metiers", "domaine s", "famille achat",
            ]
        ),
        (
            .offers,
            [
                "offres", "prestations", "prestation", "services", "produits", "produits services", "appelation",
                "appellation", "offre",
            ]
        ),
        (
            .description,
            [
                "description", "presentation", "activite", "activites", "activites exercees", "objet social", "details",
                "savoir faire",
            ]
        ),
        (.networks, ["reseaux", "reseau", "networks", "federation", "adherent reseau"]),
        (.labels, ["labels", "label", "certifications", "certification"]),
        (.website, ["site web", "site internet", "site", "web", "url", "website", "adresse internet", "lien site"]),
        (
            .seen,
            ["date maj", "date mise jour", "mise jour", "derniere mise jour", "date", "maj", "updated at", "seen"]
        ),
        (
            .personal,
            [
                "contact", "contacts", "interlocuteur", "responsable", "referent", "dirigeant", "dirigeants",
                "directeur",
                "directrice", "president", "gerant", "prenom", "nom contact", "nom responsable", "civilite", "fonction",
                "mail", "email", "e mail", "courriel", "adresse mail", "adresse email", "adresse electronique", "tel",
                "telephone", "portable", "mobile", "fax", "phone", "sexe", "pseudonyme", "correspondant", "commercial",
                "charge mission", "nom prenom", "date naissance", "nom famille",
            ]
        ),
    ]

    /// Names that say so only when they stand alone: « structure », but not « code structure ».
    private static let alone: Set<String> = [
        "structure", "entreprise", "fournisseur", "etablissement", "organisme", "association", "societe", "titulaire",
        "geiq", "esat", "titre", "date", "maj", "id", "reference", "identifiant", "site", "web", "statut", "bureau",
        "point", "places", "label", "titulaires",
    ]

    /// Words that make a name one of something else: the year or the band of a figure.
    private static let other: Set<String> = ["annee", "annees", "tranche", "tranches"]

    /// Words that say nothing of a column, or say it of every one.
    private static let empty: Set<String> = [
        "de", "du", "des", "la", "le", "les", "l", "d", "en", "a", "au", "aux", "unite", "legale", "n", "no", "num",
    ]

    /// `prenom1UniteLegale` → `prenom`; `N° SIRET` → `siret`.
    static func words(of label: String) -> [String] {
        var spaced = ""
        var before: Character = " "
        for character in label {
            if character.isUppercase, before.isLowercase { spaced.append(" ") }
            if character.isNumber != before.isNumber { spaced.append(" ") }
            spaced.append(character)
            before = character
        }
        let words = Folding.fold(spaced.replacing("°", with: " ")).split { !$0.isLetter && !$0.isNumber }
        return words.map(String.init).filter { !empty.contains($0) && !$0.allSatisfy(\.isNumber) }
    }

    /// How surely a name of these words is one of the field's: 1 when it is one, less when it only holds one.
    static func likeness(_ words: [String], to field: MappedField) -> Double {
        guard let names = names.first(where: { $0.field == field })?.names, !words.isEmpty,
            !words.contains(where: other.contains)
        else { return 0 }
        var best = 0.0
        let whole = words.joined(separator: " ")
        for (index, name) in names.enumerated() {
            if name == whole { return 1 - Double(index) * 0.004 }
            let parts = name.split(separator: " ").map(String.init).filter { !empty.contains($0) }
            guard !parts.isEmpty, parts.count <= words.count, !alone.contains(name) else { continue }
            let isHeld = (0...words.count - parts.count).contains { words[$0..<$0 + parts.count].elementsEqual(parts) }
            if isHeld { best = max(best, 0.45 + 0.4 * Double(parts.count) / Double(words.count)) }
        }
        return best
    }
}
