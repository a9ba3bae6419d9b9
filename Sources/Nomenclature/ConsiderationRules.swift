/// One rule of the reading of notices: a row of `Catalog/Law/considerations.tsv`.
///
/// A pattern is a sequence of words without accents; `/` parts patterns that are worth the same. `insert*` is any word
/// that begins so, `a|b` either word, `@name` any phrase of ``ConsiderationWords``, `..n` up to *n* words. Small
/// words (« de », « la » …) between two parts are passed over.
public struct ConsiderationRule: Sendable, Hashable {
    public let id: String
    /// `reservation`, `social`, `environmental`, `label`, `opening`; for publics `public`.
    public let category: String
    /// `reservation`, `clause`, `criterion`, `object`, `opening`; `auto`: by where the words stand; `beneficiary` and
    /// `article`: parts of a reservation; `mask`: words that say something else; `public`.
    public let kind: String
    /// Whether the rule finds that there is no such thing, as « réservé à la profession d’avocat » does.
    public let denies: Bool
    /// Whether a negation around the words takes them back; « aucune forme de groupement n’est imposée » stays.
    public let isDeniable: Bool
    /// What it is about, e.g. `insertion`, `organic`, `variants`.
    public let topic: String
    /// Articles of the code that the words point to.
    public let articles: [String]
    /// Fields in which the rule holds, by letter (see ``NoticeField`` of the reader); `*` for all.
    public let fields: String
    public let patterns: [String]
    /// Something of this must stand in the same sentence; empty when nothing has to.
    public let needs: [String]
    /// Nothing of this may stand in the same sentence.
    public let unless: [String]
    /// 0–1.
    public let confidence: Double
}

/// The rules that say what a notice's words mean, as data.
public enum ConsiderationRules {
    public static let all: [ConsiderationRule] = Table(
        "considerations", columns: "id", "category", "kind", "polarity", "topic", "article", "fields", "pattern",
        "needs", "unless", "confidence"
    ).map { row in
        guard let confidence = row.cell(10).decimal, (0...1).contains(confidence) else {
            preconditionFailure("table considerations: confidence of \(row[0])")
        }
        precondition(["yes", "no", "always"].contains(row[3]), "table considerations: polarity of \(row[0])")
        return ConsiderationRule(
            id: row[0], category: row[1], kind: row[2], denies: row[3] == "no",
            isDeniable: row[3] == "yes", topic: row[4], articles: row.list(5),
            fields: row[6], patterns: ConsiderationWords.phrases(row[7]), needs: ConsiderationWords.phrases(row[8]),
            unless: ConsiderationWords.phrases(row[9]), confidence: confidence)
    }
}

/// Phrases that several rules share, by name: `Catalog/Law/consideration-words.tsv`.
public enum ConsiderationWords {
    public static let all: [String: [String]] = Dictionary(
        uniqueKeysWithValues: Table("consideration-words", columns: "name", "phrases").map { row in
            (row[0], phrases(row[1]))
        })

    static func phrases(_ cell: String) -> [String] {
        cell.split(separator: "/").map { part in part.split(separator: " ").joined(separator: " ") }
            .filter { !$0.isEmpty }
    }
}
