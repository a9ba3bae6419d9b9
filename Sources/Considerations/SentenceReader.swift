import Nomenclature

/// Turns the rules found in a sentence into considerations: which kind, denied or not, with which numbers.
struct SentenceReader {
    struct Found {
        let match: RuleBook.Match
        let category: Consideration.Category
        let kind: Consideration.Kind
        let polarity: Consideration.Polarity
        let measures: ConsiderationMeasures
    }

    let text: ReadText
    let sentence: Range<Int>
    let matches: [RuleBook.Match]
    let field: NoticeField

    /// Each category and kind once: the surest rule decides, and of equally sure ones the first.
    var statements: [Found] {
        var best: [String: Found] = [:]
        var order: [String] = []
        for match in matches {
            guard let category = Consideration.Category(rawValue: match.rule.row.category), category != .reservation,
                let kind = kind(of: match)
            else { continue }
            let isDenied =
                match.rule.row.denies
                || match.rule.row.isDeniable
                    && Denial.holds(text, first: match.first, last: match.last, touched: match.touched, in: sentence)
            let key = category.rawValue + kind.rawValue + (category == .opening ? match.rule.row.topic : "")
            let found = Found(
                match: match, category: category, kind: kind, polarity: isDenied ? .no : .yes,
                measures: measures(of: match, category, kind))
            guard let known = best[key] else {
                best[key] = found
                order.append(key)
                continue
            }
            if known.match.rule.row.confidence < match.rule.row.confidence { best[key] = found }
        }
        return order.compactMap { best[$0] }
    }

    private func kind(of match: RuleBook.Match) -> Consideration.Kind? {
        if match.kind != "auto" { return Consideration.Kind(rawValue: match.kind) }
        if field == .criterion || isCriterion(match) { return .criterion }
        // What candidates must be or bring is no consideration.
        return field == .selection ? nil : .clause
    }

    /// « critère : performances en matière d’insertion », « l’offre est jugée sur … ».
    private func isCriterion(_ match: RuleBook.Match) -> Bool {
        matches.contains { $0.kind == "criterion-cue" && $0.first <= match.first }
            && !matches.contains { $0.kind == "selection-cue" }
    }

    private func measures(
        of match: RuleBook.Match, _ category: Consideration.Category, _ kind: Consideration.Kind
    ) -> ConsiderationMeasures {
        var measures = ConsiderationMeasures()
        if kind == .criterion {
            measures.weight = Measuring.weight(text, after: match.last, in: sentence)
        } else if category == .social {
            measures.hours = Measuring.hours(text, in: sentence)
            measures.percent = Measuring.percent(text, match.first, match.last, in: sentence)
        }
        if category == .social { measures.publics = ConsiderationReader.publics(matches) }
        return measures
    }
}
