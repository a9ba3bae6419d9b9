import FrenchText

/// Whether the words around a statement take it back: « aucune clause sociale », « variantes : non », « ne sont pas
/// autorisées ».
enum Denial {
    private static let before: Set<String> = ["non", "pas", "aucun", "aucune", "ni", "sans", "jamais", "absence"]
    private static let between: Set<String> = ["pas", "aucun", "aucune", "non", "jamais", "nullement"]
    /// « non seulement », « non-discrimination », « sans préjudice », « pas moins de » deny nothing.
    private static let harmless: Set<String> = [
        "seulement", "uniquement", "discrimination", "discriminations", "prejudice", "moins", "que", "delai",
    ]
    private static let answers: Set<String> = ["non", "neant", "aucun", "aucune"]
    /// « la clause est supprimée »
    private static let ends: Set<String> = [
        "supprime", "supprimee", "supprimes", "supprimees", "retiree", "retirees", "abandonnee", "abandonnees",
    ]
    private static let reachOfEnd = 4
    private static let reachBefore = 4
    private static let reachOfNe = 4
    private static let reachOfAnswer = 12

    /// - Parameters:
    ///   - first: the first word of the statement.
    ///   - touched: places of the words that make it.
    static func holds(_ text: ReadText, first: Int, last: Int, touched: [Int] = [], in sentence: Range<Int>) -> Bool {
        var place = first
        while place > sentence.lowerBound, first - place < reachBefore, text.tokens[place].pause < .clause {
            place -= 1
            if before.contains(text.word(place)), !harmless.contains(text.word(place + 1)) { return true }
        }
        for place in first...last where !touched.contains(place) && between.contains(text.word(place)) {
            if !harmless.contains(text.word(place + 1)) { return true }
        }
        if (last + 1...last + reachOfEnd).contains(where: { $0 < sentence.upperBound && ends.contains(text.word($0)) })
        {
            return true
        }
        return isDeniedByVerb(text, after: last, in: sentence) || isAnswered(text, after: last, in: sentence)
    }

    /// « la clause sociale n’est pas prévue »
    private static func isDeniedByVerb(_ text: ReadText, after last: Int, in sentence: Range<Int>) -> Bool {
        guard let ne = (last + 1...last + 2).first(where: { $0 < sentence.upperBound && text.word($0) == "ne" })
        else { return false }
        return (ne + 1...ne + reachOfNe).contains { place in
            place < sentence.upperBound && between.contains(text.word(place))
                && !harmless.contains(text.word(place + 1))
        }
    }

    /// « Marché réservé : non », « Clause sociale : sans objet »
    private static func isAnswered(_ text: ReadText, after last: Int, in sentence: Range<Int>) -> Bool {
        var place = last + 1
        while place < sentence.upperBound, place - last <= reachOfAnswer {
            if text.tokens[place].pause == .clause {
                return answers.contains(text.word(place)) && !harmless.contains(text.word(place + 1))
                    || (text.word(place) == "sans" && text.word(place + 1) == "objet")
            }
            place += 1
        }
        return false
    }
}
