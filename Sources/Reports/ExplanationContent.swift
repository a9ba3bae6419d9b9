import Catalog
import Matching
import Nomenclature
import Wording

/// What the sheet of one supplier for one lot says, in the order in which it says it: the terminal and the page render
/// the same.
struct ExplanationContent {
    struct Section {
        var title: String
        var items: [Item] = []
    }

    enum Item {
        case line(String)
        case table(ReportTable)
    }

    let language: Language
    private let explanation: Explanation
    private let top: Int

    init(_ explanation: Explanation, top: Int, language: Language) {
        self.explanation = explanation
        self.top = top
        self.language = language
    }

    var sections: [Section] {
        [score, words, codes, eligibility, gaps].filter { !$0.items.isEmpty }
    }

    private func say(_ fr: String, _ en: String) -> String { Phrase(fr, en)[language] }
    private func number(_ value: Double, _ decimals: Int) -> String {
        NumberFormat.decimal(value, decimals: decimals, language)
    }

    // MARK: Where it stands

    /// « 3e sur 41 structures ».
    var standing: String { ExplanationWords.outcome(explanation, top: top)[language] }

    /// Who it is: identifier, kinds, town.
    func identity(on day: Day) -> String {
        let supplier = explanation.supplier
        let town = [supplier.postcode, supplier.city].filter { !$0.isEmpty }.joined(separator: " ")
        let closed =
            supplier.isClosed(on: day)
            ? say("fermée", "closed")
                + (supplier.closedOn.map { say(" depuis le ", " since ") + $0.text(language) } ?? "")
            : ""
        return [
            supplier.siret.map { "SIRET " + $0.text } ?? supplier.key, MatchWords.kinds(supplier, on: day), town,
            closed,
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    // MARK: The score

    private var score: Section {
        let rows = explanation.points.map { part -> [ReportTable.Cell] in
            let found = explanation.criteria.first { part.part == .criterion($0.criterion) }
            let sentence: String
            switch part.part {
            case .criterion: sentence = found?.sentence[language] ?? ""
            case .contractsWon:
                sentence = say(
                    "les marchés comparables remportés montrent le métier mieux que ses mots et ses codes",
                    "comparable contracts won show the trade better than its words and codes")
            case .staffLent:
                sentence = say(
                    "met du personnel à disposition, et le lot n’en demande pas",
                    "lends staff, and the lot does not ask for it")
            case .overseas: sentence = say("la mer sépare la structure du lieu", "the sea lies between")
            case .far:
                sentence = say(
                    "loin du lieu, pour une prestation à exécuter sur place",
                    "far from the place, for what is done on the spot")
            }
            return [
                .text(ExplanationWords.name(part.part)[language]),
                found.map { .number($0.value, decimals: 2) } ?? .empty, found.map { .percent($0.weight) } ?? .empty,
                .text(signed(part.points)), .text(sentence),
            ]
        }
        let total: [ReportTable.Cell] = [
            .text(say("score", "score")), .empty, .empty, .text(number(explanation.score, 1)), .empty,
        ]
        let table = ReportTable(
            title: Phrase("Le score, point par point", "The score, point by point"),
            columns: [
                .init("criterion", Phrase("Critère", "Criterion")), .init("value", Phrase("Valeur", "Value"), .number),
                .init("weight", Phrase("Poids", "Weight"), .percent),
                .init("points", Phrase("Points", "Points"), .number),
                .init("why", Phrase("Pourquoi", "Why"), .longText),
            ], rows: rows + [total])
        return Section(title: say("Le score, point par point", "The score, point by point"), items: [.table(table)])
    }

    private func signed(_ points: Double) -> String {
        let text = number(points, 1)
        return points > 0 && text.contains { $0 != "0" && $0.isNumber } ? "+" + text : text
    }

    // MARK: Words

    /// Words shown of those that the supplier does not say.
    private static let mostMissing = 20

    private var words: Section {
        var section = Section(title: say("Les mots du lot", "The words of the lot"))
        let said = explanation.words.filter { !$0.fields.isEmpty }
        if !said.isEmpty {
            section.items.append(
                .table(
                    ReportTable(
                        title: Phrase("Mots du lot que dit la structure", "Words of the lot that the supplier says"),
                        columns: [
                            .init("word", Phrase("Mot", "Word"), .longText),
                            .init("weight", Phrase("Poids", "Weight"), .percent),
                            .init("points", Phrase("Points", "Points"), .number),
                            .init("fields", Phrase("Où elle le dit", "Where it says it"), .longText),
                        ],
                        rows: said.map { word in
                            [
                                .text(ExplanationWords.word(word)[language]), .percent(word.weight),
                                .number(word.points, decimals: 1),
                                .text(word.fields.map { $0.name[language] }.joined(separator: ", ")),
                            ]
                        })))
        }
        let missing = explanation.words.filter(\.fields.isEmpty)
        if !missing.isEmpty {
            let shown = missing.prefix(Self.mostMissing).map { word in
                "\(ExplanationWords.word(word)[language]) (\(NumberFormat.percent(word.weight, language)))"
            }
            section.items.append(
                .line(
                    say("Ne dit pas : ", "Does not say: ") + shown.joined(separator: ", ")
                        + (missing.count > shown.count ? "…" : "")))
        }
        if !explanation.unheardWords.isEmpty {
            let shown = explanation.unheardWords.prefix(Self.mostMissing)
            section.items.append(
                .line(
                    say("Aucune structure du catalogue ne dit : ", "No supplier of the catalogue says: ")
                        + shown.joined(separator: ", ") + (explanation.unheardWords.count > shown.count ? "…" : "")))
        }
        return section
    }

    // MARK: Codes

    /// Pairs shown for each code of the lot, and the value under which one says nothing.
    private static let mostPairs = 2
    private static let telling = 0.1

    private var codes: Section {
        // A trade read in the text stands for several codes: the nearest pairs say enough.
        var shown: [Phrase: Int] = [:]
        let places = Dictionary(
            explanation.codes.map { ($0.need, $0.needPlace) }, uniquingKeysWith: { first, _ in first })
        let pairs = explanation.codes.enumerated().filter { $0.element.value >= Self.telling }
            .sorted { left, right in
                (places[left.element.need] ?? 0, -left.element.value, left.offset)
                    < (places[right.element.need] ?? 0, -right.element.value, right.offset)
            }
            .map(\.element)
            .filter { pair in
                shown[pair.need, default: 0] += 1
                return shown[pair.need, default: 0] <= Self.mostPairs
            }
        let title = say("Les codes", "The codes")
        guard !pairs.isEmpty else {
            return Section(
                title: title,
                items: [
                    .line(
                        say(
                            "Aucun code du lot n’est proche de ceux de la structure.",
                            "No code of the lot is near to those of the supplier."))
                ])
        }
        let table = ReportTable(
            title: Phrase("Codes du lot et de la structure", "Codes of the lot and of the supplier"),
            columns: [
                .init("need", Phrase("Code du lot", "Code of the lot"), .longText),
                .init("branch", Phrase("CPV", "CPV")),
                .init("origin", Phrase("D’où vient le sien", "Where its own comes from"), .longText),
                .init("closeness", Phrase("Proximité", "Closeness"), .number),
                .init("trust", Phrase("Confiance", "Trust"), .number),
                .init("value", Phrase("Valeur", "Value"), .number),
            ],
            rows: pairs.map { pair in
                [
                    .phrase(pair.need), .text(pair.branch ?? "NAF"), .phrase(pair.origin.phrase),
                    .number(pair.closeness, decimals: 2), .number(pair.trust * pair.needTrust, decimals: 2),
                    .number(pair.value, decimals: 2),
                ]
            })
        return Section(title: title, items: [.table(table)])
    }

    // MARK: Eligibility and gaps

    private var eligibility: Section {
        let verdict = explanation.eligibility
        var lines = [MatchWords.eligibility(verdict, language)]
        lines += verdict.reasons.map { $0[language] }
        lines += verdict.evidence.map { say("preuve : ", "evidence: ") + $0[language] }
        lines += verdict.missing.map { say("manque : ", "missing: ") + $0[language] }
        return Section(title: say("Éligibilité", "Eligibility"), items: lines.map { .line($0) })
    }

    private var gaps: Section {
        Section(
            title: say(
                "Ce que l’on ne sait pas, et ce qu’il y a à gagner", "What is not known, and what there is to gain"),
            items: explanation.gaps.map { gap in
                let points = gap.points ?? 0
                let cost =
                    points < 0.05
                    ? ""
                    : say(
                        " (\(number(points, 1)) point\(points < 1.95 ? "" : "s") au plus)",
                        " (\(number(points, 1)) points at most)")
                return .line(gap.phrase[language] + cost)
            })
    }
}
