import Indicators
import Nomenclature
import Wording

extension SPASERPage {
    /// The cuts that no chart carries.
    var breakdowns: String {
        let tables = [Breakdown.Dimension.year, .procedure, .supplierKind].compactMap { report.breakdown($0) }
            .filter { !$0.rows.isEmpty }
        guard !report.contracts.isEmpty, !tables.isEmpty else { return "" }
        let note = safe(
            "Les types de structures se recouvrent : leurs lignes ne s’additionnent pas.",
            "Kinds of suppliers overlap: their rows do not add up.")
        return """
            <section><h2>\(safe("Répartitions", "Breakdowns"))</h2>
            \(tables.map { ReportTable.breakdown($0).html(language) }.joined(separator: "\n"))
            <p class="meta">\(note)</p></section>
            """
    }

    var quality: String {
        let records = report.records
        let content = report.content
        var terms: [(Phrase, Int)] = [
            (Phrase("Enregistrements lus", "Records read"), records.records),
            (Phrase("Rejetés, avec leur motif", "Rejected, with their reason"), records.rejected),
            (
                Phrase("Remplacés par une publication plus récente", "Superseded by a later publication"),
                records.superseded
            ),
            (Phrase("Concessions, hors des achats", "Concessions, not purchases"), records.concessions),
        ].filter { records.records > 0 || $0.1 > 0 }
        terms += [
            (Phrase("Montants absents", "Amounts missing"), content.amountMissing),
            (Phrase("Montants trop petits pour être vrais", "Amounts too small to be true"), content.amountTooSmall),
            (Phrase("Montants trop grands pour être vrais", "Amounts too large to be true"), content.amountTooLarge),
            (
                Phrase("Marchés de l’acheteur sans année lisible", "Contracts of the buyer without a readable year"),
                content.unknownYear
            ),
            (Phrase("Doublons possibles, conservés", "Possible duplicates, kept"), content.possibleDuplicates),
        ]
        let list = terms.map { "<dt>\(HTML.escape($0.0[language]))</dt><dd>\(count($0.1))</dd>" }.joined()
        let lead = safe(
            "Les nombres de marchés sont fiables ; les sommes le sont moins, parce qu’un montant notifié est souvent un maximum et parfois une faute de frappe. Ce qui est écarté est compté ici.",
            "Numbers of contracts are reliable; sums are less so, because an amount notified is often a maximum and sometimes a typing error. What is left out is counted here."
        )
        return """
            <section><h2>\(safe("Qualité des données", "Quality of the data"))</h2>
            <p>\(lead)</p><dl>\(list)</dl></section>
            """
    }

    var rules: String {
        """
        <section><h2>\(safe("Règles de comptage et textes", "Counting rules and legal texts"))</h2>
        <p>\(safe(
            "Deux rapports ne se comparent que si leurs règles sont les mêmes.",
            "Two reports only compare when their rules are the same."))</p>
        \(ReportTable.rules(report.rules).html(language))
        <ul class="plain">
        \(texts.map { "<li>\(HTML.escape($0[language]))</li>" }.joined(separator: "\n"))
        </ul></section>
        """
    }

    private var texts: [Phrase] {
        [
            Phrase(
                "Article L2111-3 du code de la commande publique : schéma, objectifs et indicateurs publiés tous les deux ans, en nombre de contrats ou en valeur, pour chaque acheteur.",
                "Article L2111-3 of the code de la commande publique: scheme, targets and indicators published every two years, in number of contracts or in value, for each buyer."
            ),
            Phrase(
                "Article D2111-3 : seuil de 50 M€ HT de dépenses par an, mesuré en comptabilité et non sur ces données.",
                "Article D2111-3: threshold of EUR 50 million spent a year, measured in the accounts and not on these data."
            ),
            Phrase(
                "Articles L2112-2, L2112-2-1 et L2152-7, versions du 21 août 2026 (loi n° 2021-1104, art. 35) : clauses environnementales et sociales, critère environnemental.",
                "Articles L2112-2, L2112-2-1 and L2152-7, versions of 21 August 2026 (law 2021-1104, art. 35): environmental and social conditions, environmental criterion."
            ),
            Phrase(
                "Articles L2113-12 à L2113-16 : marchés réservés.", "Articles L2113-12 to L2113-16: reserved contracts."
            ),
            Phrase(
                "Articles L2196-2 et R2196-1, arrêté du 22 décembre 2022 : données essentielles, publiées dans les deux mois.",
                "Articles L2196-2 and R2196-1, arrêté of 22 December 2022: award data, published within two months."),
            Phrase(
                "Plan national pour des achats durables 2022-2025 : 30 % de contrats avec considération sociale, 100 % avec considération environnementale.",
                "National plan for sustainable purchases 2022-2025: 30% of contracts with a social, 100% with an environmental consideration."
            ),
        ]
    }

    var sources: String {
        guard !report.sources.isEmpty else { return "" }
        let table = ReportTable(
            title: Phrase("Fichiers d’où viennent les marchés", "Files that the contracts come from"),
            columns: [
                .init("file", Phrase("Fichier", "File"), .longText),
                .init("contracts", Phrase("Marchés", "Contracts"), .number),
            ],
            rows: report.sources.map { [.text($0.file), .count($0.contracts)] })
        return """
            <section><h2>\(safe("Provenance", "Provenance"))</h2>
            \(table.html(language))</section>
            """
    }
}
