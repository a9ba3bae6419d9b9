/// Finds what a text says is *not* there: « nous ne faisons pas d’élagage », « nettoyage, hors vitrerie », « sauf … ».
enum Negation {
    /// Words that negate what follows, up to the end of the clause.
    private static let cues: Set<String> = [
        "pas", "ni", "sauf", "hors", "hormis", "excepte", "aucun", "aucune", "jamais",
    ]
    /// Negate only after `ne`: « nous ne faisons plus de … », but « plus de 20 ans ».
    private static let cuesAfterNe: Set<String> = ["plus", "guere"]
    /// « à l’exception de », « à l’exclusion de ».
    private static let exclusions: Set<String> = ["exception", "exclusion"]
    /// « pas seulement », « pas uniquement » say the contrary.
    private static let adverbsThatAffirm: Set<String> = ["seulement", "uniquement", "exclusivement", "que"]
    /// « hors d’eau », « hors sol » are ways of building or growing.
    private static let afterHors: Set<String> = ["sol", "eau", "air", "site", "d", "oeuvre", "taxe", "taxes", "ht"]
    /// Words after a comma that carry the negation on.
    private static let continuations: Set<String> = ["ni", "pas", "et", "ou"]
    /// Words that end it.
    private static let ends: Set<String> = [
        "mais", "cependant", "toutefois", "uniquement", "seulement", "seul", "seule",
    ]
    /// How many words back a `ne` still belongs to the cue.
    private static let reachOfNe = 6

    /// For each token, whether it is negated.
    static func scope(_ tokens: [Token]) -> [Bool] {
        var negated = [Bool](repeating: false, count: tokens.count)
        var open = false
        var single = false
        for (index, token) in tokens.enumerated() {
            let word = token.folded
            if open, ends(token) { open = false }
            if isCue(tokens, at: index) {
                // Neither the cue nor what follows is an offer.
                negated[index] = true
                open = true
                single = word == "sans"
                // « nous ne lavons pas le linge »: the verb is denied too.
                if let ne = place(ofNeBefore: index, in: tokens) {
                    for place in ne..<index { negated[place] = true }
                }
                continue
            }
            guard open else { continue }
            negated[index] = true
            // « sans hébergement »: one word, those of one or two letters not counted.
            if single, word.utf8.count > 2 { open = false }
        }
        return negated
    }

    private static func ends(_ token: Token) -> Bool {
        switch token.pause {
        case .none: ends.contains(token.folded)
        case .comma: !continuations.contains(token.folded)
        case .clause: true
        case .sentence: true
        }
    }

    private static func isCue(_ tokens: [Token], at index: Int) -> Bool {
        let word = tokens[index].folded
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        if word == "sans" { return true }
        if exclusions.contains(word) { return true }
        if cuesAfterNe.contains(word) { return place(ofNeBefore: index, in: tokens) != nil }
        guard cues.contains(word) else { return false }
        guard let next, next.pause < .clause else { return false }
        if word == "hors" { return !afterHors.contains(next.folded) }
        return !adverbsThatAffirm.contains(next.folded)
    }

    private static func place(ofNeBefore index: Int, in tokens: [Token]) -> Int? {
        var position = index
        while position > 0, index - position < reachOfNe, tokens[position].pause < .comma {
            position -= 1
            if tokens[position].folded == "ne" { return position }
        }
        return nil
    }
}
