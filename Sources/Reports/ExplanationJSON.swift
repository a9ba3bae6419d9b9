import Catalog
import Matching
import Nomenclature
import Wording

extension ExplanationSheet {
    /// In the stable form of `docs/json.md`.
    public func json(_ language: Language) -> JSONValue {
        .object([
            .init("lot", .string(lot.need.id)), .init("title", .string(lot.need.title)), .init("asked", .string(asked)),
            .init("top", .integer(top)), .init("reservation", .string(lot.reservation)),
            .init("structures", .array(explanations.map { $0.json(language, top: top, on: lot.need.day) })),
            .init(
                "absent",
                .array(
                    absences.map { absence in
                        .object([
                            .init("reason", .string(Self.name(absence))),
                            .init("sentence", .string(ExplanationWords.absence(absence, asked: asked)[language])),
                        ])
                    })),
            .init(
                "others",
                .array(
                    others.map { supplier in
                        .object([
                            .init("structure", .string(supplier.key)), .init("name", .string(supplier.displayName)),
                            .init("city", .string(supplier.city)),
                        ])
                    })),
        ])
    }

    private static func name(_ absence: Absence) -> String {
        switch absence {
        case .unknown: "unknown"
        case .closed: "closed"
        case .notListed: "notListed"
        }
    }
}

extension Explanation {
    fileprivate func json(_ language: Language, top: Int, on day: Day) -> JSONValue {
        .object([
            .init("structure", .string(supplier.key)), .init("siret", .string(supplier.siret?.text ?? supplier.key)),
            .init("name", .string(supplier.displayName)), .init("city", .string(supplier.city)),
            .init("kinds", .strings(supplier.kinds.map(\.kind).sorted().map(\.rawValue))),
            .init("closed", .bool(supplier.isClosed(on: day))),
            .init("outcome", .string(outcomeName(top))), .init("rank", .integer(rank)), .init("of", .integer(ranked)),
            .init("contactRank", .integer(contactRank)),
            .init("sentence", .string(ExplanationWords.outcome(self, top: top)[language])),
            .init("score", .number(score)), .init("leastScore", .number(leastScore)),
            .init("trade", .number(trade)), .init("leastTrade", .number(leastTrade)),
            .init(
                "points",
                .array(points.map { .object([.init("part", .string($0.name)), .init("points", .number($0.points))]) })),
            .init("criteria", .array(criteria.map { Self.json($0, language) })),
            .init("words", .array(words.map(Self.json))), .init("unheardWords", .strings(unheardWords)),
            .init("codes", .array(codes.map { Self.json($0, language) })),
            .init(
                "place",
                .object([
                    .init("distance", .number(place.distance)), .init("perimeter", .string(place.perimeter?.text)),
                    .init("places", .strings(place.places.map { $0.text(language) })),
                ])),
            .init(
                "size",
                size.map {
                    .object([.init("turnover", .number($0.turnover)), .init("estimated", .bool($0.isEstimated))])
                } ?? .null),
            .init("comparableContracts", .integer(comparableContracts)),
            .init("eligibility", .string(eligibility.verdict.rawValue)),
            .init("articles", .strings(eligibility.articles)),
            .init("reasons", .strings(eligibility.reasons.map { $0[language] })),
            .init("evidence", .strings(eligibility.evidence.map { $0[language] })),
            .init("missing", .strings(eligibility.missing.map { $0[language] })),
            .init(
                "gaps",
                .array(
                    gaps.map { gap in
                        .object([
                            .init("kind", .string(gap.kind.rawValue)), .init("points", .number(gap.points)),
                            .init("sentence", .string(gap.phrase[language])),
                        ])
                    })),
        ])
    }

    private func outcomeName(_ top: Int) -> String {
        switch outcome {
        case .ranked(let rank): rank <= top ? "listed" : "beyondTop"
        case .setAside: "setAside"
        case .toContact: "toContact"
        case .tooLittleTrade: "tooLittleTrade"
        case .tooLowScore: "tooLowScore"
        }
    }

    private var rank: Int? {
        switch outcome {
        case .ranked(let rank), .setAside(let rank): rank
        case .toContact, .tooLittleTrade, .tooLowScore: nil
        }
    }

    /// Its position among those to be contacted.
    private var contactRank: Int? {
        guard case .toContact(let rank, _) = outcome else { return nil }
        return rank
    }

    private static func json(_ score: CriterionScore, _ language: Language) -> JSONValue {
        .object([
            .init("criterion", .string(score.criterion.rawValue)), .init("value", .number(score.value)),
            .init("weight", .number(score.weight)), .init("sentence", .string(score.sentence[language])),
        ])
    }

    private static func json(_ word: Word) -> JSONValue {
        .object([
            .init("word", .string(word.text)), .init("trade", .bool(word.isTrade)),
            .init("fromLabel", .bool(word.isFromLabel)), .init("weight", .number(word.weight)),
            .init("points", .number(word.points)), .init("fields", .strings(word.fields.map(\.rawValue))),
        ])
    }

    private static func json(_ pair: CodePair, _ language: Language) -> JSONValue {
        .object([
            .init("need", .string(pair.need[language])), .init("needTrust", .number(pair.needTrust)),
            .init("branch", .string(pair.branch)), .init("origin", .string(pair.origin.name)),
            .init("sentence", .string(pair.origin.phrase[language])), .init("trust", .number(pair.trust)),
            .init("closeness", .number(pair.closeness)), .init("value", .number(pair.value)),
        ])
    }
}

extension Explanation.Points {
    fileprivate var name: String {
        switch part {
        case .criterion(let criterion): criterion.rawValue
        case .contractsWon: "contractsWon"
        case .staffLent: "staffLent"
        case .overseas: "overseas"
        case .far: "far"
        }
    }
}

extension CodeOrigin {
    fileprivate var name: String {
        switch self {
        case .declared: "declared"
        case .sector: "sector"
        case .words: "words"
        case .activity: "activity"
        case .staff: "staff"
        }
    }
}
