import FrenchText

/// Finds a reservation in the words of a notice: a participle of « réserver » with those for whom, or with the
/// articles.
///
/// « marché non réservé », « réservé à la profession d’architecte », « se réserve le droit », « R. 2113-12 »
/// say nothing.
struct ReservationText {
    private let text: String
    private let tokens: [Token]

    init(_ text: String) {
        self.text = text
        tokens = Tokeniser.tokens(text)
    }

    private static let participles: Set<String> = ["reserve", "reservee", "reserves", "reservees", "reservation"]
    /// Articles of L2113 that reserve.
    private static let numbers: Set<String> = ["12", "13", "14", "15"]
    /// How many words a participle reaches to those for whom, and an article to the participle.
    private static let reachOfParticiple = 30
    private static let reachOfArticle = 45
    /// Words quoted before and after.
    private static let quotedBefore = 8
    private static let quotedAfter = 24

    var reservation: Reservation? {
        let articles = articlesCited()
        for place in tokens.indices where isReserving(place) {
            let beneficiaries = beneficiaries(after: place)
            let near = articles.filter { abs($0.place - place) <= Self.reachOfArticle }
            guard !beneficiaries.isEmpty || !near.isEmpty else { continue }
            var found = reservation(at: place, beneficiaries: beneficiaries, cited: near.map(\.article))
            // « Un parking est réservé au personnel de l'ESAT »: something is reserved, and it may not be the lot.
            if near.isEmpty, !reservesPurchase(place) { found.isCertain = false }
            return found
        }
        guard let first = articles.first, !tokens.indices.contains(where: denies) else { return nil }
        // The article alone, without « réservé »: probably so.
        return Reservation(
            articles: unique(articles.map(\.article)), origin: .text, isCertain: false,
            quote: quote(around: first.place))
    }

    private func reservation(at place: Int, beneficiaries: [String], cited: [String]) -> Reservation {
        let says = unique(beneficiaries).sorted()
        var certain = true
        var articles = unique(cited).sorted()
        if articles.isEmpty {
            articles = says.count > 1 ? ["L2113-14"] : says
        } else if says.isEmpty {
            // « réservé au secteur traditionnel … conformément à l’article L. 2113-12 » contradicts itself.
            certain = !tokens[place..<min(tokens.count, place + Self.quotedAfter)].contains {
                $0.folded == "traditionnel"
            }
        } else if articles.allSatisfy({ $0 != "L2113-14" }), !articles.contains(where: says.contains) {
            certain = false
        }
        return Reservation(articles: articles, origin: .text, isCertain: certain, quote: quote(around: place))
    }

    // MARK: Reserved, or not

    private func word(_ place: Int) -> String { tokens.indices.contains(place) ? tokens[place].folded : "" }

    private func isReserving(_ place: Int) -> Bool {
        guard Self.participles.contains(tokens[place].folded), !isDenied(place) else { return false }
        // « a réservé 10 % des heures » is a clause.
        if word(place + 1).contains(where: \.isNumber), word(place + 1) != "l2113" { return false }
        // « l’acheteur se réserve le droit », in the present tense; « sous réserve ».
        return !["se", "sous", "ou", "etre"].contains(word(place - 1)) || word(place) != "reserve"
    }

    /// What is put up for tender, in the words of notices.
    private static let purchases: Set<String> = [
        "marche", "marches", "lot", "lots", "accord", "accords", "consultation", "procedure", "participation",
        "contrat",
        "contrats", "reponse", "prestations", "prestation",
    ]
    private static let auxiliaries: Set<String> = ["est", "sont", "ete", "sera", "seront"]
    /// How many words before the participle its subject stands.
    private static let reachOfSubject = 12

    /// Whether the subject of the participle is what is bought; « réservé insertion » in a title has none.
    private func reservesPurchase(_ place: Int) -> Bool {
        if word(place + 1) == "insertion" { return true }
        // « Réservé aux ESAT. », « Sont réservés au secteur adapté »: a note on the lot itself, without a subject.
        var opening = place
        while opening > 0, tokens[opening].pause < .sentence, Self.auxiliaries.contains(word(opening - 1)) {
            opening -= 1
        }
        if opening == 0 || tokens[opening].pause >= .sentence { return true }
        var position = place
        while position > 0, tokens[position].pause < .sentence, place - position < Self.reachOfSubject {
            position -= 1
            if Self.purchases.contains(word(position)) { return true }
        }
        return false
    }

    private func isDenied(_ place: Int) -> Bool {
        (1...3).contains { back in ["non", "pas", "aucune", "aucun", "ni"].contains(word(place - back)) }
            || (word(place + 1) == "non" && tokens[place + 1].pause == .clause)
    }

    private func denies(_ place: Int) -> Bool { Self.participles.contains(tokens[place].folded) && isDenied(place) }

    // MARK: For whom

    /// Articles that the addressees after a participle point to, within its sentence.
    private func beneficiaries(after place: Int) -> [String] {
        var articles: [String] = []
        var position = place + 1
        while position < tokens.count, position - place <= Self.reachOfParticiple {
            if tokens[position].pause == .sentence, position > place + 1 { break }
            if let article = beneficiary(at: position, distance: position - place) { articles.append(article) }
            position += 1
        }
        return articles
    }

    private func beneficiary(at place: Int, distance: Int) -> String? {
        switch word(place) {
        case "esat", "esats", "ea": return "L2113-12"
        case "adaptee", "adaptees":
            return word(place - 1).hasPrefix("entreprise") ? "L2113-12" : nil
        case "adapte", "protege", "proteges":
            return ["secteur", "atelier", "ateliers", "et", "ou"].contains(word(place - 1)) ? "L2113-12" : nil
        case "travail":
            // établissements et services d’aide (d’accompagnement) par le travail
            return word(place - 2) == "par" && ["aide", "accompagnement"].contains(word(place - 3)) ? "L2113-12" : nil
        case "handicapes": return word(place - 1) == "travailleurs" ? "L2113-12" : nil
        case "siae", "iae", "aci", "etti": return "L2113-13"
        case "insertion":
            let carriers: Set<String> = [
                "structure", "structures", "entreprise", "entreprises", "association", "associations", "atelier",
                "ateliers", "chantier", "chantiers",
            ]
            // « réservé insertion », « structures d’insertion », « ateliers et chantiers d’insertion »
            return distance == 1 || carriers.contains(word(place - 1)) || carriers.contains(word(place - 2))
                ? "L2113-13" : nil
        case "penitentiaire", "penitentiaires", "detenus", "detenues": return "L2113-13-1"
        case "solidaire":
            return word(place - 2) == "sociale" && word(place - 3) == "economie" ? "L2113-15" : nil
        case "ess": return "L2113-15"
        default: return nil
        }
    }

    // MARK: Articles

    /// « L. 2113-12 », « L2113-12 », « L 2113 12 », « articles L. 2113-12 et -13 »; never « R. 2113-12 ».
    private func articlesCited() -> [(article: String, place: Int)] {
        var cited: [(article: String, place: Int)] = []
        for place in tokens.indices {
            let joined = word(place) == "l2113"
            guard joined || (word(place) == "2113" && word(place - 1) == "l") else { continue }
            var next = place + 1
            while true {
                let number = word(next)
                guard Self.numbers.contains(number) else { break }
                if number == "13", word(next + 1) == "1" {
                    cited.append(("L2113-13-1", place))
                    next += 2
                } else {
                    cited.append(("L2113-" + number, place))
                    next += 1
                }
                // « et 13 »; « et L. 2113-13 » is found at its own place.
                guard ["et", "ou", "a"].contains(word(next)), Self.numbers.contains(word(next + 1)) else { break }
                next += 1
            }
        }
        return cited
    }

    private func unique(_ articles: [String]) -> [String] {
        var seen: Set<String> = []
        return articles.filter { seen.insert($0).inserted }
    }

    /// The words around a place, within the sentence.
    private func quote(around place: Int) -> String {
        var first = place
        while first > 0, place - first < Self.quotedBefore, tokens[first].pause < .clause { first -= 1 }
        var last = place
        while last + 1 < tokens.count, last - place < Self.quotedAfter,
            tokens[last + 1].pause < .sentence || word(last) == "l"
        {
            last += 1
        }
        return String(text[tokens[first].range.lowerBound..<tokens[last].range.upperBound])
    }
}
