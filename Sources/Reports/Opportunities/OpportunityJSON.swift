import Catalog
import Matching
import Nomenclature
import Wording

extension Opportunity {
    /// In the stable form of `docs/json.md`: the keys of a match, seen from the supplier.
    public func json(_ language: Language) -> JSONValue {
        let supplier = match.supplier
        return .object(
            lot.members + [
                .init("siret", .string(supplier.siret?.text ?? supplier.key)),
                .init("structure", .string(supplier.key)),
                .init("rank", .integer(match.rank)),
                .init("score", .number(match.score)),
                .init(
                    "criteria",
                    .object(Criterion.allCases.map { .init($0.rawValue, .number(match.value($0))) })),
                .init("way", .string(way.rawValue)),
                .init("eligibility", .string(match.eligibility.verdict.rawValue)),
                .init("articles", .strings(match.eligibility.articles)),
                .init("reasons", .strings(OpportunityWords.reasons(self).map { $0[language] })),
                .init("evidence", .strings(match.eligibility.evidence.map { $0[language] })),
                .init("missing", .strings(OpportunityWords.missing(self).map { $0[language] })),
                .init("lacks", .strings(OpportunityWords.lacks(self).map { $0[language] })),
                .init("distance", .number(match.distance)),
                .init("capacity", capacity),
                .init("group", group.map { json($0, language) } ?? .null),
                .init("unused", .strings(lot.unused.map { $0[language] })),
            ])
    }

    private var capacity: JSONValue {
        .object([
            .init("yearly", .number(prospect.load.yearly)), .init("turnover", .number(prospect.load.size?.turnover)),
            .init("estimated", prospect.load.size.map { .bool($0.isEstimated) } ?? .null),
            .init("share", .number(prospect.load.share)),
        ])
    }

    private func json(_ group: SupplierGroup, _ language: Language) -> JSONValue {
        .object([
            .init("eligibility", .string(group.verdict.rawValue)), .init("share", .number(group.load)),
            .init("reasons", .strings(OpportunityWords.group(group).map { $0[language] })),
            .init(
                "partners",
                .array(
                    group.partners.map { partner in
                        let supplier = partner.match.supplier
                        return .object([
                            .init("siret", .string(supplier.siret?.text ?? supplier.key)),
                            .init("name", .string(supplier.displayName)), .init("city", .string(supplier.city)),
                            .init("score", .number(partner.match.score)),
                            .init("eligibility", .string(partner.match.eligibility.verdict.rawValue)),
                            .init(
                                "brings",
                                .strings(partner.brings.map { OpportunityWords.lack($0, lot.need)[language] })),
                            .init(
                                "reasons",
                                .strings(MatchWords.reasons(partner.match).map { $0.sentence[language] })),
                        ])
                    })),
        ])
    }
}

extension OpportunityLot {
    /// What is said of the lot itself.
    var members: [JSONValue.Member] {
        [
            .init("lot", .string(need.id)), .init("title", .string(title)), .init("buyer", .string(buyer)),
            .init("deadline", .string(deadline)), .init("daysLeft", .integer(daysLeft)),
            .init("value", .number(need.value?.euros)), .init("documents", .string(documents)),
        ]
    }
}

extension OpportunitySheet {
    /// All of it in one object.
    public func json(_ language: Language) -> JSONValue {
        .object([
            .init("date", .string(day.iso)),
            .init(
                "suppliers",
                .array(
                    suppliers.map {
                        .object([
                            .init("siret", .string($0.siret?.text ?? $0.key)), .init("structure", .string($0.key)),
                            .init("name", .string($0.displayName)),
                        ])
                    })),
            .init("counts", countsJSON),
            .init("opportunities", .array(opportunities.map { $0.json(language) })),
            .init(
                "missed",
                .array(
                    missed.map { missed in
                        .object(
                            missed.lot.members + [
                                .init("why", .string(missed.reason.rawValue)),
                                .init("score", .number(missed.match?.score)),
                                .init("reasons", .strings(OpportunityWords.why(missed).map { $0[language] })),
                            ])
                    })),
        ])
    }

    private var countsJSON: JSONValue {
        .object(
            [
                .init("open", .integer(counts.open)), .init("fitting", .integer(counts.fitting)),
                .init("expired", .integer(counts.expired)), .init("decided", .integer(counts.decided)),
                .init("cancelled", .integer(counts.cancelled)), .init("undated", .integer(counts.undated)),
            ] + MissedLot.Reason.allCases.map { .init($0.rawValue, .integer(counts.missed[$0] ?? 0)) })
    }

    /// UTF-8, one opportunity a line.
    public func jsonLines(_ language: Language) -> [UInt8] {
        var bytes: [UInt8] = []
        for opportunity in opportunities { opportunity.json(language).appendLine(to: &bytes) }
        return bytes
    }
}
