import Indicators
import Nomenclature
import Wording

extension ReportTable {
    /// Key figures, one a row.
    public static func catalogueSummary(_ panorama: CataloguePanorama) -> ReportTable {
        var rows: [(Phrase, Cell, Phrase?)] = [
            (Phrase("Structures", "Structures"), .count(panorama.total.structures), nil),
            (Phrase("Établissements (SIRET)", "Establishments (SIRET)"), .count(panorama.total.establishments), nil),
            (Phrase("Entreprises (SIREN)", "Enterprises (SIREN)"), .count(panorama.total.enterprises), nil),
        ]
        let workforce = panorama.total.workforce
        rows += [
            (
                Phrase("Effectif connu, au moins", "Known workforce, at least"), .count(workforce.minimum),
                Phrase(
                    "effectifs connus, et bas des tranches SIRENE", "known headcounts, and low ends of the SIRENE bands"
                )
            ),
            (
                Phrase("Effectif connu, au plus", "Known workforce, at most"),
                workforce.maximum.map { .count($0) } ?? .empty,
                workforce.maximum == nil
                    ? Phrase("une tranche n’a pas de maximum", "a band has no upper end")
                    : Phrase(
                        "effectifs connus, et haut des tranches SIRENE",
                        "known headcounts, and high ends of the SIRENE bands")
            ),
            (Phrase("dont effectif exact", "of which exact headcount"), .count(workforce.counted), establishments),
            (Phrase("dont tranche seule", "of which band only"), .count(workforce.banded), establishments),
            (Phrase("dont effectif inconnu", "of which workforce unknown"), .count(workforce.unknown), establishments),
            (Phrase("Structures de l’ESS", "ESS structures"), .count(panorama.ess.structures), nil),
            (
                Phrase("Agréments ESUS valides", "Valid ESUS approvals"), .count(panorama.esus.structures),
                Phrase("structures ; fin connue ou non", "structures; their end known or not")
            ),
            (
                Phrase("Insertion et handicap à la fois", "Insertion and disability at once"),
                .count(panorama.inBothFamilies),
                Phrase("comptées dans la famille de l’insertion", "counted in the family of insertion")
            ),
            (
                Phrase("Fermées, hors des comptes", "Closed, not counted"), .count(panorama.closed), nil
            ),
        ]
        if panorama.territory != nil {
            rows.append(
                (
                    Phrase("Lieu trop vague pour le territoire", "Too vaguely placed for the territory"),
                    .count(panorama.undecided), Phrase("non comptées", "not counted")
                ))
        }
        if let share = panorama.share {
            let shares = [
                (
                    Phrase("Part de l’ESS dans les établissements", "Share of ESS in establishments"),
                    share.establishments, share.total.establishments
                ),
                (
                    Phrase("Part de l’ESS dans les effectifs, au moins", "Share of ESS in the workforce, at least"),
                    share.workforceLow, share.total.workforce
                ),
                (
                    Phrase("Part de l’ESS dans les effectifs, au plus", "Share of ESS in the workforce, at most"),
                    share.workforceHigh, share.total.workforce
                ),
            ]
            rows += shares.compactMap { name, part, total in
                guard let part, let total else { return nil }
                return (name, .percent(part), outOf(total, panorama.totalsSource ?? ""))
            }
        }
        return ReportTable(
            title: Phrase("Synthèse", "Summary"),
            columns: [
                Column("figure", Phrase("Chiffre", "Figure"), .longText),
                Column("value", Phrase("Valeur", "Value"), .number),
                Column("note", Phrase("Précision", "Note"), .longText),
            ],
            rows: rows.map { [.phrase($0.0), $0.1, $0.2.map { .phrase($0) } ?? .empty] })
    }

    private static let establishments = Phrase("établissements", "establishments")

    private static func outOf(_ total: Int, _ source: String) -> Phrase {
        Phrase(
            "sur \(NumberFormat.integer(total, .french)) (\(source))",
            "of \(NumberFormat.integer(total, .english)) (\(source))")
    }

    /// A breakdown with all its figures, for spreadsheets.
    public static func catalogue(_ breakdown: PanoramaBreakdown) -> ReportTable {
        let dimension = breakdown.dimension
        let fields = CatalogueField.all(dimension, hasShares: breakdown.rows.contains { $0.share != nil })
        return ReportTable(
            title: dimension.name, columns: fields.map(\.column),
            rows: breakdown.rows.map { row in fields.map { $0.cell(row) } })
    }

    /// The same for a page: fewer columns, the workforce in words.
    static func catalogueInShort(_ breakdown: PanoramaBreakdown, _ language: Language, limit: Int? = nil) -> ReportTable
    {
        let dimension = breakdown.dimension
        let rows = rowsToShow(breakdown)
        let fields = CatalogueField.short(
            dimension, hasShares: breakdown.rows.contains { $0.share != nil },
            hasExpired: breakdown.rows.contains { $0.expired > 0 }, language)
        return ReportTable(
            title: dimension.name, columns: fields.map(\.column),
            rows: rows.prefix(limit ?? .max).map { row in fields.map { $0.cell(row) } })
    }

    /// Places without any structure are named beside the table, not in it.
    static func rowsToShow(_ breakdown: PanoramaBreakdown) -> [PanoramaRow] {
        breakdown.dimension.isPlace ? breakdown.rows.filter { $0.all.structures > 0 } : breakdown.rows
    }

    /// The same for a terminal, the rows with most structures.
    static func catalogueInTerminal(_ breakdown: PanoramaBreakdown, _ language: Language, limit: Int?) -> ReportTable {
        let fields = CatalogueField.terminal(breakdown.dimension, language)
        var rows = rowsToShow(breakdown)
        if let limit, rows.count > limit {
            let least = rows.map(\.all.structures).sorted(by: >)[limit - 1]
            rows = Array(rows.filter { $0.all.structures >= least }.prefix(limit))
        }
        return ReportTable(
            title: breakdown.dimension.name, columns: fields.map(\.column),
            rows: rows.map { row in fields.map { $0.cell(row) } })
    }

    /// All breakdowns one below the other, one row a line: for those who count on with a program.
    public static func catalogueRows(_ panorama: CataloguePanorama) -> ReportTable {
        let fields = CatalogueField.all(nil, hasShares: panorama.totalsSource != nil)
        return ReportTable(
            title: Phrase("Panorama", "Panorama"),
            columns: [Column("table", Phrase("Tableau", "Table"))] + fields.map(\.column),
            rows: panorama.breakdowns.flatMap { breakdown in
                breakdown.rows.map { row in [.phrase(breakdown.dimension.name)] + fields.map { $0.cell(row) } }
            })
    }

    /// Two dimensions, numbers of structures.
    ///
    /// - Parameter zero: what stands where there is none.
    public static func catalogue(_ cross: PanoramaCross, zero: Cell = .count(0)) -> ReportTable {
        let hasNotes = cross.rows.contains { $0.note != nil }
        return ReportTable(
            title: cross.title,
            columns: [Column("row", cross.rowTitle, .longText)]
                + (hasNotes ? [Column("origin", Phrase("Origine", "Origin"))] : [])
                + cross.columns.map { Column($0.key, $0.label, .number) }
                + [Column("total", Phrase("Structures", "Structures"), .number)],
            rows: cross.rows.map { row in
                [.phrase(row.label)] + (hasNotes ? [row.note.map { .phrase($0) } ?? .empty] : [])
                    + row.counts.map { $0 == 0 ? zero : .count($0) } + [.count(row.total)]
            })
    }

    /// What is missing or doubtful.
    ///
    /// - Parameter onlyFound: leaves out what concerns no structure.
    public static func catalogueQuality(_ panorama: CataloguePanorama, onlyFound: Bool = false) -> ReportTable {
        ReportTable(
            title: Phrase("Qualité", "Quality"),
            columns: [
                Column("gap", Phrase("Point à vérifier", "To check"), .longText),
                Column("count", Phrase("Structures", "Structures"), .number),
                Column("share", Phrase("Part", "Share"), .percent),
                Column("advice", Phrase("Ce que cela veut dire, que faire", "What it means, what to do"), .longText),
            ],
            rows: panorama.quality.filter { !onlyFound || $0.count > 0 }.map {
                [.phrase($0.gap.name), .count($0.count), .percent($0.share), .phrase($0.gap.advice)]
            })
    }
}
