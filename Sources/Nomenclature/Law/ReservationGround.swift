import Wording

/// A ground on which a lot may be reserved, during a period: one row of `Catalog/Law/grounds.tsv`.
public struct ReservationGround: Sendable, Hashable {
    /// Whether buyers may use it during the period.
    public enum Use: String, Sendable, Hashable {
        case allowed, toVerify, forbidden
    }

    /// `L2113-12`
    public let article: String
    /// Whose share of the workers counts: « travailleurs handicapés ».
    public let workers: Phrase
    /// Least share of these workers, 0–1; `nil` where none is asked for.
    public let leastShare: Double?
    /// Only a contracting authority may use it, no contracting entity.
    public let isForAuthoritiesOnly: Bool
    /// Only for listed services.
    public let isForSocialServices: Bool
    /// Longest contract, months.
    public let longestMonths: Double?
    /// How long the winner may not win again on the same ground, months.
    public let barMonths: Int?
    /// What else has to be true of the lot; `nil` for nothing.
    public let condition: Phrase?
    /// Whether a group may answer when each of its members may.
    public let isOpenToGroups: Bool
    public let use: Use
    /// Why the use is not simply allowed.
    public let useReason: Phrase
    /// What the notice has to say.
    public let notice: Phrase
    public let basis: LawBasis

    static let all: [ReservationGround] = Table(
        "law-grounds", columns: "article", "public_fr", "public_en", "least_share", "buyers", "services",
        "longest_months", "bar_months", "condition_fr", "condition_en", "groups", "use", "use_fr", "use_en",
        "notice_fr", "notice_en", "valid_from", "valid_to", "source", "status"
    ).map { row in
        guard let use = Use(rawValue: row[11]) else { preconditionFailure("table law-grounds: use \(row[11])") }
        return ReservationGround(
            article: row[0], workers: Phrase(row[1], row[2]), leastShare: row.cell(3).decimal,
            isForAuthoritiesOnly: row[4] == "authority", isForSocialServices: row[5] == "social",
            longestMonths: row.cell(6).decimal, barMonths: row.cell(7).number,
            condition: row[8].isEmpty ? nil : Phrase(row[8], row[9]), isOpenToGroups: row[10] == "everyMember",
            use: use, useReason: Phrase(row[12], row[13]), notice: Phrase(row[14], row[15]),
            basis: LawBasis(row, from: 16, source: 18))
    }

    /// The ground as it stands on a day; `nil` when the article was not, or is no longer, in force.
    public static func of(_ article: String, on day: Day) -> ReservationGround? {
        all.first { $0.article == article && $0.basis.isValid(on: day) }
    }

    /// The ground on a day, else as it was first or last in force: what it asks for stays known.
    public static func nearest(_ article: String, on day: Day) -> ReservationGround? {
        let rows = all.filter { $0.article == article }
        return rows.first { $0.basis.isValid(on: day) } ?? rows.first { $0.basis.validFrom.map { day < $0 } ?? false }
            ?? rows.last
    }

    /// The longest time, in months, that an award bars from the next one on a ground in force on a day.
    public static func longestBar(on day: Day) -> Int? {
        all.filter { $0.basis.isValid(on: day) }.compactMap(\.barMonths).max()
    }
}
