import Wording

/// An article of the code de la commande publique as it reads during a period.
public struct LegalArticle: Sendable, Hashable {
    /// `L2113-12`
    public let id: String
    public let title: Phrase
    /// What it asks or allows, in one sentence.
    public let asks: Phrase
    public let basis: LawBasis

    static let all: [LegalArticle] = Table(
        "law-articles", columns: "article", "title_fr", "title_en", "asks_fr", "asks_en", "valid_from", "valid_to",
        "source", "status"
    ).map { row in
        LegalArticle(
            id: row[0], title: Phrase(row[1], row[2]), asks: Phrase(row[3], row[4]),
            basis: LawBasis(row, from: 5, source: 7))
    }
}
