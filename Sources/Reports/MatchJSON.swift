import Catalog
import Matching
import Nomenclature
import Wording

extension MatchSheet {
    /// One object a match, then one a structure to be contacted, in the stable form of `docs/json.md`.
    public func json(_ language: Language) -> [JSONValue] {
        matches.map { match in
            line(
                .ranked, match.supplier, rank: match.rank, score: match.score, value: match.value,
                reasons: MatchWords.reasons(match).map { $0.sentence[language] }, match.eligibility, match.distance,
                match.trades, language)
        }
            + contacts.map { contact in
                line(
                    .contact, contact.supplier, rank: contact.rank, score: nil, value: { _ in nil },
                    reasons: contact.reasons.map { $0[language] }, contact.eligibility, contact.distance, [], language)
            }
    }

    private func line(
        _ list: MatchList, _ supplier: Supplier, rank: Int, score: Double?, value: (Criterion) -> Double?,
        reasons: [String], _ eligibility: Eligibility, _ distance: Double?, _ trades: [TradePart], _ language: Language
    ) -> JSONValue {
        .object([
            .init("lot", .string(need.id)),
            .init("siret", .string(supplier.siret?.text ?? supplier.key)),
            .init("structure", .string(supplier.key)),
            .init("list", .string(list.rawValue)),
            .init("rank", .integer(rank)),
            .init("score", .number(score)),
            .init("criteria", .object(Criterion.allCases.map { .init($0.rawValue, .number(value($0))) })),
            .init("eligibility", .string(eligibility.verdict.rawValue)),
            .init("reasons", .strings(reasons + eligibility.reasons.map { $0[language] })),
            .init("articles", .strings(eligibility.articles)),
            .init("evidence", .strings(eligibility.evidence.map { $0[language] })),
            .init("missing", .strings(eligibility.missing.map { $0[language] })),
            .init("name", .string(supplier.displayName)),
            .init("kinds", .strings(supplier.kinds.map(\.kind).sorted().map(\.rawValue))),
            .init("esus", .bool(supplier.isESUS(on: need.day))),
            .init("city", .string(supplier.city)),
            .init("distance", .number(distance)),
            .init(
                "trades",
                .array(
                    trades.map { .object([.init("trade", .string($0.name)), .init("covered", .bool($0.isCovered))]) })),
        ])
    }

    /// UTF-8, one match a line.
    public func jsonLines(_ language: Language) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((matches.count + contacts.count) << 10)
        for match in json(language) { match.appendLine(to: &bytes) }
        return bytes
    }
}
