import Indicators
import Nomenclature
import Wording

extension CataloguePage {
    /// What is missing, each line opening on the structures concerned.
    var quality: String {
        let lines = panorama.quality.filter { $0.count > 0 }
        guard !lines.isEmpty else { return "" }
        let details = lines.filter { !$0.examples.isEmpty }.map(detail)
        let table = ReportTable.catalogueQuality(panorama, onlyFound: true)
        return """
            <section class="break"><h2>\(safe("Ce qui manque ou se vérifie", "What is missing or to check"))</h2>
            <p>\(safe(
                "Parts des \(structureCount(panorama.total.structures)) comptées. Les listes complètes sont dans les exports CSV et XLSX (colonne « À vérifier »).",
                "Shares of the \(structureCount(panorama.total.structures)) counted. The complete lists are in the CSV and XLSX exports (column “To check”)."
            ))</p>
            \(table.html(language))
            \(self.table(.placing))
            <div class="audit">\(details.isEmpty ? "" : "<h3>\(safe("Les structures concernées", "The structures concerned"))</h3>")
            \(details.joined(separator: "\n"))</div></section>
            """
    }

    private func detail(_ line: PanoramaQuality) -> String {
        let table = ReportTable.catalogueStructuresInShort(line.examples, title: line.gap.name)
        let rest = line.count - line.examples.count
        let more =
            rest > 0
            ? "<p class=\"meta\">\(safe("Liste coupée : \(structureCount(rest)) de plus dans les exports CSV et XLSX.", "List cut: \(structureCount(rest)) more in the CSV and XLSX exports."))</p>"
            : ""
        return """
            <details><summary>\(HTML.escape(line.gap.name[language])) \
            <span class="count">– \(HTML.escape(structureCount(line.count)))</span></summary>
            <p>\(HTML.escape(sentence(line.gap.advice[language])))</p>
            \(table.html(language))\(more)</details>
            """
    }

    private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

    /// How it was counted, and from what.
    var method: String {
        let rules: [Phrase] = [
            Phrase(
                "Une structure est une entrée du catalogue : un établissement (SIRET), parfois deux structures conventionnées à une même adresse, ou une entreprise (SIREN) dont aucun établissement n’est connu. Établissements et entreprises sont comptés une fois chacun.",
                "A structure is an entry of the catalogue: an establishment (SIRET), sometimes two structures with conventions at one address, or an enterprise (SIREN) of which no establishment is known. Establishments and enterprises are counted once each."
            ),
            Phrase(
                "Types et agréments sont jugés au \(panorama.day.text(.french)) ; sans date, un type est tenu pour valide. Ceux qui sont échus sont comptés à part.",
                "Kinds and approvals are judged on \(panorama.day.text(.english)); without a date a kind is taken as valid. Those that have expired are counted apart."
            ),
            Phrase(
                "Insertion : EI, ACI, AI, ETTI, EITI (L5132-4 du code du travail). Handicap : EA, EATT (L5213-13 du code du travail), ESAT (L344-2 du code de l’action sociale et des familles). Une structure portée par une personne publique relève de l’insertion ou du handicap sans être de l’ESS (loi n° 2014-856, art. 1).",
                "Insertion: EI, ACI, AI, ETTI, EITI (L5132-4 code du travail). Disability: EA, EATT (L5213-13 code du travail), ESAT (L344-2 CASF). A structure run by a public body is of insertion or disability without being of the ESS (law 2014-856, art. 1)."
            ),
            Phrase(
                "Familles juridiques : d’après la catégorie juridique ; SCOP et SCIC comptent comme coopératives même sous forme de SA, SAS ou SARL.",
                "Legal families: by the legal category; SCOP and SCIC count as cooperatives even as an SA, SAS or SARL."
            ),
            CatalogueWords.workforceNote,
            Phrase(
                "L’effectif d’un siège dont l’établissement n’est pas compté à part peut être celui de toute l’entreprise.",
                "The workforce of a head office that is not counted apart may be that of the whole enterprise."),
            Phrase(
                "Les structures fermées (\(count(panorama.closed))) ne sont dans aucun autre chiffre.",
                "Closed structures (\(count(panorama.closed))) are in no other figure."),
        ]
        return """
            <section><h2>\(safe("Sources et règles de comptage", "Sources and counting rules"))</h2>
            <p>\(safe(
                "Une structure connue de plusieurs sources compte dans chacune.",
                "A structure known to several sources counts in each."))</p>
            \(table(.source))
            <ul class="plain">
            \(rules.map { "<li>\(HTML.escape($0[language]))</li>" }.joined(separator: "\n"))
            </ul></section>
            """
    }
}
