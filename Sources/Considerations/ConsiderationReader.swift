import FrenchText
import Nomenclature

/// Reads what one text of a notice says of reservations and considerations.
public enum ConsiderationReader {
    /// A consideration and the lots that its sentence names.
    struct Statement {
        var consideration: Consideration
        let scope: LotScope
    }

    /// Below this a finding is a hint, and not shown.
    public static let leastConfidence = 0.5

    /// What a text says, in its order, each kind of consideration once a sentence. Places are within the text.
    public static func read(_ text: String, field: NoticeField) -> [Consideration] {
        statements(text, field: field).map(\.consideration)
    }

    /// The first reservation of a text, and whether its articles are known; `nil` when nothing is reserved. Hints
    /// included: something is reserved to a structure, and it is not sure that it is the purchase.
    public static func reservation(in text: String) -> (articles: [String], isCertain: Bool, quote: String)? {
        // Most texts hold neither word: nothing needs to be looked for.
        guard mayReserve(text) else { return nil }
        let book = RuleBook.shared
        let read = book.read(text)
        let matches = read.sentences.map { ($0, book.matches(in: $0, of: read, field: .description)) }
        let found = ReservationPhrases(read, matches).all()
        guard let first = found.first(where: { $0.polarity == .yes }) else { return nil }
        if first.rule == ReservationPhrases.articleAlone, found.contains(where: { $0.polarity == .no }) { return nil }
        return (first.articles, first.isCertain, read.quote(first.first, first.last, in: first.sentence))
    }

    /// The words that every reservation holds one of.
    private static func mayReserve(_ text: String) -> Bool {
        var folded = Folding.fold(text)
        return folded.withUTF8 { bytes in
            signs.contains { sign in
                bytes.indices.contains { bytes[$0] == sign[0] && bytes[$0...].starts(with: sign) }
            }
        }
    }

    private static let signs = [
        "reserv", "2113", "equivalent", "seul", "exclusi", "uniquement", "peut", "peuvent", "pourront", "limite",
        "travailleurs",
        "mentionne", "defavorise", "handicap",
    ].map {
        Array($0.utf8)
    }

    static func statements(_ text: String, field: NoticeField) -> [Statement] {
        let book = RuleBook.shared
        let read = book.read(text)
        let matches = read.sentences.map { ($0, book.matches(in: $0, of: read, field: field)) }
        let lots = LotScopes(read)
        var statements: [Statement] = ReservationPhrases(read, matches).all().filter {
            $0.confidence >= leastConfidence
        }.map { found in
            let publics = matches.first { $0.0 == found.sentence }.map { Self.publics($0.1) } ?? []
            var consideration = Self.consideration(
                read, first: found.first, last: found.last, sentence: found.sentence, field: field,
                category: .reservation, kind: .reservation, polarity: found.polarity, rule: found.rule,
                confidence: found.confidence)
            consideration.articles = found.articles
            consideration.measures.publics = publics
            return Statement(
                consideration: consideration, scope: lots.scope(of: found.first, found.last, in: found.sentence))
        }
        for (sentence, matches) in matches where !matches.isEmpty {
            let sentenceReader = SentenceReader(text: read, sentence: sentence, matches: matches, field: field)
            statements += sentenceReader.statements.map { found in
                var consideration = Self.consideration(
                    read, first: found.match.first, last: found.match.last, sentence: sentence, field: field,
                    category: found.category, kind: found.kind, polarity: found.polarity,
                    rule: found.match.rule.row.id, confidence: found.match.rule.row.confidence)
                consideration.articles = found.match.rule.row.articles
                consideration.topic = found.match.rule.row.topic
                consideration.measures = found.measures
                return Statement(
                    consideration: consideration,
                    scope: lots.scope(of: found.match.first, found.match.last, in: sentence))
            }
        }
        return statements.sorted { $0.consideration.place.offset < $1.consideration.place.offset }
    }

    /// Whom the words of a sentence are for.
    static func publics(_ matches: [RuleBook.Match]) -> [String] {
        var seen: Set<String> = []
        return matches.filter { $0.kind == "public" }.map(\.rule.row.topic).filter { seen.insert($0).inserted }
    }

    private static func consideration(
        _ text: ReadText, first: Int, last: Int, sentence: Range<Int>, field: NoticeField,
        category: Consideration.Category, kind: Consideration.Kind, polarity: Consideration.Polarity, rule: String,
        confidence: Double
    ) -> Consideration {
        let bytes = text.bytes(first, last)
        return Consideration(
            category: category, kind: kind, polarity: polarity, articles: [], topic: "", origin: .text,
            quote: text.quote(first, last, in: sentence),
            place: ConsiderationPlace(field: field, isOfLot: false, offset: bytes.offset, length: bytes.length),
            rule: rule, confidence: confidence)
    }
}
