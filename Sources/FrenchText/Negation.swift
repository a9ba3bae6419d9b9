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

    /// What a word does to a negation.
    struct Roles: OptionSet, Sendable, BitwiseCopyable {
        let rawValue: UInt16
        /// « sans », which negates one word.
        static let without = Roles(rawValue: 1)
        static let excludes = Roles(rawValue: 2)
        static let negates = Roles(rawValue: 4)
        static let negatesAfterNe = Roles(rawValue: 8)
        static let hors = Roles(rawValue: 16)
        static let ne = Roles(rawValue: 32)
        static let affirms = Roles(rawValue: 64)
        static let followsHors = Roles(rawValue: 128)
        static let continues = Roles(rawValue: 256)
        static let ends = Roles(rawValue: 512)
        /// Of one or two letters.
        static let isShort = Roles(rawValue: 1024)

        /// Without a word that has one of these, nothing is negated.
        static let cues: Roles = [.without, .excludes, .negates, .negatesAfterNe]

        /// - Parameter word: folded.
        init(_ word: String) {
            self = Negation.roles[word] ?? []
            if word.utf8.count <= 2 { insert(.isShort) }
        }

        init(rawValue: UInt16) {
            self.rawValue = rawValue
        }
    }

    private static let roles: [String: Roles] = {
        let lists: [(Set<String>, Roles)] = [
            (["sans"], .without), (["hors"], .hors), (["ne"], .ne), (exclusions, .excludes), (cues, .negates),
            (cuesAfterNe, .negatesAfterNe), (adverbsThatAffirm, .affirms), (afterHors, .followsHors),
            (continuations, .continues), (ends, .ends),
        ]
        var roles: [String: Roles] = [:]
        for (words, role) in lists {
            for word in words { roles[word, default: []].insert(role) }
        }
        return roles
    }()

    /// A word of a text, as far as it matters here.
    struct Word {
        let roles: Roles
        let pause: Token.Pause
    }

    /// For each word, whether it is negated.
    static func scope(_ words: [Word]) -> [Bool] {
        var negated = [Bool](repeating: false, count: words.count)
        var open = false
        var single = false
        for (index, word) in words.enumerated() {
            if open, ends(word) { open = false }
            if isCue(words, at: index) {
                // Neither the cue nor what follows is an offer.
                negated[index] = true
                open = true
                single = word.roles.contains(.without)
                // « nous ne lavons pas le linge »: the verb is denied too.
                if let ne = place(ofNeBefore: index, in: words) {
                    for place in ne..<index { negated[place] = true }
                }
                continue
            }
            guard open else { continue }
            negated[index] = true
            // « sans hébergement »: one word, those of one or two letters not counted.
            if single, !word.roles.contains(.isShort) { open = false }
        }
        return negated
    }

    private static func ends(_ word: Word) -> Bool {
        switch word.pause {
        case .none: word.roles.contains(.ends)
        case .comma: !word.roles.contains(.continues)
        case .clause, .sentence: true
        }
    }

    private static func isCue(_ words: [Word], at index: Int) -> Bool {
        let roles = words[index].roles
        if roles.isDisjoint(with: .cues) { return false }
        if roles.contains(.without) || roles.contains(.excludes) { return true }
        if roles.contains(.negatesAfterNe) { return place(ofNeBefore: index, in: words) != nil }
        guard index + 1 < words.count, words[index + 1].pause < .clause else { return false }
        let next = words[index + 1].roles
        return !next.contains(roles.contains(.hors) ? .followsHors : .affirms)
    }

    private static func place(ofNeBefore index: Int, in words: [Word]) -> Int? {
        var position = index
        while position > 0, index - position < reachOfNe, words[position].pause < .comma {
            position -= 1
            if words[position].roles.contains(.ne) { return position }
        }
        return nil
    }
}
