import Nomenclature

/// Measures models on texts that they have not learned from, in three ways that are each harder than the one before.
struct CrossValidation {
    private static let folds = 5
    /// Texts with this share of their words in common are kept on the same side.
    private static let nearDuplicate = 0.6

    let texts: TrainingTexts

    /// Writes a Markdown table.
    func run(_ write: (String) -> Void) throws {
        write("| split | texts | top 1, 2 digits | top 5, 2 digits | top 1, 3 digits | top 5, 3 digits |")
        write("|---|---|---|---|---|---|")
        try rows("five folds", texts.contracts.indices.map { Self.fold(of: $0) }, write)
        try rows("five folds, near duplicates together", duplicates().map { Self.fold(of: $0) }, write)
        let sources = texts.contracts.map { Self.family($0.source) }
        let families = Set(sources).sorted()
        for family in families {
            let sides = sources.map { $0 == family ? 0 : 1 }
            try rows("other sources than \(family)", sides, write, only: 0)
        }
    }

    /// - Parameter only: the fold to hold out, when it is not each in its turn.
    private func rows(_ name: String, _ folds: [Int], _ write: (String) -> Void, only: Int? = nil) throws {
        var whole = Accuracy()
        var damaged = Accuracy()
        for fold in Set(folds).sorted() where only == nil || fold == only {
            let (held, known) = split(folds, fold)
            let classifier = try CPVClassifier(ModelMaker.model(texts, contracts: known))
            for contract in held {
                whole.add(classifier, text: contract.text, declared: contract.code)
                damaged.add(classifier, text: Damage.accentsDestroyed(contract.text), declared: contract.code)
            }
        }
        write("| \(name) | \(whole.cells) |")
        write("| the same, accents destroyed | \(damaged.cells) |")
    }

    private func split(
        _ folds: [Int], _ fold: Int
    ) -> (held: [TrainingTexts.Contract], known: [TrainingTexts.Contract]) {
        let held = zip(texts.contracts, folds).filter { $1 == fold }.map(\.0)
        let known = zip(texts.contracts, folds).filter { $1 != fold }.map(\.0)
        return (held, known)
    }

    private static func fold(of number: Int) -> Int {
        var random = SplitMix(seed: UInt64(number))
        return Int.random(in: 0..<folds, using: &random)
    }

    /// The publication that a file belongs to: small daily files of one flow are one source.
    private static func family(_ source: String) -> String {
        source.split(separator: "/").dropFirst().first.map(String.init) ?? source
    }

    /// For each contract the first of those that say nearly the same, directly or by way of others.
    private func duplicates() -> [Int] {
        let reader = CPVWordReader(damaged: DamagedWords([]))
        let stems = texts.contracts.map { Set(CPVFeatures(reader.words($0.text)).stems.map(\.hash)) }
        var parents = Array(stems.indices)
        func first(_ number: Int) -> Int {
            var number = number
            while parents[number] != number {
                parents[number] = parents[parents[number]]
                number = parents[number]
            }
            return number
        }
        var textsOfStem: [UInt32: [Int]] = [:]
        for (number, own) in stems.enumerated() {
            var shared: [Int: Int] = [:]
            for stem in own { for other in textsOfStem[stem, default: []] { shared[other, default: 0] += 1 } }
            for (other, count) in shared {
                let all = own.count + stems[other].count - count
                guard Double(count) >= Self.nearDuplicate * Double(all) else { continue }
                let (left, right) = (first(number), first(other))
                parents[max(left, right)] = min(left, right)
            }
            for stem in own { textsOfStem[stem, default: []].append(number) }
        }
        return stems.indices.map(first)
    }
}
