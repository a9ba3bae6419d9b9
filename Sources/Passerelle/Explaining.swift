import Catalog
import Matching
import Reports
import Wording
import Workspace

extension Matcher {
    /// How the supplier with a SIRET, a SIREN or a key stands for a need.
    ///
    /// - Parameters:
    ///   - asked: SIRET, `SIRET/KIND`, SIREN or another identifier; spaces are dropped.
    ///   - workspace: tells of those that the catalogue does not hold; `nil` without one.
    public func explain(
        _ need: Need, view: LotView? = nil, asked: String, options: MatchOptions, language: Language,
        workspace: Application? = nil
    ) throws -> ExplanationSheet {
        let asked = asked.filter { !$0.isWhitespace }
        let ranking = RankingOptions(
            top: options.top, criteria: options.criteria, setsAsideIneligible: options.setsAsideIneligible)
        let explanations = engine.explain(need, key: asked, ranking)
        let lot = sheet(of: need, view: view, explanations.first?.reservation, language)
        var sheet = ExplanationSheet(
            lot: lot, asked: asked, top: options.top, explanations: explanations, absences: [], others: [])
        guard explanations.isEmpty else { return sheet }
        sheet.absences = try workspace?.absences(asked) ?? [.unknown]
        let siren = asked.prefix { $0.isASCII && $0.isNumber }.prefix(9)
        if siren.count == 9 { sheet.others = engine.suppliers(key: String(siren)) }
        return sheet
    }
}

extension Application {
    /// Why the catalogue does not offer what was asked for.
    func absences(_ asked: String) throws -> [ExplanationSheet.Absence] {
        guard let dossier = try workspace.dossier(asked) else { return [.unknown] }
        let closed = dossier.structures.map(\.supplier).filter(\.isClosed)
        guard closed.isEmpty else { return closed.map { .closed(name: $0.displayName, since: $0.closedOn) } }
        let enterprise = dossier.enterprise
        return [
            enterprise.isClosed
                ? .closed(name: enterprise.name, since: enterprise.closedOn) : .notListed(name: enterprise.name)
        ]
    }
}
