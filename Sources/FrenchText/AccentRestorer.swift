/// Gives words written without accents (`PROPRETE`) the accents that they have in a known vocabulary, because the
/// stemmer needs them: it knows the ending of `collectivité`, not that of `collectivite`.
struct AccentRestorer: Sendable {
    /// Folded word → accented word; only words that are never written without accents.
    private let accented: [String: String]

    /// - Parameter words: words of texts with correct accents.
    init(_ words: WordCounts) {
        var accented: [String: String] = [:]
        var plain: Set<String> = []
        for (form, _) in words.words where !form.isCapital {
            if form.word == form.folded {
                plain.insert(form.folded)
            } else if accented[form.folded] == nil {
                accented[form.folded] = form.word
            }
        }
        self.accented = accented.filter { !plain.contains($0.key) }
    }

    /// `word` with its usual accents, when it has none.
    func restore(_ word: String, folded: String) -> String {
        word == folded ? accented[folded] ?? word : word
    }

    /// A word reduced to what it shares with its family.
    func stem(_ word: String, folded: String) -> String {
        Derivation.root(Folding.fold(FrenchStemmer.stem(restore(word, folded: folded))))
    }
}
