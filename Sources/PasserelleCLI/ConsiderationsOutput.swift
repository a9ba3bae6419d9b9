import Considerations
import Nomenclature
import Passerelle
import Reports
import Tenders
import Wording

/// What notices say of reservations and considerations, as lines of JSON and as tables.
enum ConsiderationsOutput {
    /// One consideration of one lot, in the form of `passerelle considerations --format jsonl` (`docs/json.md`).
    static func json(_ entry: NoticeConsiderations.Entry, notice: String) -> JSONValue {
        let consideration = entry.consideration
        let measures = consideration.measures
        return .object([
            .init("notice", .string(notice)), .init("lot", .string(entry.lot)),
            .init("category", .string(consideration.category.rawValue)),
            .init("article", .string(article(consideration))), .init("kind", .string(consideration.kind.rawValue)),
            .init("polarity", .string(consideration.polarity.rawValue)),
            .init("from", .string(consideration.origin.rawValue)), .init("quote", .string(consideration.quote)),
            .init("place", .string(consideration.place.text)), .init("rule", .string(consideration.rule)),
            .init("confidence", .number(consideration.confidence)),
            .init("topic", .string(consideration.topic.isEmpty ? nil : consideration.topic)),
            .init("weight", .string(measures.weight)), .init("hours", .integer(measures.hours)),
            .init("percent", .number(measures.percent)), .init("publics", .strings(measures.publics)),
            .init("contradicted", .bool(consideration.isContradicted)),
        ])
    }

    private static func article(_ consideration: Consideration) -> String? {
        consideration.articles.isEmpty ? nil : consideration.articles.joined(separator: ", ")
    }

    static func table(_ entries: [(notice: String, entry: NoticeConsiderations.Entry)]) -> ReportTable {
        ReportTable(
            title: Phrase("Réservations et considérations", "Reservations and considerations"),
            columns: [
                .init("notice", Phrase("Avis", "Notice")), .init("lot", Phrase("Lot", "Lot")),
                .init("category", Phrase("Catégorie", "Category")), .init("kind", Phrase("Nature", "Kind")),
                .init("article", Phrase("Article", "Article")), .init("polarity", Phrase("Dit", "Says")),
                .init("from", Phrase("Source", "From")), .init("quote", Phrase("Passage", "Passage"), .longText),
                .init("rule", Phrase("Règle", "Rule")),
            ],
            rows: entries.map { line in
                let consideration = line.entry.consideration
                return [
                    .text(line.notice), .text(line.entry.lot), .phrase(phrase(consideration.category)),
                    .phrase(phrase(consideration.kind)), .text(article(consideration) ?? ""),
                    .phrase(phrase(consideration.polarity)),
                    .phrase(consideration.origin == .field ? Phrase("code", "code") : Phrase("texte", "text")),
                    .text(consideration.quote), .text(consideration.rule),
                ]
            })
    }

    /// A lot that is said to be reserved.
    struct ReservedLot {
        let notice: String
        let lot: String
        let source: NoticeConsiderations.ReservationSource
        let articles: [String]
        let quote: String
    }

    static func reserved(_ read: ReadConsiderations) -> [ReservedLot] {
        read.considerations.reservedLots.map { lot, source in
            let said = read.considerations.entries.filter {
                $0.lot == lot && $0.consideration.category == .reservation && $0.consideration.polarity == .yes
            }.map(\.consideration)
            let inWords = said.filter { $0.origin == .text }
            let words = inWords.first { !$0.articles.isEmpty } ?? inWords.first
            return ReservedLot(
                notice: read.notice.id, lot: lot, source: source, articles: (words ?? said.first)?.articles ?? [],
                quote: words?.quote ?? "")
        }
    }

    static func table(_ lots: [ReservedLot]) -> ReportTable {
        ReportTable(
            title: Phrase("Lots réservés", "Reserved lots"),
            columns: [
                .init("notice", Phrase("Avis", "Notice")), .init("lot", Phrase("Lot", "Lot")),
                .init("source", Phrase("Dit par", "Said by")), .init("article", Phrase("Article", "Article")),
                .init("quote", Phrase("Passage", "Passage"), .longText),
            ],
            rows: lots.map { lot in
                [
                    .text(lot.notice), .text(lot.lot), .phrase(phrase(lot.source)),
                    .text(lot.articles.joined(separator: ", ")), .text(lot.quote),
                ]
            })
    }

    static func json(_ lot: ReservedLot) -> JSONValue {
        .object([
            .init("notice", .string(lot.notice)), .init("lot", .string(lot.lot)),
            .init("source", .string(lot.source.rawValue)),
            .init("article", .string(lot.articles.isEmpty ? nil : lot.articles.joined(separator: ", "))),
            .init("quote", .string(lot.quote)),
        ])
    }

    private static func phrase(_ category: Consideration.Category) -> Phrase {
        switch category {
        case .reservation: Phrase("réservation", "reservation")
        case .social: Phrase("sociale", "social")
        case .environmental: Phrase("environnementale", "environmental")
        case .label: Phrase("label", "label")
        case .opening: Phrase("ouverture", "opening")
        }
    }

    private static func phrase(_ kind: Consideration.Kind) -> Phrase {
        switch kind {
        case .reservation: Phrase("réservation", "reservation")
        case .clause: Phrase("clause d’exécution", "performance clause")
        case .criterion: Phrase("critère", "criterion")
        case .object: Phrase("objet", "object")
        case .opening: Phrase("ouverture", "opening")
        }
    }

    private static func phrase(_ polarity: Consideration.Polarity) -> Phrase {
        polarity == .yes ? Phrase("oui", "yes") : Phrase("non", "no")
    }

    private static func phrase(_ source: NoticeConsiderations.ReservationSource) -> Phrase {
        switch source {
        case .flag: Phrase("le code seul", "the code only")
        case .text: Phrase("le texte seul", "the text only")
        case .both: Phrase("le code et le texte", "code and text")
        case .contradictory: Phrase("contradictoire", "contradictory")
        }
    }
}
