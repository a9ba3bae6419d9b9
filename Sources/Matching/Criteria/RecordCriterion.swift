import FrenchText
import Nomenclature
import Wording

/// Past awards of the same kind: near in the CPV tree and in words. Without any, a low neutral value, because most
/// awards of small structures are not published.
struct RecordCriterion {
    private let index: RecordIndex
    private let codes: [NeedReading.NeedCode]
    /// Value of each reference by its words.
    private let wordValues: [Float]
    private let weights: Weights

    /// Shares of code and words in the likeness of a past award.
    private static let codeShare = 0.5
    /// Likeness from which a past award is of the same kind.
    static let sameKind = 0.4
    /// Weight of one more award of the same kind, up to ``mostCounted``.
    private static let oneMore = 0.05
    private static let mostCounted = 4

    init(_ reading: NeedReading, index: RecordIndex, weights: Weights) {
        self.index = index
        self.weights = weights
        codes = reading.codes
        wordValues =
            index.references.isEmpty ? [] : TextCriterion(reading, index: index.text, weights: weights).values()
    }

    struct Finding {
        /// 0–1.
        let value: Double
        let sameKind: Int
        /// The most alike, among equals the latest.
        let best: Reference?
    }

    func finding(of supplier: Int) -> Finding {
        var best: (likeness: Double, place: Int)?
        var alike = 0
        for place in index.starts[supplier]..<index.starts[supplier + 1] {
            let likeness = likeness(of: place)
            if likeness >= Self.sameKind { alike += 1 }
            if likeness > best?.likeness ?? 0 { best = (likeness, place) }
        }
        guard let best, best.likeness >= Self.sameKind else {
            return Finding(value: weights.noRecord, sameKind: 0, best: nil)
        }
        let more = Self.oneMore * Double(min(alike - 1, Self.mostCounted))
        let value = weights.noRecord + (1 - weights.noRecord) * min(1, best.likeness + more)
        return Finding(value: value, sameKind: alike, best: index.references[best.place])
    }

    private func likeness(of place: Int) -> Double {
        let words = Double(wordValues[place])
        guard let branch = index.branches[place], !codes.isEmpty else { return words }
        let code = codes.map { $0.branch.closeness(to: branch) * $0.trust }.max() ?? 0
        return Self.codeShare * code + (1 - Self.codeShare) * words
    }

    /// Longest object quoted, in characters.
    private static let longestQuote = 80

    func sentence(_ finding: Finding) -> Phrase {
        guard let best = finding.best else {
            return Phrase("pas de marché comparable connu", "no comparable contract known")
        }
        let object =
            best.object.count > Self.longestQuote ? String(best.object.prefix(Self.longestQuote)) + "…" : best.object
        let year = best.day.map { ", \($0.year)" } ?? ""
        return finding.sameKind == 1
            ? Phrase(
                "1\u{A0}marché comparable\u{A0}: «\u{A0}\(object)\u{A0}»\(year)",
                "1 comparable contract: “\(object)”\(year)")
            : Phrase(
                "\(finding.sameKind)\u{A0}marchés comparables, dont «\u{A0}\(object)\u{A0}»\(year)",
                "\(finding.sameKind) comparable contracts, among them “\(object)”\(year)")
    }
}
