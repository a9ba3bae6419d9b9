import Catalog
import Matching
import Nomenclature
import Wording

extension MatchSheet {
    /// One object a match, in the stable form of `docs/json.md`.
    public func json(_ language: Language) -> [JSONValue] {
        matches.map { match in
            let eligibility = match.eligibility
            return .object([
                .init("lot", .string(need.id)),
                .init("siret", .string(match.supplier.siret?.text ?? match.supplier.key)),
                .init("structure", .string(match.supplier.key)),
                .init("rank", .integer(match.rank)),
                .init("score", .number(match.score)),
                .init(
                    "criteria",
                    .object(Criterion.allCases.map { .init($0.rawValue, .number(match.value($0))) })),
                .init("eligibility", .string(eligibility.verdict.rawValue)),
                .init(
                    "reasons",
                    .strings(
                        MatchWords.reasons(match).map { $0.sentence[language] }
                            + eligibility.reasons.map { $0[language] })),
                .init("articles", .strings(eligibility.articles)),
                .init("evidence", .strings(eligibility.evidence.map { $0[language] })),
                .init("missing", .strings(eligibility.missing.map { $0[language] })),
                .init("name", .string(match.supplier.displayName)),
                .init("kinds", .strings(match.supplier.kinds.map(\.kind).sorted().map(\.rawValue))),
                .init("esus", .bool(match.supplier.isESUS(on: need.day))),
                .init("city", .string(match.supplier.city)),
                .init("distance", .number(match.distance)),
            ])
        }
    }

    /// UTF-8, one match a line.
    public func jsonLines(_ language: Language) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(matches.count << 10)
        for match in json(language) { match.appendLine(to: &bytes) }
        return bytes
    }
}
