import FrenchText
import Nomenclature
import Wording

/// Past awards of the same kind: near in the CPV tree and in words, and notified before the day of the need. Without any,
/// a low neutral value, because most awards of small structures are not published.
struct RecordCriterion {
    struct Finding {
        /// 0–1.
        let value: Double
        let sameKind: Int
        /// Number of the most alike, among equals the latest.
        let best: Int?
        /// How alike that one is, 0–1.
        var likeness = 0.0
    }

    private let index: ReferenceIndex
    private let weights: Weights
    /// By supplier: those with comparable contracts only.
    private let findings: [UInt32: Finding]

    /// Shares of code and words in the likeness of a past award.
    private static let codeShare = 0.5
    /// Likeness from which a past award is of the same kind.
    static let sameKind = 0.4
    /// Weight of one more award of the same kind, up to ``mostCounted``.
    private static let oneMore = 0.05
    private static let mostCounted = 4

    init(
        _ reading: NeedReading, day: Day, index: ReferenceIndex, numbers: TermNumbers, weights: Weights
    ) {
        self.index = index
        self.weights = weights
        findings = index.entries.isEmpty ? [:] : Self.findings(reading, day, index, numbers, weights)
    }

    private static func findings(
        _ reading: NeedReading, _ day: Day, _ index: ReferenceIndex, _ numbers: TermNumbers, _ weights: Weights
    ) -> [UInt32: Finding] {
        let text = TextCriterion(reading, index: index.text, numbers: numbers, weights: weights)
        var sums = [UInt32](repeating: 0, count: index.entries.count)
        for term in text.found {
            for posting in index.text.postings[term.number] {
                sums[posting.document] &+= term.weight &* posting.strength
            }
        }
        var closeness: [UInt32: Double] = [:]
        var findings: [UInt32: Finding] = [:]
        for (number, entry) in index.entries.enumerated() where entry.day == 0 || entry.day < day.packed {
            var likeness = text.value(sums[number])
            if entry.cpv != ReferenceIndex.Entry.noCode, !reading.codes.isEmpty {
                let code = closeness[entry.cpv] ?? Self.closeness(CPV(number: entry.cpv), reading)
                closeness[entry.cpv] = code
                likeness = codeShare * code + (1 - codeShare) * likeness
            }
            guard likeness >= sameKind else { continue }
            let known = findings[entry.owner]
            let alike = (known?.sameKind ?? 0) + 1
            // The value holds the best likeness until all are counted.
            let isBest = likeness > known?.value ?? 0
            findings[entry.owner] = Finding(
                value: isBest ? likeness : known?.value ?? 0, sameKind: alike, best: isBest ? number : known?.best)
        }
        return findings.mapValues { finding in
            let more = oneMore * Double(min(finding.sameKind - 1, mostCounted))
            let value = weights.noRecord + (1 - weights.noRecord) * min(1, finding.value + more)
            return Finding(
                value: value, sameKind: finding.sameKind, best: finding.best, likeness: min(1, finding.value))
        }
    }

    private static func closeness(_ cpv: CPV, _ reading: NeedReading) -> Double {
        let branch = CodePrefix(cpv)
        return reading.codes.map { $0.branch.closeness(to: branch) * $0.trust }.max() ?? 0
    }

    /// The suppliers with comparable contracts, in the order of their numbers.
    var suppliers: [Int] { findings.keys.sorted().map { Int($0) } }

    /// Whether a supplier has comparable contracts.
    @inline(__always) func knows(_ supplier: Int) -> Bool {
        !findings.isEmpty && findings[UInt32(supplier)] != nil
    }

    func finding(of supplier: Int) -> Finding {
        guard !findings.isEmpty, let finding = findings[UInt32(supplier)] else {
            return Finding(value: weights.noRecord, sameKind: 0, best: nil)
        }
        return finding
    }

    /// The greatest value that a supplier has.
    var greatest: Double { findings.values.map(\.value).max() ?? weights.noRecord }

    /// Longest object quoted, in characters.
    private static let longestQuote = 80

    func sentence(_ finding: Finding) -> Phrase {
        guard let best = finding.best else {
            return Phrase("pas de marché comparable connu", "no comparable contract known")
        }
        let whole = index.object(best)
        let object = whole.count > Self.longestQuote ? String(whole.prefix(Self.longestQuote)) + "…" : whole
        let day = index.entries[best].day
        let year = day == 0 ? "" : ", \(day / 10_000)"
        return finding.sameKind == 1
            ? Phrase(
                "1\u{A0}marché comparable\u{A0}: «\u{A0}\(object)\u{A0}»\(year)",
                "1 comparable contract: “\(object)”\(year)")
            : Phrase(
                "\(finding.sameKind)\u{A0}marchés comparables, dont «\u{A0}\(object)\u{A0}»\(year)",
                "\(finding.sameKind) comparable contracts, among them “\(object)”\(year)")
    }
}
