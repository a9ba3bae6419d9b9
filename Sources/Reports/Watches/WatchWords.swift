import Matching
import Nomenclature
import Wording

/// What is said of what a watch tells, in the same words by all its forms.
public enum WatchWords {
    /// « Nouveau », « Date limite changée : 4 décembre 2026 au lieu du 20 novembre 2026 ».
    public static func kind(_ item: WatchItem, _ language: Language) -> String {
        switch item.kind {
        case .new: return Phrase("nouveau", "new")[language]
        case .changed(let from):
            let none = Phrase("aucune", "none")[language]
            let before = from.flatMap { Day(iso: $0) }?.text(language) ?? none
            let now = item.opportunity.lot.deadlineDay?.text(language) ?? none
            let hours = hour(of: from).map { " " + $0 } ?? ""
            return language == .french
                ? "date limite changée\u{A0}: \(now) (avant\u{A0}: \(before)\(hours))"
                : "deadline changed: \(now) (before: \(before)\(hours))"
        }
    }

    private static func hour(of deadline: String?) -> String? {
        guard let deadline, let mark = deadline.firstIndex(of: "T") else { return nil }
        return String(deadline[deadline.index(after: mark)...].prefix(5))
    }

    /// Why the lot is told, and all that a reader decides by: one line each.
    public static func lines(_ item: WatchItem, _ language: Language) -> [String] {
        let (opportunity, lot) = (item.opportunity, item.opportunity.lot)
        let colon = language == .french ? "\u{A0}: " : ": "
        func labelled(_ french: String, _ english: String, _ texts: [String]) -> [String] {
            texts.filter { !$0.isEmpty }.map { Phrase(french, english)[language] + colon + $0 }
        }
        let score = NumberFormat.decimal(opportunity.match.score, decimals: 0, language)
        return [
            kind(item, language),
            "score" + colon + score + "/100, " + OpportunityWords.way(opportunity.way)[language] + ", "
                + MatchWords.eligibility(opportunity.match.eligibility, language),
        ]
            + labelled("acheteur", "buyer", [lot.buyer])
            + labelled("date limite", "deadline", [OpportunityWords.deadline(lot, language)])
            + labelled("lieu", "place", [lot.need.places.map { $0.text(language) }.joined(separator: ", ")])
            + labelled("raison", "reason", OpportunityWords.reasons(opportunity).map { $0[language] })
            + labelled("manque", "missing", OpportunityWords.missing(opportunity).map { $0[language] })
            + labelled("à compléter", "to complete", OpportunityWords.lacks(opportunity).map { $0[language] })
            + labelled(
                "avec", "with",
                opportunity.group?.partners.map { OpportunityWords.partner($0, lot.need, language) } ?? [])
            + labelled("avis", "notice", lot.unused.map { $0[language] })
            + labelled("documents", "documents", [lot.documents ?? ""]) + [lot.need.id]
    }
}
