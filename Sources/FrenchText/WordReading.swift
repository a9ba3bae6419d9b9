/// What the analysis makes of a written word.
struct WordReading: Sendable, Equatable {
    /// A stem that the word says.
    struct Item: Sendable, Equatable {
        let stem: String
        let lexical: Lexicon.Word
        /// Whether the word was written otherwise, see ``Spelling``.
        let isCorrected: Bool
        /// Whether it is a term; empty words and numbers are only parts of phrases.
        let isTerm: Bool
    }

    /// Without accents, destroyed letters given back.
    let folded: String
    let roles: Negation.Roles
    /// One for a word, several for an abbreviation, none for a grammatical word.
    let items: [Item]
}
