import Catalog
import Matching
import Nomenclature
import Wording

/// What is said of an explanation in the same words by the terminal, the page and the JSON.
enum ExplanationWords {
    static func name(_ part: Explanation.Points.Part) -> Phrase {
        switch part {
        case .criterion(let criterion): criterion.name
        case .contractsWon: Phrase("marchés remportés", "contracts won")
        case .staffLent: Phrase("personnel", "staff")
        case .overseas: Phrase("outre-mer", "overseas")
        case .far: Phrase("éloignement", "remoteness")
        }
    }

    /// « élagage », « espaces verts (métier) », « arbres (libellé du CPV) ».
    static func word(_ word: Explanation.Word) -> Phrase {
        if word.isFromLabel { return Phrase("\(word.text) (libellé du CPV)", "\(word.text) (label of the CPV)") }
        return word.isTrade ? Phrase("\(word.text) (métier)", "\(word.text) (trade)") : Phrase(verbatim: word.text)
    }

    private static func ordinal(_ rank: Int) -> Phrase {
        let number = (fr: NumberFormat.integer(rank, .french), en: NumberFormat.integer(rank, .english))
        let tens = rank % 100
        let ending =
            switch rank % 10 {
            case 1 where tens != 11: "st"
            case 2 where tens != 12: "nd"
            case 3 where tens != 13: "rd"
            default: "th"
            }
        return Phrase(rank == 1 ? "1re" : number.fr + "e", number.en + ending)
    }

    private static func decimal(_ value: Double, _ decimals: Int) -> Phrase {
        Phrase(
            NumberFormat.decimal(value, decimals: decimals, .french),
            NumberFormat.decimal(value, decimals: decimals, .english))
    }

    /// Its rank, or why it has none.
    ///
    /// - Parameter top: length of the list that is asked about.
    static func outcome(_ explanation: Explanation, top: Int) -> Phrase {
        switch explanation.outcome {
        case .ranked(let rank):
            let place = ordinal(rank)
            let count = (
                fr: NumberFormat.integer(explanation.ranked, .french),
                en: NumberFormat.integer(explanation.ranked, .english)
            )
            let beyond =
                rank > top
                ? Phrase(
                    ", au-delà des \(top) premières que la liste demandée retient",
                    ", beyond the first \(top) that the list asked for keeps") : Phrase("", "")
            return explanation.ranked == 1
                ? Phrase("seule structure qui convienne", "the only supplier that fits")
                : Phrase(
                    "\(place.fr) sur \(count.fr) structures qui conviennent\(beyond.fr)",
                    "\(place.en) of \(count.en) suppliers that fit\(beyond.en)")
        case .setAside(let rank):
            let place = ordinal(rank)
            let articles = explanation.eligibility.articles.joined(separator: ", ")
            let reason = explanation.eligibility.reasons.first ?? Phrase("", "")
            let law = articles.isEmpty ? Phrase("", "") : Phrase(" (\(articles))", " (\(articles))")
            return Phrase(
                "absente de la liste : la réservation l’écarte\(law.fr), \(reason.fr) ; elle serait \(place.fr) sans cela",
                "not in the list: the reservation keeps it out\(law.en), \(reason.en); it would be \(place.en) without")
        case .tooLittleTrade:
            let (trade, least) = (decimal(explanation.trade, 2), decimal(explanation.leastTrade, 2))
            return Phrase(
                "absente de la liste : le métier n’est pas assez établi (\(trade.fr), il faut \(least.fr))",
                "not in the list: the trade is not shown well enough (\(trade.en), \(least.en) is needed)")
        case .toContact(let place, let count):
            let total = (fr: NumberFormat.integer(count, .french), en: NumberFormat.integer(count, .english))
            return count == 1
                ? Phrase(
                    "hors classement : métier non connu ; seule structure à contacter près du lieu",
                    "not ranked: trade not known; the only supplier to be contacted near the place")
                : Phrase(
                    "hors classement : métier non connu ; \(ordinal(place).fr) des \(total.fr) structures à contacter près du lieu",
                    "not ranked: trade not known; \(ordinal(place).en) of the \(total.en) suppliers to be contacted near the place"
                )
        case .tooLowScore:
            let (score, least) = (decimal(explanation.score, 1), decimal(explanation.leastScore, 1))
            return Phrase(
                "absente de la liste : score trop bas (\(score.fr), il faut \(least.fr))",
                "not in the list: score too low (\(score.en), \(least.en) is needed)")
        }
    }

    static func absence(_ absence: ExplanationSheet.Absence, asked: String) -> Phrase {
        switch absence {
        case .unknown:
            Phrase(
                "« \(asked) » n’est pas dans le catalogue ; vérifiez le numéro, ou importez une liste qui contient la structure.",
                "“\(asked)” is not in the catalogue; check the number, or import a list that holds the supplier.")
        case .closed(let name, let since):
            Phrase(
                "\(name) est fermée\(since.map { " depuis le " + $0.text(.french) } ?? "") : elle ne répond plus à aucun lot.",
                "\(name) has closed\(since.map { " on " + $0.iso } ?? ""): it answers no lot any more.")
        case .notListed(let name):
            Phrase(
                "\(name.isEmpty ? "« \(asked) »" : name) est connue d’un registre, mais aucune source ne la met au catalogue de l’ESS.",
                "\(name.isEmpty ? "“\(asked)”" : name) is known to a registry, but no source puts it into the ESS catalogue."
            )
        }
    }
}
