import Catalog
import Matching
import Nomenclature
import Wording

/// Whether a supplier, or several that tender together, may answer a lot: as it is shown.
public struct EligibilitySheet: Sendable {
    public var lot: String
    public var title: String
    public var day: Day
    public var reservation: Reservation?
    /// The reservation was asked for, not read in the notice.
    public var isAsked: Bool
    /// Those who were asked about: SIRET or key, and name.
    public var suppliers: [(key: String, name: String)]
    public var answer: Eligibility
    /// What of the question could not be used: « durée du lot ».
    public var unused: [Phrase]

    public init(
        lot: String, title: String, day: Day, reservation: Reservation?, isAsked: Bool,
        suppliers: [(key: String, name: String)], answer: Eligibility, unused: [Phrase]
    ) {
        self.lot = lot
        self.title = title
        self.day = day
        self.reservation = reservation
        self.isAsked = isAsked
        self.suppliers = suppliers
        self.answer = answer
        self.unused = unused
    }

    /// In the stable form of `docs/json.md`.
    public func json(_ language: Language) -> JSONValue {
        func texts(_ phrases: [Phrase]) -> JSONValue { .strings(phrases.map { $0[language] }) }
        return .object([
            .init("verdict", .string(answer.verdict.rawValue)),
            .init("article", answer.articles.isEmpty ? .null : .string(answer.articles.joined(separator: ", "))),
            .init("reasons", texts(answer.reasons)), .init("evidence", texts(answer.evidence)),
            .init("missing", texts(answer.missing)), .init("unused", texts(unused)),
            .init("lot", .string(lot)), .init("title", .string(title)), .init("date", .string(day.iso)),
            .init("articles", .strings(answer.articles)),
            .init(
                "reservation",
                reservation.map { reservation in
                    .object([
                        .init("articles", .strings(reservation.articles)),
                        .init("from", .string(isAsked ? "asked" : reservation.origin.rawValue)),
                        .init("certain", .bool(reservation.isCertain)), .init("quote", .string(reservation.quote)),
                    ])
                } ?? .null),
            .init(
                "suppliers",
                .array(
                    suppliers.map { .object([.init("siret", .string($0.key)), .init("name", .string($0.name))]) })),
        ])
    }

    /// For a terminal.
    public func text(_ language: Language, width: Int) -> String {
        func say(_ fr: String, _ en: String) -> String { Phrase(fr, en)[language] }
        let names = suppliers.map { $0.name.isEmpty ? $0.key : "\($0.name) (\($0.key))" }.joined(separator: " + ")
        var lines = [names, "\(lot) – \(title)", ""]
        lines.append(EligibilityWords.verdict(answer.verdict)[language].uppercased())
        if !answer.articles.isEmpty {
            let origin = isAsked ? say(" (demandé)", " (asked for)") : ""
            lines.append(
                say("Article\u{A0}: ", "Article: ") + answer.articles.joined(separator: ", ") + origin
                    + say(", au \(day.text(.french))", ", on \(day.iso)"))
        }
        for (title, phrases) in [
            (say("Pourquoi", "Why"), answer.reasons), (say("Preuves", "Evidence"), answer.evidence),
            (say("Il manque", "Missing"), answer.missing), (say("Non disponible", "Not available"), unused),
        ] where !phrases.isEmpty {
            lines += ["", title]
            lines += phrases.map { "  – " + $0[language] }
        }
        return lines.flatMap { DisplayWidth.wrapIndented($0, to: width) }.joined(separator: "\n") + "\n"
    }
}

/// Verdicts in words.
enum EligibilityWords {
    static func verdict(_ verdict: Eligibility.Verdict) -> Phrase {
        switch verdict {
        case .eligible: Phrase("éligible", "eligible")
        case .toConfirm: Phrase("à confirmer", "to be confirmed")
        case .notEligible: Phrase("non éligible", "not eligible")
        }
    }
}
