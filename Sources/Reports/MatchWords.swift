import Catalog
import Matching
import Nomenclature
import Wording

/// What is said of a match in the same words by the page, the tables and the JSON.
public enum MatchWords {
    static func verdict(_ verdict: Eligibility.Verdict) -> Phrase {
        switch verdict {
        case .eligible: Phrase("éligible", "eligible")
        case .toConfirm: Phrase("à vérifier", "to be confirmed")
        case .notEligible: Phrase("non éligible", "not eligible")
        }
    }

    /// « éligible (L2113-12) ».
    static func eligibility(_ eligibility: Eligibility, _ language: Language) -> String {
        let word = verdict(eligibility.verdict)[language]
        return eligibility.articles.isEmpty ? word : word + " (" + eligibility.articles.joined(separator: ", ") + ")"
    }

    /// Codes of the kinds, ESUS last: « ACI, association, ESUS ».
    static func kinds(_ supplier: Supplier, on day: Day) -> String {
        let kinds = supplier.kinds.map(\.kind).sorted().map(\.rawValue)
        return (kinds + (supplier.isESUS(on: day) ? ["ESUS"] : [])).joined(separator: ", ")
    }

    static func distance(_ distance: Double?, _ language: Language) -> String {
        guard let distance else { return "" }
        return NumberFormat.decimal(distance, decimals: 0, language) + "\u{202F}km"
    }

    /// « à 12 km », « sur place ».
    static func away(_ distance: Double?, _ language: Language) -> String {
        guard let distance else { return "" }
        if distance < 0.5 { return Phrase("sur place", "on the spot")[language] }
        return Phrase("à ", "at ")[language] + self.distance(distance, language)
    }

    /// How many structures of the trade may not answer.
    public static func setAside(_ count: Int) -> Phrase {
        count == 1
            ? Phrase(
                "1 autre structure du métier n’est pas dans la liste : la réservation ne lui permet pas de répondre.",
                "1 other supplier of the trade is not in the list: the reservation does not let it answer.")
            : Phrase(
                "\(count) autres structures du métier ne sont pas dans la liste : la réservation ne leur permet pas de répondre.",
                "\(count) other suppliers of the trade are not in the list: the reservation does not let them answer.")
    }

    /// The heading of the structures of unknown trade.
    public static let contacts = Phrase("Métier non connu, à contacter", "Trade not known, to be contacted")

    /// Why they are listed, and why apart.
    public static let whyContacts = Phrase(
        "Ces structures sont près du lieu ou y interviennent, et aucune source ne dit leur métier : elles ne sont ni classées ni notées, mais à interroger.",
        "These suppliers are near the place or work there, and no source says their trade: they are neither ranked nor scored, but to be asked."
    )

    /// « entretien des espaces verts : oui ; traiteur : non », empty for a lot of one trade.
    static func trades(_ match: Match, _ language: Language) -> String {
        match.trades.map { part in
            part.name + (language == .french ? "\u{A0}: " : ": ")
                + (part.isCovered ? Phrase("oui", "yes") : Phrase("non", "no"))[language]
        }.joined(separator: " ; ")
    }

    /// The sentences of the criteria, heaviest first.
    static func reasons(_ match: Match) -> [CriterionScore] {
        match.criteria.enumerated().filter { !$0.element.sentence.fr.isEmpty }
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map(\.element)
    }

    /// Source and day of what shows the kinds.
    static func evidence(_ supplier: Supplier, _ language: Language) -> [String] {
        var seen: Set<String> = []
        var lines: [String] = []
        func add(_ what: String, _ evidence: Evidence) {
            var text = what + (language == .french ? " : " : ": ")
            text += SupplierSource.named(evidence.source)?.name[language] ?? evidence.source
            if let day = evidence.seen { text += ", " + day.text(language) }
            if let end = evidence.validTo {
                text += Phrase(", jusqu’au ", ", until ")[language] + end.text(language)
            }
            if seen.insert(text).inserted { lines.append(text) }
        }
        for held in supplier.kinds { for evidence in held.evidence { add(held.kind.rawValue, evidence) } }
        for evidence in supplier.esus { add("ESUS", evidence) }
        return lines
    }
}
