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
    /// « location de barnum exclue », « vitrerie non comprise »: at the end of a clause they negate what stands before.
    private static let exclusionsAfter: Set<String> = ["exclu", "exclue", "exclus", "exclues"]
    /// The same after `non`.
    private static let inclusions: Set<String> = [
        "compris", "comprise", "comprises", "inclus", "incluse", "incluses", "prevu", "prevue", "prevus", "prevues",
        "assure", "assuree", "assures", "assurees", "propose", "proposee", "proposes", "proposees", "realise",
        "realisee", "realises", "realisees", "pratique", "pratiquee", "pratiques", "pratiquees",
    ]
    /// « personnes exclues » are those for whom one works.
    private static let people: Set<String> = [
        "personne", "personnes", "public", "publics", "population", "populations", "femmes", "hommes", "jeunes",
        "familles", "salaries", "habitants",
    ]
    /// « activité de menuiserie arrêtée en 2019 »: what is no longer done.
    private static let stops: Set<String> = [
        "arretee", "arretees", "cessee", "cessees", "abandonnee", "abandonnees", "suspendue", "suspendues", "supprimee",
        "supprimees",
    ]
    private static let activities: Set<String> = ["activite", "activites", "production", "productions"]
    /// « ancienne menuiserie » is none; « bâti ancien » is built.
    private static let formers: Set<String> = ["ancien", "ancienne", "anciens", "anciennes"]
    /// How many words back a `ne` still belongs to the cue.
    private static let reachOfNe = 6

    /// What a word does to a negation.
    struct Roles: OptionSet, Sendable, BitwiseCopyable {
        let rawValue: UInt32
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

        static let excludesBefore = Roles(rawValue: 1 << 11)
        static let non = Roles(rawValue: 1 << 12)
        static let includes = Roles(rawValue: 1 << 13)
        static let isPeople = Roles(rawValue: 1 << 14)
        static let stops = Roles(rawValue: 1 << 15)
        static let isActivity = Roles(rawValue: 1 << 16)
        static let isFormer = Roles(rawValue: 1 << 17)

        /// Without a word that has one of these, nothing is negated.
        static let cues: Roles = forwardCues.union([.excludesBefore, .non, .stops, .isFormer])
        /// Those that negate what follows.
        static let forwardCues: Roles = [.without, .excludes, .negates, .negatesAfterNe]

        /// - Parameter word: folded.
        init(_ word: String) {
            self = Negation.roles[word] ?? []
            if word.utf8.count <= 2 { insert(.isShort) }
        }

        init(rawValue: UInt32) {
            self.rawValue = rawValue
        }
    }

    private static let roles: [String: Roles] = {
        let lists: [(Set<String>, Roles)] = [
            (["sans"], .without), (["hors"], .hors), (["ne"], .ne), (exclusions, .excludes), (cues, .negates),
            (cuesAfterNe, .negatesAfterNe), (adverbsThatAffirm, .affirms), (afterHors, .followsHors),
            (continuations, .continues), (ends, .ends),
            (exclusionsAfter, .excludesBefore), (["non"], .non), (inclusions, .includes), (people, .isPeople),
            (stops, .stops), (activities, .isActivity), (formers, .isFormer),
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
        for index in words.indices {
            if let start = startOfExclusion(endingAt: index, in: words) ?? startOfStop(at: index, in: words) {
                for place in start...index { negated[place] = true }
            }
            if let last = lastOfFormer(at: index, in: words) {
                for place in index...last { negated[place] = true }
            }
        }
        return negated
    }

    // MARK: After the noun

    /// Where what « exclue » or « non comprise » takes back begins: the noun before, up to the last pause or « et ».
    ///
    /// - Returns: `nil` where the word at `index` takes nothing back.
    private static func startOfExclusion(endingAt index: Int, in words: [Word]) -> Int? {
        let roles = words[index].roles
        let isNon =
            roles.contains(.includes) && index > 0 && words[index].pause == .none
            && words[index - 1].roles.contains(.non)
        guard isNon || roles.contains(.excludesBefore), endsClause(index, in: words) else { return nil }
        var cue = isNon ? index - 1 : index
        // « (activité exclue) » and « , non compris » speak of what stands before the sign.
        if words[cue].pause != .none { return startOfClause(before: cue, in: words) }
        let noun = cue - 1
        guard noun >= 0, !words[noun].roles.contains(.isPeople) else { return nil }
        while cue > 0, words[cue].pause == .none, !words[cue - 1].roles.contains(.continues) { cue -= 1 }
        return cue
    }

    /// Where an activity that is no longer done begins: « activité de menuiserie arrêtée », « menuiserie (activité
    /// arrêtée) ».
    private static func startOfStop(at index: Int, in words: [Word]) -> Int? {
        guard words[index].roles.contains(.stops) else { return nil }
        var place = index
        while place > 0, words[place].pause == .none {
            place -= 1
            guard words[place].roles.contains(.isActivity) else { continue }
            // Nothing between the two says which activity.
            let isNamed = words[(place + 1)..<index].contains { !$0.roles.contains(.isShort) }
            return isNamed || words[place].pause == .none ? place : startOfClause(before: place, in: words)
        }
        return nil
    }

    /// Where the clause before a pause begins, or the part of it after « et »; `nil` when a sentence has ended there.
    private static func startOfClause(before pause: Int, in words: [Word]) -> Int? {
        guard pause > 0, words[pause].pause < .sentence else { return nil }
        var start = pause - 1
        while start > 0, words[start].pause == .none, !words[start - 1].roles.contains(.continues) { start -= 1 }
        return start
    }

    private static func endsClause(_ index: Int, in words: [Word]) -> Bool {
        index + 1 == words.count || words[index + 1].pause != .none
    }

    /// The word that « ancienne » says to be no longer, with « activité de » the one after.
    private static func lastOfFormer(at index: Int, in words: [Word]) -> Int? {
        guard words[index].roles.contains(.isFormer), var last = following(index, in: words),
            !words[last].roles.contains(.isShort)
        else { return nil }
        guard words[last].roles.contains(.isActivity) else { return last }
        while let next = following(last, in: words) {
            last = next
            if !words[last].roles.contains(.isShort) { break }
        }
        return last
    }

    private static func following(_ index: Int, in words: [Word]) -> Int? {
        index + 1 < words.count && words[index + 1].pause == .none ? index + 1 : nil
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
        if roles.isDisjoint(with: .forwardCues) { return false }
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
