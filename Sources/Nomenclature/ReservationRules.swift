import Wording

/// What the law says of a kind of structure under an article that reserves markets: one row of
/// `Catalog/Law/reservations.tsv`, with its validity and its source.
public struct ReservationRule: Sendable, Hashable {
    /// What follows from holding the kind.
    public enum Verdict: String, Sendable {
        /// The kind is enough: the law fixes its share of workers at half or more.
        case eligible
        /// Half of the workers must be disadvantaged (R2113-7): to be seen for each structure.
        case ifShare
        /// An ESS enterprise, for social services only (L2113-15).
        case ifSocialService
        /// As an equivalent structure, or where the law is unsettled.
        case toConfirm
        case notEligible
    }

    /// Article of the code de la commande publique, e.g. `L2113-12`.
    public let article: String
    /// `nil`: any enterprise of the ESS that holds none of the kinds of the table.
    public let kind: StructureKind?
    public let verdict: Verdict
    public let reason: Phrase
    public let basis: LawBasis
}

/// The rules of reserved markets, as data.
public enum ReservationRules {
    /// How the table writes « any other ESS enterprise ».
    private static let otherESS = "OTHER_ESS"

    public static let all: [ReservationRule] = Table(
        "reservations", columns: "article", "kind", "verdict", "reason_fr", "reason_en", "valid_from", "valid_to",
        "source", "status"
    ).map { row in
        let kind = StructureKind(rawValue: row[1])
        precondition(kind != nil || row[1] == otherESS, "table reservations: kind \(row[1])")
        guard let verdict = ReservationRule.Verdict(rawValue: row[2]) else {
            preconditionFailure("table reservations: verdict \(row[2])")
        }
        return ReservationRule(
            article: row[0], kind: kind, verdict: verdict, reason: Phrase(row[3], row[4]),
            basis: LawBasis(row, from: 5, source: 7))
    }

    /// The articles that reserve markets, in their order.
    public static let articles: [String] = all.reduce(into: []) { articles, rule in
        if !articles.contains(rule.article) { articles.append(rule.article) }
    }

    /// Kinds that the table names.
    public static let kinds = Set(all.compactMap(\.kind))

    /// The rule for a kind (`nil`: any other ESS enterprise) under an article, as in force on `day`; the first rule
    /// ever where the day is before them all, because notices of 2018 cite the same rules under older numbers.
    public static func rule(article: String, kind: StructureKind?, on day: Day) -> ReservationRule? {
        let rules = all.filter { $0.article == article && $0.kind == kind }
        return rules.first { $0.basis.isValid(on: day) }
            ?? rules.first { rule in rule.basis.validFrom.map { day < $0 } ?? false }
    }
}
