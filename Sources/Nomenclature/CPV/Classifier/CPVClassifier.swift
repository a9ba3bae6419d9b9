import FrenchText

/// Proposes CPV codes for the object of a contract, a need or a line of purchase, in French.
///
/// Two opinions make one. A linear model over words, pairs of words and rows of letters has learned from the declared
/// codes of real contracts, from phrases, lexicon and labels; beside it stand the codes of the known texts that share
/// the rarest words with the text. The model is made by `make train`; how well it does on texts that it has not seen
/// is in `docs/cpv-classifier.md`.
public struct CPVClassifier: Sendable {
    /// A code and how probable it is.
    public struct Proposal: Sendable, Hashable {
        /// A code of as many digits as were asked for, filled up with zeros: 45200000 stands for 452 when groups are
        /// asked for. 45000000 as a group means that no group is told.
        public let code: CPV
        /// 0–1; over all codes of so many digits they sum to 1.
        public let probability: Double
    }

    /// The classifier with the model that the program carries.
    public static let shared = CPVClassifier(carried: EmbeddedModel.bytes("cpv-model"))

    /// How many digits of a code may be asked for.
    public static let digits = 2...8

    /// How much the known texts count in the logarithm of the probability of a group.
    private static let neighbourShare: Double = 0.25
    /// Below this a group is as good as impossible; keeps the logarithm finite.
    private static let least: Double = 1e-7

    private let reader: CPVWordReader
    private let linear: CPVLinearModel
    private let neighbours: CPVNeighbours

    /// - Throws: ``ModelReader/Unreadable`` when the parts of the model do not fit together.
    package init(_ model: CPVModel) throws {
        reader = CPVWordReader(damaged: DamagedWords(model.accentedWords))
        linear = model.linear
        neighbours = try CPVNeighbours(model.documents, groups: model.linear.groups)
    }

    private init(carried bytes: [UInt8]) {
        do {
            try self.init(CPVModel(bytes: bytes))
        } catch {
            // The model is part of the program, and a test reads it.
            preconditionFailure("Catalog/Models/cpv.model is not of this version: run make train")
        }
    }

    /// The `top` most probable codes of so many digits for `text`, the most probable first; none for a text without
    /// a word.
    ///
    /// - Parameter digits: 2 for divisions, 3 for groups, up to 8; see ``digits``.
    public func codes(for text: String, digits: Int, top: Int) -> [Proposal] {
        precondition(Self.digits.contains(digits) && top >= 0)
        let words = reader.words(text)
        guard !words.isEmpty else { return [] }
        let features = CPVFeatures(words)
        let votes = neighbours.votes(features)
        let groups = groups(linear.probabilities(features), votes)
        let span = CPV.span(ofDepth: digits)
        var proposals: [Proposal] = []
        // Groups and codes are ascending: those that begin alike follow each other.
        func add(_ number: UInt32, _ probability: Double) {
            let code = CPV(number: number / span * span)
            if let last = proposals.last, last.code == code {
                proposals[proposals.count - 1] = Proposal(code: code, probability: last.probability + probability)
            } else {
                proposals.append(Proposal(code: code, probability: probability))
            }
        }
        for (group, probability) in groups.enumerated() {
            if digits <= 3 {
                add(UInt32(linear.groups[group]) * 100_000, probability)
                continue
            }
            let range = neighbours.codesOfGroup[group]
            let sum = range.reduce(into: 0.0) { $0 += Double(votes.codes[$1]) }
            for place in range {
                add(neighbours.codes[place].number, probability * Double(votes.codes[place]) / sum)
            }
        }
        return Array(
            proposals.sorted { ($0.probability, $1.code.number) > ($1.probability, $0.code.number) }.prefix(top))
    }

    /// Both opinions on the groups, multiplied.
    private func groups(_ linear: [Float], _ votes: CPVNeighbours.Votes) -> [Double] {
        let logarithms = zip(linear, votes.groups).map { linear, vote in
            (1 - Self.neighbourShare) * Arithmetic.log(Double(linear) + Self.least)
                + Self.neighbourShare * Arithmetic.log(Double(vote) + Self.least)
        }
        let values = logarithms.map { Arithmetic.exp($0) }
        let sum = values.reduce(0, +)
        return values.map { $0 / sum }
    }
}
