import FrenchText
import Nomenclature

/// Finds reservations in words: a participle of « réserver » with those for whom, or with the articles.
///
/// « marché non réservé », « réservé à la profession d’architecte », « se réserve le droit », « R. 2113-12 » reserve
/// nothing.
struct ReservationPhrases {
    /// What was found at some words.
    struct Found {
        let first: Int
        let last: Int
        let sentence: Range<Int>
        var articles: [String]
        var polarity: Consideration.Polarity
        /// Whether the articles are known, and not only possible.
        var isCertain: Bool
        let rule: String
        var confidence: Double
    }

    private let text: ReadText
    private let matches: [(sentence: Range<Int>, matches: [RuleBook.Match])]

    /// - Parameter matches: what the rules found in each sentence.
    init(_ text: ReadText, _ matches: [(sentence: Range<Int>, matches: [RuleBook.Match])]) {
        self.text = text
        self.matches = matches
    }

    private static let participles: Set<String> = ["reserve", "reservee", "reserves", "reservees", "reservation"]
    /// Articles of L2113 that reserve.
    private static let numbers: Set<String> = ["12", "13", "14", "15"]
    /// How many words a participle reaches to those for whom, and an article to the participle.
    private static let reachOfParticiple = 45
    private static let reachOfArticle = 45

    /// Rule of an article that is cited and nothing said to be reserved.
    static let articleAlone = "article-alone"

    private enum Rules {
        static let words = "reserved-for"
        static let articles = "reserved-article"
        static let bare = "reserved-lot"
        static let denied = "not-reserved"
    }

    private enum Confidence {
        static let certain = 0.95
        static let unsure = 0.6
        /// Something else than the purchase may be reserved.
        static let otherSubject = 0.3
        static let articleAlone = 0.6
        static let bare = 0.7
        static let denied = 0.9
    }

    /// In the order of the text.
    func all() -> [Found] {
        let cited = articlesCited()
        var found: [Found] = []
        for (sentence, matches) in matches {
            let own = inSentence(sentence, matches, cited)
            found += own
            if !own.contains(where: { $0.polarity == .yes }) { found += fromRules(sentence, matches) }
        }
        if found.isEmpty, let first = cited.first {
            // The article alone, without « réservé »: probably so.
            let sentence = self.matches.first { $0.sentence.contains(first.place) }?.sentence ?? text.tokens.indices
            found.append(
                Found(
                    first: first.place, last: first.place, sentence: sentence, articles: unique(cited.map(\.article)),
                    polarity: .yes, isCertain: false, rule: Self.articleAlone, confidence: Confidence.articleAlone))
        }
        return found
    }

    // MARK: Participles

    private func inSentence(
        _ sentence: Range<Int>, _ matches: [RuleBook.Match], _ cited: [(article: String, place: Int)]
    ) -> [Found] {
        var found: [Found] = []
        let participles = sentence.filter { Self.participles.contains(text.word($0)) && !isOther($0, in: sentence) }
        for (index, place) in participles.enumerated() {
            if Denial.holds(text, first: place, last: place, in: sentence) {
                if reservesPurchase(place, in: sentence) { found.append(denied(place, sentence)) }
                continue
            }
            let end = index + 1 < participles.count ? participles[index + 1] : sentence.upperBound
            let beneficiaries = matches.filter {
                $0.kind == "beneficiary" && $0.first >= place && $0.first < end
                    && $0.first - place <= Self.reachOfParticiple
            }
            let near = cited.filter { abs($0.place - place) <= Self.reachOfArticle }.map(\.article)
            let old = matches.filter { $0.kind == "article" }.flatMap(\.rule.row.articles)
            let isOfPurchase = reservesPurchase(place, in: sentence)
            let isProfession = matches.contains { $0.rule.row.denies && $0.rule.row.category == "reservation" }
            guard !beneficiaries.isEmpty || !near.isEmpty || !old.isEmpty else {
                if !isProfession, isBare(place, in: sentence) { found.append(bare(place, sentence)) }
                continue
            }
            if beneficiaries.isEmpty, isProfession { continue }
            var one = reservation(at: place, beneficiaries, cited: near, old: old, sentence)
            // « Un parking est réservé au personnel de l'ESAT »: something is reserved, and it may not be the lot.
            if near.isEmpty, old.isEmpty, !isOfPurchase {
                one.isCertain = false
                one.confidence = Confidence.otherSubject
            }
            found.append(one)
        }
        return found
    }

    private func reservation(
        at place: Int, _ beneficiaries: [RuleBook.Match], cited: [String], old: [String], _ sentence: Range<Int>
    ) -> Found {
        let says = unique(beneficiaries.flatMap(\.rule.row.articles)).sorted()
        var isCertain = true
        var articles = unique(cited).sorted()
        if articles.isEmpty {
            articles = says.isEmpty ? unique(old) : says.count > 1 ? ["L2113-14"] : says
            isCertain = !says.isEmpty
        } else if says.isEmpty {
            // « réservé au secteur traditionnel … conformément à l’article L. 2113-12 » contradicts itself.
            isCertain = !sentence.contains { $0 > place && text.word($0) == "traditionnel" }
        } else if !articles.contains("L2113-14"), !articles.contains(where: says.contains) {
            isCertain = false
        }
        let confidence = isCertain ? Confidence.certain : says.isEmpty && cited.isEmpty ? 0.8 : Confidence.unsure
        return Found(
            first: place, last: beneficiaries.last?.last ?? place, sentence: sentence, articles: articles,
            polarity: .yes, isCertain: isCertain, rule: beneficiaries.isEmpty ? Rules.articles : Rules.words,
            confidence: confidence)
    }

    private func denied(_ place: Int, _ sentence: Range<Int>) -> Found {
        Found(
            first: place, last: place, sentence: sentence, articles: [], polarity: .no, isCertain: true,
            rule: Rules.denied, confidence: Confidence.denied)
    }

    /// « quatre lots réservés », and nobody said for whom.
    private func bare(_ place: Int, _ sentence: Range<Int>) -> Found {
        Found(
            first: place, last: place, sentence: sentence, articles: [], polarity: .yes, isCertain: false,
            rule: Rules.bare, confidence: Confidence.bare)
    }

    /// « L’acheteur se réserve », « sous réserve », « levée des réserves », « a réservé 10 % des heures ».
    private func isOther(_ place: Int, in sentence: Range<Int>) -> Bool {
        let next = text.word(place + 1)
        if next.contains(where: \.isNumber), next != "l2113", !["36", "37", "13", "14"].contains(next) { return true }
        let word = text.word(place)
        if word == "reserve" || word == "reserves" {
            if ["se", "sous", "etre", "des", "sans", "de", "ses", "les", "la"].contains(text.word(place - 1)) {
                return true
            }
        }
        return false
    }

    /// What is put up for tender, in the words of notices.
    private static let purchases: Set<String> = [
        "marche", "marches", "lot", "lots", "accord", "accords", "consultation", "procedure", "participation",
        "contrat", "contrats", "reponse", "prestations", "prestation", "concession", "candidature", "candidatures",
        "execution",
    ]
    private static let bareNouns: Set<String> = ["marche", "marches", "lot", "lots", "consultation", "concession"]
    private static let auxiliaries: Set<String> = ["est", "sont", "ete", "sera", "seront"]
    /// How many words before the participle its subject stands.
    private static let reachOfSubject = 12

    /// Whether the subject of the participle is what is bought; « réservé insertion » in a title has none.
    private func reservesPurchase(_ place: Int, in sentence: Range<Int>) -> Bool {
        if text.word(place + 1) == "insertion" { return true }
        // « Réservé aux ESAT. », « Sont réservés au secteur adapté »: a note on the lot itself, without a subject.
        var opening = place
        while opening > sentence.lowerBound, Self.auxiliaries.contains(text.word(opening - 1)) { opening -= 1 }
        if opening == sentence.lowerBound { return true }
        let nouns = max(sentence.lowerBound, place - Self.reachOfSubject)..<place
        if nouns.contains(where: { Self.purchases.contains(text.word($0)) }) { return true }
        // « réservation de tout ou partie du marché »
        return text.word(place) == "reservation"
            && (place + 1..<min(sentence.upperBound, place + 7)).contains { Self.purchases.contains(text.word($0)) }
    }

    private static let directions: Set<String> = [
        "a", "au", "aux", "pour", "par", "la", "le", "les", "afin", "uniquement", "exclusivement", "prioritairement",
        "dans", "sur", "chez", "de", "du",
    ]

    private func isBare(_ place: Int, in sentence: Range<Int>) -> Bool {
        guard text.word(place) != "reservation" else { return false }
        var subject = place - 1
        while subject > sentence.lowerBound, Self.auxiliaries.contains(text.word(subject)) { subject -= 1 }
        // « le lot n° 3 est réservé »
        while subject > sentence.lowerBound, text.word(subject).allSatisfy(\.isNumber) || text.word(subject) == "no" {
            subject -= 1
        }
        guard subject >= sentence.lowerBound, Self.bareNouns.contains(text.word(subject)) else { return false }
        let next = place + 1
        return next == sentence.upperBound || text.tokens[next].pause >= .clause
            || !Self.directions.contains(text.word(next))
    }

    // MARK: Rules of the table

    private func fromRules(_ sentence: Range<Int>, _ matches: [RuleBook.Match]) -> [Found] {
        let mine = matches.filter { $0.rule.row.category == "reservation" && $0.kind == "reservation" }
        guard let best = mine.max(by: { $0.rule.row.confidence < $1.rule.row.confidence }) else { return [] }
        let isDenied =
            best.rule.row.denies
            || Denial.holds(text, first: best.first, last: best.last, touched: best.touched, in: sentence)
        let articles = unique(
            mine.filter { $0.rule.row.denies == best.rule.row.denies }.flatMap(\.rule.row.articles))
        return [
            Found(
                first: best.first, last: best.last, sentence: sentence, articles: articles.sorted(),
                polarity: isDenied ? .no : .yes, isCertain: articles.count == 1, rule: best.rule.row.id,
                confidence: best.rule.row.confidence)
        ]
    }

    // MARK: Articles

    /// « L. 2113-12 », « L2113-12 », « L 2113 12 », « articles L. 2113-12 et -13 »; never « R. 2113-12 ».
    private func articlesCited() -> [(article: String, place: Int)] {
        var cited: [(article: String, place: Int)] = []
        for place in text.tokens.indices {
            let isJoined = text.word(place) == "l2113"
            guard isJoined || (text.word(place) == "2113" && text.word(place - 1) == "l") else { continue }
            var next = place + 1
            while Self.numbers.contains(text.word(next)) {
                let number = text.word(next)
                if number == "13", text.word(next + 1) == "1" {
                    cited.append(("L2113-13-1", place))
                    next += 2
                } else {
                    cited.append(("L2113-" + number, place))
                    next += 1
                }
                // « et 13 »; « et L. 2113-13 » is found at its own place.
                guard ["et", "ou", "a"].contains(text.word(next)), Self.numbers.contains(text.word(next + 1)) else {
                    break
                }
                next += 1
            }
        }
        return cited
    }

    private func unique(_ articles: [String]) -> [String] {
        var seen: Set<String> = []
        return articles.filter { seen.insert($0).inserted }
    }
}
