import FrenchText

/// How names of départements and régions are compared: without accents, hyphens or the article in front.
enum PlaceName {
    private static let articles: Set<String> = [
        "le", "la", "les", "l", "departement", "region", "de", "du", "des", "d",
    ]

    static func key(_ name: String) -> String {
        let words = Folding.fold(name).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
        return Array(words.drop(while: { articles.contains($0) })).joined(separator: " ")
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmingWhitespace: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
