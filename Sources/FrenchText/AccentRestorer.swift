/// Gives words written without accents (`PROPRETE`) the accents that they have in a known vocabulary, because the
/// stemmer needs them: it knows the ending of `collectivité`, not that of `collectivite`.
struct AccentRestorer: Sendable {
    /// Folded word → accented word; only words that are never written without accents.
    private let accented: [String: String]

    /// - Parameter texts: texts with correct accents.
    init(texts: some Sequence<String>) {
        var accented: [String: String] = [:]
        var plain: Set<String> = []
        for text in texts {
            for token in Tokeniser.tokens(text) where !token.isCapital {
                if token.word == token.folded {
                    plain.insert(token.folded)
                } else if accented[token.folded] == nil {
                    accented[token.folded] = token.word
                }
            }
        }
        self.accented = accented.filter { !plain.contains($0.key) }
    }

    /// `word` with its usual accents, when it has none.
    func restore(_ token: Token) -> String {
        token.word == token.folded ? accented[token.folded] ?? token.word : token.word
    }
}
