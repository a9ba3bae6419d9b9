import Nomenclature

/// Makes a model from texts: the whole of the training.
enum ModelMaker {
    /// - Parameter contracts: those to learn from, some of the texts or all.
    static func model(_ texts: TrainingTexts, contracts: [TrainingTexts.Contract]) throws -> CPVModel {
        let examples = contracts.map(\.example) + texts.knowledge
        let words = accentedWords(examples.map(\.text) + texts.accented)
        let reader = CPVWordReader(damaged: DamagedWords(words))
        // Labels repeat themselves from code to code, phrases stand under several codes: each text is read once.
        var read: [String: CPVFeatures] = [:]
        let features = examples.map { example in
            if let features = read[example.text] { return features }
            let features = CPVFeatures(reader.words(example.text))
            read[example.text] = features
            return features
        }
        var trainer = LinearTrainer(examples, features)
        trainer.train()
        let documents = zip(examples, features).filter { !$1.stems.isEmpty }.map { example, features in
            CPVNeighbours.Document(example, stems: features.stems.prefix(Int(UInt8.max)).map(\.hash))
        }
        return CPVModel(accentedWords: words, linear: try trainer.model(), documents: documents)
    }

    /// Words with accents, the most frequent first.
    private static func accentedWords(_ texts: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for text in texts { for word in CPVWordReader.accentedWords(text) { counts[word, default: 0] += 1 } }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}
