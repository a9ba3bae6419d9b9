import Indicators
import Wording

extension CataloguePage {
    /// Rows of a table of places that a page shows; the rest is in the spreadsheets.
    private static let mostRows = 60
    /// Rows beyond which a secondary table is folded.
    private static let mostUnfolded = 20
    /// Names of places without any structure that a page lists.
    private static let mostNames = 60

    /// The tables of a roadmap: how much there is of the ESS in each part of the territory.
    var places: String {
        let tables = [PanoramaBreakdown.Dimension.epci, .departement, .region].filter { dimension in
            dimension == .epci || (panorama.breakdown(dimension)?.rows.count ?? 0) > 1
        }.map { table($0) }
        var notes: [String] = []
        let empty = panorama.emptyEPCIs
        if !empty.isEmpty {
            let names = empty.prefix(Self.mostNames).map { CatalogueWords.shortEPCI($0.label[language]) }
            notes.append(
                say(
                    "\(count(empty.count)) EPCI du territoire sans aucune structure connue : ",
                    "\(count(empty.count)) EPCI of the territory without any known structure: ")
                    + names.joined(separator: ", ") + (empty.count > names.count ? " …" : "."))
        }
        let rows = panorama.breakdowns.filter(\.dimension.isPlace).flatMap(\.rows)
        if rows.contains(where: \.isPartial) {
            notes.append(
                say(
                    "« (partie) » : le territoire n’en couvre qu’une partie ; seule cette partie est comptée, sans part de l’économie.",
                    "“(part)”: the territory covers only a part of it; only that part is counted, without a share of the economy."
                ))
        }
        if let source = panorama.totalsSource {
            notes.append(
                say(
                    "Parts de l’ESS : établissements et effectifs de l’ESS du catalogue, rapportés aux totaux du fichier « \(source) ».",
                    "Shares of the ESS: its establishments and workforce in the catalogue, over the totals of the file “\(source)”."
                ))
            if !rows.contains(where: { $0.share != nil }) && panorama.share == nil {
                notes.append(
                    say(
                        "Ce fichier ne donne aucun total pour ce territoire.",
                        "That file gives no total for this territory."
                    ))
            }
        }
        return """
            <section class="break"><h2>\(safe("Le territoire", "The territory"))</h2>
            \(tables.joined(separator: "\n"))
            \(notes.map { "<p class=\"meta\">\(HTML.escape($0))</p>" }.joined(separator: "\n"))</section>
            """
    }

    var kinds: String {
        guard !isEmpty else { return "" }
        let both =
            panorama.inBothFamilies > 0
            ? safe(
                " \(structureCount(panorama.inBothFamilies)) de l’insertion et du handicap à la fois : comptées à l’insertion.",
                " \(structureCount(panorama.inBothFamilies)) of both insertion and disability: counted under insertion."
            )
            : ""
        let cross = panorama.kindsByDepartement
        let kinds = cross.rows.count > 1 ? folded(cross.title, crossTable(cross), rows: cross.rows.count) : ""
        return """
            <section><h2>\(safe("Types et familles", "Kinds and families"))</h2>
            <p>\(safe(
                "Une structure peut tenir plusieurs types : leurs lignes ne s’additionnent pas. Les familles, elles, s’additionnent.",
                "A structure may hold several kinds: their rows do not add up. Families do."))\(both)</p>
            \([PanoramaBreakdown.Dimension.family, .kind, .legalFamily].map { table($0) }.joined(separator: "\n"))
            \(kinds)
            <h3>\(safe("ESS et ESUS", "ESS and ESUS"))</h3>
            \([PanoramaBreakdown.Dimension.ess, .essTitle, .esus].map { table($0) }.joined(separator: "\n"))</section>
            """
    }

    var sectors: String {
        guard !isEmpty else { return "" }
        let silent =
            panorama.uninformativeNAF > 0
            ? safe(
                " Pour \(structureCount(panorama.uninformativeNAF)), ce code ne dit rien du métier (action sociale, mise à disposition de personnel …).",
                " For \(structureCount(panorama.uninformativeNAF)) that code says nothing of the trade (social work, temporary work …)."
            ) : ""
        return """
            <section><h2>\(safe("Secteurs", "Sectors"))</h2>
            <p>\(safe(
                "Secteurs déclarés (nomenclature du Marché de l’inclusion), plusieurs par structure s’il y a lieu ; à défaut, section NAF de l’activité principale. La colonne « Origine » dit lequel : les deux ne se comparent pas ligne à ligne.",
                "Declared sectors (list of the Marché de l’inclusion), several for a structure where it says so; failing that, the NAF section of the main activity. The column “Origin” tells which: the two do not compare row by row."
            ))\(silent)</p>
            \(table(.sectorGroup))
            \(crossTable(panorama.sectorsByLegalFamily))
            <details><summary>\(safe("Secteurs en détail", "Sectors in detail"))</summary>\(table(.sector))</details></section>
            """
    }

    func table(_ dimension: PanoramaBreakdown.Dimension) -> String {
        guard let breakdown = panorama.breakdown(dimension) else { return "" }
        let table = ReportTable.catalogueInShort(breakdown, language, limit: Self.mostRows)
        return table.html(language) + rest(ReportTable.rowsToShow(breakdown).count - table.rows.count)
    }

    /// Long tables unfold on demand.
    private func folded(_ title: Phrase, _ table: String, rows: Int) -> String {
        guard rows > Self.mostUnfolded else { return table }
        return "<details><summary>\(HTML.escape(title[language]))</summary>\(table)</details>"
    }

    private func crossTable(_ cross: PanoramaCross) -> String {
        var cut = cross
        cut.rows = Array(cross.rows.prefix(2 * Self.mostRows))
        return ReportTable.catalogue(cut, zero: .text("·")).html(
            language,
            caption: Phrase(cross.title.fr + " (nombre de structures)", cross.title.en + " (number of structures)"))
            + rest(cross.rows.count - cut.rows.count)
    }

    private func rest(_ count: Int) -> String {
        guard count > 0 else { return "" }
        return
            "<p class=\"meta\">\(safe("\(self.count(count)) lignes de plus dans les exports CSV et XLSX.", "\(self.count(count)) more rows in the CSV and XLSX exports."))</p>"
    }
}
