import FrenchText

/// Tells by its name whether a column, or a JSON key, holds natural persons or ways to reach them.
///
/// Such columns are never read, whatever a table says, and their names are told to the user as what was left out.
enum PersonalColumns {
    /// A word that is enough.
    private static let certain: Set<String> = [
        "prenom", "prenoms", "civilite", "courriel", "courriels", "email", "emails", "mail", "mails", "mel", "tel",
        "tels", "telephone", "telephones", "telecopie", "fax", "phone", "phones", "sexe", "naissance", "pseudonyme",
        "dirigeant", "dirigeants", "dirigeante", "interlocuteur", "interlocutrice", "gerant", "gerante", "president",
        "presidente", "directeur", "directrice", "signataire", "representant", "representante", "mandataire",
        "firstname", "lastname", "correspondant", "correspondante", "contacter",
    ]
    /// A word that is enough unless one of ``innocent`` stands beside it.
    private static let likely: Set<String> = [
        "contact", "contacts", "responsable", "referent", "referente", "referents",
    ]
    /// A word that is enough when nothing but such words stand beside it: « Mobile », and not « Atelier mobile ».
    private static let alone: Set<String> = ["mobile", "portable", "gsm", "numero", "num", "n", "no", "de", "du"]
    private static let telephones: Set<String> = ["mobile", "portable", "gsm"]
    /// Words that show that the column speaks of something else: « site web du contact », « achats responsables ».
    private static let innocent: Set<String> = ["site", "web", "website", "url", "achat", "achats", "rse"]
    /// The words of a family name. Alone, « Nom » is the structure's: it is a person's beside a first name.
    private static let family: Set<String> = ["nom", "noms", "name", "usage", "famille", "usuel", "last", "de", "d"]
    private static let first: Set<String> = ["prenom", "prenoms", "firstname", "civilite", "usuel"]

    /// The numbers of the columns of `header` that hold natural persons.
    static func numbers(in header: [String]) -> Set<Int> {
        let words = header.map(words)
        var found = Set(words.indices.filter { isPersonal(words[$0]) })
        for (number, name) in words.enumerated() where isFamilyName(name) {
            let rest = Set(name).subtracting(family)
            let isBesideFirstName = [number - 1, number + 1].contains { beside in
                words.indices.contains(beside) && !first.isDisjoint(with: words[beside])
                    && Set(words[beside]).subtracting(first) == rest
            }
            // « nomUniteLegale » answers « prenom1UniteLegale » wherever that stands.
            let answersFirstName =
                words.contains { !first.isDisjoint(with: $0) && Set($0).subtracting(first) == rest }
            if isBesideFirstName || answersFirstName { found.insert(number) }
        }
        return found
    }

    /// The names among `names` that hold natural persons, in their order.
    static func among(_ names: [String]) -> [String] {
        let numbers = numbers(in: names)
        return names.indices.filter(numbers.contains).map { names[$0] }
    }

    private static func isPersonal(_ words: [String]) -> Bool {
        if !certain.isDisjoint(with: words) { return true }
        if !likely.isDisjoint(with: words), innocent.isDisjoint(with: words) { return true }
        return !telephones.isDisjoint(with: words) && alone.isSuperset(of: words)
            || words.contains("e") && words.contains("mail")
    }

    private static func isFamilyName(_ words: [String]) -> Bool {
        words.first == "nom" || words.first == "noms" || words == ["last", "name"] || words == ["lastname"]
    }

    /// The words of a name: `prenom1UniteLegale`, `contact_first_name` and « Prénom du contact » alike, folded and
    /// without numbers.
    private static func words(_ name: String) -> [String] {
        var spaced = ""
        var previous: Character = " "
        for character in name {
            if character.isUppercase, previous.isLowercase || previous.isNumber { spaced.append(" ") }
            spaced.append(character)
            previous = character
        }
        return Folding.fold(spaced).split(whereSeparator: { !$0.isLetter }).map(String.init)
    }
}
