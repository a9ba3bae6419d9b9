import Nomenclature
import Reports
import Wording

/// What `passerelle cpv` says of one code, and of the codes found by words.
struct CPVSheet {
    private let code: CPV
    /// From the division to the code.
    private let branch: [CPV]
    private let children: [CPV]
    private let activities: [CPVAffinity.Activity]
    private let isReservable: Bool

    /// Activities shown.
    private static let shownActivities = 8

    init(_ code: CPV) {
        self.code = code
        branch = CPVTable.shared.branch(code)
        children = CPVTable.shared.children(code)
        activities = Array(CPVAffinity.shared.activities(for: code).prefix(Self.shownActivities))
        isReservable = SocialServices.contains(code)
    }

    // MARK: Terminal

    func terminal(width: Int) -> String {
        var lines: [String] = []
        for (level, ancestor) in branch.enumerated() {
            lines += Self.line(ancestor, indent: 2 * level, mark: ancestor == code ? "▶" : " ", width: width)
        }
        for child in children { lines += Self.line(child, indent: 2 * branch.count, mark: " ", width: width) }
        lines.append("")
        lines += TerminalText.wrapped(reservation[Speech.language], width: width)
        if !activities.isEmpty {
            lines += ["", text("Activités (NAF rév. 2) proches :", "Close activities (NAF rév. 2):")]
            for activity in activities {
                let share = NumberFormat.percent(activity.weight, decimals: 0, Speech.language)
                lines += TerminalText.wrapped(
                    "\(activity.prefix) \(activity.label) (\(share))", width: width, indent: 2)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ code: CPV, indent: Int, mark: String, width: Int) -> [String] {
        let label = CPVTable.shared.label(code)?[Speech.language] ?? ""
        let lines = TerminalText.wrapped(code.code + " " + label, width: width, indent: indent + 2)
        guard let first = lines.first else { return [] }
        let margin = String(repeating: " ", count: indent)
        return [margin + mark + " " + first.drop { $0 == " " }] + lines.dropFirst()
    }

    private var reservation: Phrase {
        isReservable
            ? Phrase(
                "Dans la liste des services que l’article L2113-15 permet de réserver aux entreprises de l’ESS.",
                "On the list of services that article L2113-15 allows to be reserved for ESS enterprises.")
            : Phrase(
                "Hors de la liste des services de l’article L2113-15 (réservation aux entreprises de l’ESS).",
                "Not on the list of services of article L2113-15 (reservation for ESS enterprises).")
    }

    // MARK: Table, JSON

    /// The branch, the code and its children, one row each.
    var table: ReportTable {
        ReportTable(
            title: Phrase("Branche du CPV", "CPV branch"),
            columns: [
                .init("code", Phrase("Code", "Code")), .init("label", Phrase("Libellé", "Label"), .longText),
                .init("relation", Phrase("Rang", "Relation")),
            ],
            rows: branch.map { Self.row($0, $0 == code ? Phrase("code", "code") : Phrase("contient", "contains")) }
                + children.map { Self.row($0, Phrase("partie", "part")) })
    }

    private static func row(_ code: CPV, _ relation: Phrase) -> [ReportTable.Cell] {
        [.text(code.code), .phrase(CPVTable.shared.label(code) ?? Phrase("", "")), .phrase(relation)]
    }

    var json: JSONValue {
        .object([
            .init("code", .string(code.code)), .init("label", Self.label(code)),
            .init("branch", .array(branch.map(Self.entry))), .init("children", .array(children.map(Self.entry))),
            .init("L2113-15", .bool(isReservable)),
            .init(
                "activities",
                .array(
                    activities.map {
                        .object([
                            .init("naf", .string($0.prefix)), .init("label", .string($0.label)),
                            .init("weight", .number($0.weight)),
                        ])
                    })),
        ])
    }

    private static func entry(_ code: CPV) -> JSONValue {
        .object([.init("code", .string(code.code)), .init("label", label(code))])
    }

    private static func label(_ code: CPV) -> JSONValue {
        .string(CPVTable.shared.label(code)?[Speech.language] ?? "")
    }

    // MARK: Codes found by words

    static func table(_ result: CPVSearch.Result) -> ReportTable {
        ReportTable(
            title: Phrase("Codes CPV", "CPV codes"),
            columns: [
                .init("code", Phrase("Code", "Code")), .init("label", Phrase("Libellé", "Label"), .longText),
                .init("why", Phrase("Trouvé par", "Found by"), .longText),
                .init("score", Phrase("Score", "Score"), .percent),
            ],
            rows: result.hits.map { hit in
                [.text(hit.code.code), .phrase(hit.label), .phrase(reason(hit)), .percent(hit.score)]
            })
    }

    private static func reason(_ hit: CPVSearch.Hit) -> Phrase {
        var reasons: [String] = []
        var reasonsEN: [String] = []
        if !hit.words.isEmpty {
            reasons.append("libellé : " + hit.words.joined(separator: ", "))
            reasonsEN.append("label: " + hit.words.joined(separator: ", "))
        }
        if let trade = hit.trade {
            reasons.append("métier : " + trade)
            reasonsEN.append("trade: " + trade)
        }
        return Phrase(reasons.joined(separator: " ; "), reasonsEN.joined(separator: "; "))
    }

    static func json(_ result: CPVSearch.Result) -> [JSONValue] {
        result.hits.map { hit in
            .object([
                .init("code", .string(hit.code.code)), .init("label", .string(hit.label[Speech.language])),
                .init("score", .number(hit.score)), .init("words", .strings(hit.words)),
                .init("trade", .string(hit.trade)),
            ])
        }
    }
}
