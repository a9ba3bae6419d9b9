import Nomenclature
import Wording

/// What the law says of a lot at a date: grounds of reservation, duties, amounts, and the buyer’s own policy.
public struct LawSheet: Sendable {
    /// How the lot is called; empty for facts given one by one.
    public var lot: String
    public var title: String
    public var facts: LotFacts
    public var grounds: [GroundFinding]
    public var duties: [DutyFinding]
    public var thresholds: [(kind: LegalThreshold.Kind, finding: ThresholdFinding)]
    /// `nil` without a policy.
    public var policy: [DutyFinding]?

    public init(
        lot: String, title: String, facts: LotFacts, grounds: [GroundFinding], duties: [DutyFinding],
        thresholds: [(kind: LegalThreshold.Kind, finding: ThresholdFinding)], policy: [DutyFinding]?
    ) {
        self.lot = lot
        self.title = title
        self.facts = facts
        self.grounds = grounds
        self.duties = duties
        self.thresholds = thresholds
        self.policy = policy
    }

    // MARK: JSON

    /// In the stable form of `docs/json.md`.
    public func json(_ language: Language) -> JSONValue {
        .object([
            .init("lot", .string(lot)), .init("title", .string(title)), .init("date", .string(facts.day.iso)),
            .init(
                "facts",
                .object([
                    .init("buyer", .string(facts.buyer?.rawValue)), .init("nature", .string(facts.nature?.rawValue)),
                    .init("cpv", .strings(facts.cpv.map(\.code))),
                    .init("value", facts.value.map { .amount($0) } ?? .null), .init("months", .number(facts.months)),
                    .init("renewals", .integer(facts.renewals)),
                    .init("concession", .bool(facts.isConcession)), .init("defence", .bool(facts.isDefence)),
                ])),
            .init("grounds", .array(grounds.map { ground($0, language) })),
            .init("duties", .array(duties.map { duty($0, language) })),
            .init("thresholds", .array(thresholds.map { threshold($0.kind, $0.finding, language) })),
            .init("policy", policy.map { .array($0.map { duty($0, language) }) } ?? .null),
        ])
    }

    private func texts(_ phrases: [Phrase], _ language: Language) -> JSONValue {
        .strings(phrases.map { $0[language] })
    }

    private func basis(_ basis: LawBasis?) -> [JSONValue.Member] {
        [
            .init("from", .string(basis?.validFrom?.iso)), .init("to", .string(basis?.validTo?.iso)),
            .init("source", .string(basis?.source)), .init("status", .string(basis?.status.rawValue)),
        ]
    }

    private func ground(_ one: GroundFinding, _ language: Language) -> JSONValue {
        .object(
            [
                .init("article", .string(one.article)), .init("verdict", .string(one.verdict.rawValue)),
                .init("reasons", texts(one.reasons, language)), .init("missing", texts(one.missing, language)),
                .init("conditions", texts(one.conditions, language)),
            ] + basis(one.basis))
    }

    private func duty(_ one: DutyFinding, _ language: Language) -> JSONValue {
        .object(
            [
                .init("duty", .string(one.duty.id)), .init("kind", .string(one.duty.kind.rawValue)),
                .init("article", .string(one.duty.article)), .init("title", .string(one.duty.title[language])),
                .init("verdict", .string(one.verdict.rawValue)), .init("reasons", texts(one.reasons, language)),
                .init("missing", texts(one.missing, language)), .init("target", .number(one.duty.target)),
                .init(
                    "exceptions",
                    .array(
                        one.exceptions.map {
                            .object([
                                .init("number", .integer($0.number)), .init("text", .string($0.text[language])),
                                .init("article", .string($0.article)),
                            ])
                        })),
            ] + basis(one.duty.basis))
    }

    private func threshold(
        _ kind: LegalThreshold.Kind, _ found: ThresholdFinding, _ language: Language
    ) -> JSONValue {
        .object([
            .init("threshold", .string(kind.rawValue)), .init("verdict", .string(found.verdict.rawValue)),
            .init("missing", texts(found.missing, language)),
            .init(
                "rows",
                .array(
                    found.thresholds.map { row in
                        .object(
                            [
                                .init("name", .string(row.name[language])), .init("article", .string(row.article)),
                                .init("amount", .amount(row.amount)),
                                .init("comparison", .string(row.comparison.rawValue)),
                                .init("natures", .strings(row.natures.map(\.rawValue).sorted())),
                                .init("buyers", .strings(row.buyers.map(\.rawValue).sorted())),
                            ] + basis(row.basis))
                    })),
        ])
    }

    // MARK: Text

    /// For a terminal.
    public func text(_ language: Language, width: Int) -> String {
        func say(_ fr: String, _ en: String) -> String { Phrase(fr, en)[language] }
        var lines: [String] = []
        if !title.isEmpty { lines += ["\(lot) – \(title)"] }
        lines += [say("Droit au \(facts.day.text(.french))", "Law on \(facts.day.iso)"), factsLine(language), ""]
        lines.append(say("RÉSERVER CE LOT", "RESERVING THIS LOT"))
        for one in grounds {
            lines.append("  \(one.article) – \(LawWords.ground(one.verdict)[language])")
            lines += (one.reasons + one.missing + one.conditions).map { "    – " + $0[language] }
        }
        lines += ["", say("CE QUE LE LOT DOIT COMPORTER", "WHAT THE LOT HAS TO HAVE")]
        // The law of concessions says nothing of a contract, and the other way round.
        let concerned = duties.filter { $0.duty.isForConcessions == facts.isConcession }
        lines += concerned.flatMap { self.lines($0, language) }
        if let policy {
            lines += ["", say("POLITIQUE DE L’ACHETEUR", "THE BUYER’S POLICY")]
            lines += policy.flatMap { self.lines($0, language) }
        }
        lines += ["", say("SEUILS", "THRESHOLDS")]
        for (_, found) in thresholds {
            guard let row = found.thresholds.first else { continue }
            let amounts = Set(found.thresholds.map(\.amount)).sorted()
                .map { $0.text(language, cents: false) }.joined(separator: say(" ou ", " or "))
            lines.append(
                "  \(row.article) – \(row.name[language]), \(LawWords.comparison(row.comparison)[language]) \(amounts)"
                    + say("\u{A0}: ", ": ") + LawWords.threshold(found.verdict)[language])
            lines += found.missing.map { "    – " + $0[language] }
        }
        return lines.flatMap { DisplayWidth.wrapIndented($0, to: width) }.joined(separator: "\n") + "\n"
    }

    private func factsLine(_ language: Language) -> String {
        var parts: [String] = []
        let unknown = Phrase("non connu", "not known")[language]
        func add(_ name: Phrase, _ value: String?) { parts.append(name[language] + " " + (value ?? unknown)) }
        add(Phrase("acheteur\u{A0}:", "buyer:"), facts.buyer?.name[language])
        add(Phrase("nature\u{A0}:", "kind:"), facts.nature?.name[language])
        add(Phrase("valeur\u{A0}:", "value:"), facts.value?.text(language, cents: false))
        add(
            Phrase("durée\u{A0}:", "duration:"),
            facts.months.map { NumberFormat.decimal($0, decimals: 0, language) + Phrase(" mois", " months")[language] })
        add(Phrase("CPV\u{A0}:", "CPV:"), facts.cpv.isEmpty ? nil : facts.cpv.map(\.code).joined(separator: ", "))
        return parts.joined(separator: " · ")
    }

    private func lines(_ one: DutyFinding, _ language: Language) -> [String] {
        let article = one.duty.article.isEmpty ? one.duty.id : one.duty.article
        var lines = ["  \(article) – \(one.duty.title[language]) – \(LawWords.duty(one.verdict)[language])"]
        if let target = one.duty.target {
            let percent = NumberFormat.percent(target, decimals: 0, language)
            lines.append("    – " + Phrase("cible\u{A0}: \(percent)", "target: \(percent)")[language])
        }
        lines += (one.reasons + one.missing).map { "    – " + $0[language] }
        lines += one.exceptions.map {
            "    – " + Phrase("exception \($0.number)°\u{A0}: ", "exception \($0.number): ")[language]
                + $0.text[language]
        }
        return lines
    }
}

/// Verdicts of law in words.
enum LawWords {
    static func ground(_ verdict: LawVerdict) -> Phrase {
        switch verdict {
        case .yes: Phrase("possible", "possible")
        case .toVerify: Phrase("à vérifier", "to be verified")
        case .no: Phrase("impossible", "not possible")
        }
    }

    static func duty(_ verdict: LawVerdict) -> Phrase {
        switch verdict {
        case .yes: Phrase("obligatoire", "mandatory")
        case .toVerify: Phrase("à vérifier", "to be verified")
        case .no: Phrase("non exigé", "not required")
        }
    }

    static func threshold(_ verdict: LawVerdict) -> Phrase {
        switch verdict {
        case .yes: Phrase("oui", "yes")
        case .toVerify: Phrase("à vérifier", "to be verified")
        case .no: Phrase("non", "no")
        }
    }

    static func comparison(_ comparison: LegalThreshold.Comparison) -> Phrase {
        switch comparison {
        case .under: Phrase("sous", "under")
        case .reaches: Phrase("à partir de", "from")
        case .over: Phrase("au-delà de", "over")
        }
    }
}
