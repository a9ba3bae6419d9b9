import Bytes
import Nomenclature
import Wording

/// The declarative part of an importer: the source, and the table of its columns.
struct FieldTable: Sendable {
    let source: SupplierSource
    /// In the order in which they are applied.
    let rules: [FieldRule]
    /// How the source writes that a value is not published: such a cell is empty.
    var masks: [StaticString] = []

    /// A draft of a record, before any rule.
    func draft(at place: Place, seen: Day?, header: [String] = []) -> Draft {
        var draft = Draft(SupplierRecord(source: source.id, place: place), header: header)
        draft.record.seen = seen
        return draft
    }

    /// Applies `rules` to `draft`, then `own`, what the importer does beyond its table, and hands what comes of it to
    /// `sink`: a record with its remarks, a refusal, or one left aside.
    ///
    /// - Parameters:
    ///   - excerpt: what is shown of the record when something is wrong with it: the columns that are read, and only
    ///     they, since the others may hold a contact's name or telephone.
    func deliver(
        _ draft: inout Draft, to sink: SupplierSink, excerpt: () -> String, rules: (inout Draft) throws -> Void,
        own: (inout Draft) throws -> Void
    ) throws {
        do {
            try rules(&draft)
            draft.column = .none
            if draft.fate == .kept { try own(&draft) }
            if draft.fate == .kept {
                try NaturalPerson.refuse(draft)
                if draft.record.key == nil { throw unidentified(draft) }
            }
        } catch let problem as Problem {
            let shown = problem.rule == NaturalPerson.rule ? draft.record.key ?? "" : excerpt()
            return try sink.problem(Self.with(shown, problem))
        }
        switch draft.fate {
        case .leftAside: return try sink.leftAside()
        case .passedOver: return
        case .kept: break
        }
        if !draft.remarks.isEmpty {
            let shown = excerpt()
            for remark in draft.remarks { try sink.problem(Self.with(shown, remark)) }
        }
        try sink.record(draft.record)
    }

    private static func with(_ excerpt: String, _ problem: Problem) -> Problem {
        Problem(problem.rule, at: problem.place, problem.message, excerpt: excerpt)
    }

    private func unidentified(_ draft: Draft) -> Problem {
        var problem = draft.fault(
            "siret.missing",
            Phrase(
                "ni SIRET ni SIREN ; complétez l’une des deux colonnes",
                "neither SIRET nor SIREN; fill in one of the two")
        )
        problem.place.path = "siret"
        return problem
    }

    /// Reads one record whose cells are at hand as texts.
    ///
    /// - Parameter cell: the column found for the rule of this number, and what stands under it.
    func readRecord(
        at place: Place, seen: Day?, to sink: SupplierSink, cell: (Int) -> (column: String, text: String),
        own: (inout Draft) throws -> Void = { _ in }
    ) throws {
        var draft = draft(at: place, seen: seen)
        try deliver(
            &draft, to: sink,
            excerpt: {
                rules.indices.filter { !rules[$0].isWitness }.map(cell).filter { !$0.text.isEmpty }
                    .map { "\($0.column): \(ContactDetails.removed(from: $0.text))" }.joined(separator: "; ")
            },
            rules: { draft in
                for (number, rule) in rules.enumerated() {
                    let (column, text) = cell(number)
                    guard rule.isRequired || !text.isEmpty else { continue }
                    draft.column = .named(column)
                    try rule.read(text, &draft)
                    if draft.fate != .kept { return }
                }
            }, own: own)
    }
}
