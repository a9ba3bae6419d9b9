import Indicators
import Nomenclature
import Wording

extension ReportTable {
    /// The structures behind the figures, one a row.
    public static func catalogueStructures(_ structures: some Sequence<PanoramaStructure>, _ language: Language)
        -> ReportTable
    {
        ReportTable(
            title: Phrase("Structures", "Structures"),
            columns: [
                Column("siret", Phrase("SIRET", "SIRET")), Column("siren", Phrase("SIREN", "SIREN")),
                Column("name", Phrase("Nom", "Name"), .longText), Column("city", Phrase("Commune", "Commune")),
                Column("communeCode", Phrase("Code commune", "Commune code")),
                Column("departement", Phrase("Département", "Département")), Column("epci", Phrase("EPCI", "EPCI")),
                Column("family", Phrase("Famille", "Family")), Column("kinds", Phrase("Types", "Kinds")),
                Column("expiredKinds", Phrase("Types échus", "Expired kinds")),
                Column("legalFamily", Phrase("Famille juridique", "Legal family")),
                Column("ess", Phrase("ESS", "ESS")), Column("esus", Phrase("ESUS", "ESUS")),
                Column("sectors", Phrase("Secteurs", "Sectors"), .longText), Column("naf", Phrase("NAF", "NAF")),
                Column("workforce", Phrase("Effectif", "Workforce")),
                Column("lastSeen", Phrase("Vue le", "Last seen"), .date),
                Column("sources", Phrase("Sources", "Sources"), .longText),
                Column("gaps", Phrase("À vérifier", "To check"), .longText),
            ],
            rows: structures.map { row($0, language) })
    }

    private static func row(_ structure: PanoramaStructure, _ language: Language) -> [Cell] {
        [
            // Those without a SIRET are known by what identifies them instead.
            .text(structure.siret?.text ?? structure.key), .text(structure.siren?.text ?? ""), .text(structure.name),
            .text(structure.city), .text(structure.communeCode ?? ""), .text(structure.departement ?? ""),
            .text(structure.epci.map { Geography.shared.epci($0)?.name ?? $0 } ?? ""), .phrase(structure.family.name),
            .text(structure.kinds.map(\.rawValue).joined(separator: ", ")),
            .text(structure.expiredKinds.map(\.rawValue).joined(separator: ", ")),
            .phrase(structure.legalFamily.name), .phrase(CatalogueWords.belongs(structure.isESS)),
            structure.esus == .none ? .empty : .phrase(structure.esus.name),
            .text(structure.sectors.joined(separator: ", ")), .text(structure.naf?.code ?? ""),
            size(structure.size, language),
            .date(structure.lastSeen), .text(structure.sources.joined(separator: ", ")),
            .text(structure.gaps.all.map { $0.name[language] }.joined(separator: " ; ")),
        ]
    }

    /// A number where there is one, so that a spreadsheet can add it up; a band in words.
    private static func size(_ size: StructureSize, _ language: Language) -> Cell {
        if case .headcount(let employees) = size { return .count(employees) }
        return .text(CatalogueWords.size(size, language))
    }

    /// What is shown of structures under a line of the quality section, or in a terminal.
    public static func catalogueStructuresInShort(_ structures: [PanoramaStructure], title: Phrase) -> ReportTable {
        ReportTable(
            title: title,
            columns: [
                Column("name", Phrase("Structure", "Structure"), .longText),
                Column("siret", Phrase("SIRET", "SIRET")), Column("city", Phrase("Commune", "Commune")),
                Column("departement", Phrase("Dép.", "Dép.")), Column("kinds", Phrase("Types", "Kinds")),
                Column("lastSeen", Phrase("Vue le", "Last seen"), .date),
            ],
            rows: structures.map { structure in
                let kinds =
                    structure.kinds.map(\.rawValue) + structure.expiredKinds.map { "(" + $0.rawValue + ")" }
                return [
                    .text(structure.name), .text(structure.siret?.text ?? structure.key), .text(structure.city),
                    .text(structure.departement ?? ""), .text(kinds.joined(separator: ", ")), .date(structure.lastSeen),
                ]
            })
    }
}
