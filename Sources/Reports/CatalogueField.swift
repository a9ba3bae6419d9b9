import Indicators
import Nomenclature
import Wording

/// A column of the tables of the panorama: what it is called and what it shows of a row.
struct CatalogueField: Sendable {
    var column: ReportTable.Column
    var cell: @Sendable (PanoramaRow) -> ReportTable.Cell

    init(
        _ key: String, _ title: Phrase, _ kind: ReportTable.Kind = .number,
        cell: @escaping @Sendable (PanoramaRow) -> ReportTable.Cell
    ) {
        column = ReportTable.Column(key, title, kind)
        self.cell = cell
    }

    /// Every figure of a dimension; of all dimensions together for `nil`.
    static func all(_ dimension: PanoramaBreakdown.Dimension?, hasShares: Bool) -> [CatalogueField] {
        var fields = [code, label(dimension)]
        let isPlace = dimension?.isPlace ?? true
        if hasNote(dimension) { fields.append(note(dimension)) }
        fields += [structures, establishments]
        if dimension?.countsEnterprises ?? true { fields.append(enterprises) }
        fields += [minimum, maximum, unknown]
        if dimension == .kind || dimension == nil { fields.append(expired) }
        if isPlace { fields += [essStructures, essEstablishments, essMinimum, essMaximum, partial] }
        if isPlace && hasShares {
            fields += [totalEstablishments, shareOfEstablishments, totalWorkforce, shareLow, shareHigh]
        }
        return fields
    }

    /// What fits a page.
    static func short(
        _ dimension: PanoramaBreakdown.Dimension, hasShares: Bool, hasExpired: Bool, _ language: Language
    ) -> [CatalogueField] {
        var fields = [dimension.isPlace ? place(dimension) : label(dimension)]
        if hasNote(dimension) { fields.append(note(dimension)) }
        fields += [structures, establishments]
        if dimension.countsEnterprises { fields.append(enterprises) }
        fields += [workforce(language), unknown]
        if hasExpired { fields.append(expired) }
        if dimension.isPlace { fields.append(essEstablishments) }
        if dimension.isPlace && hasShares { fields += [shareOfEstablishments, shareOfWorkforce(language)] }
        return fields
    }

    /// What fits a terminal.
    static func terminal(_ dimension: PanoramaBreakdown.Dimension, _ language: Language) -> [CatalogueField] {
        [place(dimension), structures, establishments, workforce(language), unknown]
    }

    private static func hasNote(_ dimension: PanoramaBreakdown.Dimension?) -> Bool {
        dimension == nil || [.sectorGroup, .sector, .essTitle].contains(dimension)
    }

    // MARK: Texts

    private static let code = CatalogueField("code", Phrase("Code", "Code"), .text) { .text($0.key) }

    private static func label(_ dimension: PanoramaBreakdown.Dimension?) -> CatalogueField {
        CatalogueField("label", dimension?.rowName ?? Phrase("Libellé", "Label"), .longText) { .phrase($0.label) }
    }

    /// With a mark on places that are only partly in the territory.
    private static func place(_ dimension: PanoramaBreakdown.Dimension) -> CatalogueField {
        CatalogueField("label", dimension.rowName, .longText) { row in
            let name = Phrase(CatalogueWords.shortEPCI(row.label.fr), CatalogueWords.shortEPCI(row.label.en))
            return .phrase(row.isPartial ? Phrase(name.fr + " (partie)", name.en + " (part)") : name)
        }
    }

    private static func note(_ dimension: PanoramaBreakdown.Dimension?) -> CatalogueField {
        let title = dimension == .essTitle ? PanoramaBreakdown.Dimension.ess.rowName : Phrase("Origine", "Origin")
        return CatalogueField("origin", title, .text) { $0.note.map { .phrase($0) } ?? .empty }
    }
    private static let partial = CatalogueField("part", Phrase("En partie seulement", "In part only"), .text) {
        $0.isPartial ? .phrase(Phrase("oui", "yes")) : .empty
    }

    // MARK: Numbers

    private static let structures = CatalogueField("structures", Phrase("Structures", "Structures")) {
        .count($0.all.structures)
    }
    private static let establishments = CatalogueField(
        "establishments", Phrase("Établissements", "Establishments")
    ) { .count($0.all.establishments) }
    private static let enterprises = CatalogueField("enterprises", Phrase("Entreprises", "Enterprises")) {
        $0.hasEnterprises ? .count($0.all.enterprises) : .empty
    }
    private static let minimum = CatalogueField(
        "workforceMinimum", Phrase("Effectif connu, au moins", "Known workforce, at least")
    ) {
        $0.all.workforce.known > 0 ? .count($0.all.workforce.minimum) : .empty
    }
    private static let maximum = CatalogueField(
        "workforceMaximum", Phrase("Effectif connu, au plus", "Known workforce, at most")
    ) {
        guard $0.all.workforce.known > 0, let maximum = $0.all.workforce.maximum else { return .empty }
        return .count(maximum)
    }
    private static let unknown = CatalogueField(
        "workforceUnknown", Phrase("Effectif inconnu", "Workforce unknown")
    ) { .count($0.all.workforce.unknown) }
    private static func workforce(_ language: Language) -> CatalogueField {
        CatalogueField("workforce", Phrase("Effectif connu", "Known workforce")) {
            .text(CatalogueWords.workforce($0.all.workforce, language))
        }
    }
    private static let expired = CatalogueField("expired", Phrase("Échues, à part", "Expired, apart")) {
        .count($0.expired)
    }

    // MARK: The ESS part and its share

    private static let essStructures = CatalogueField("essStructures", Phrase("ESS : structures", "ESS: structures")) {
        $0.ess.map { .count($0.structures) } ?? .empty
    }
    private static let essEstablishments = CatalogueField(
        "essEstablishments", Phrase("dont établ. de l’ESS", "of which ESS establ.")
    ) { $0.ess.map { .count($0.establishments) } ?? .empty }
    private static let essMinimum = CatalogueField(
        "essWorkforceMinimum", Phrase("ESS : effectif, au moins", "ESS: workforce, at least")
    ) { row in
        guard let workforce = row.ess?.workforce, workforce.known > 0 else { return .empty }
        return .count(workforce.minimum)
    }
    private static let essMaximum = CatalogueField(
        "essWorkforceMaximum", Phrase("ESS : effectif, au plus", "ESS: workforce, at most")
    ) { row in
        guard let workforce = row.ess?.workforce, workforce.known > 0, let maximum = workforce.maximum else {
            return .empty
        }
        return .count(maximum)
    }
    private static let totalEstablishments = CatalogueField(
        "totalEstablishments", Phrase("Établissements, tous", "Establishments, all")
    ) { $0.share?.total.establishments.map { .count($0) } ?? .empty }
    private static let shareOfEstablishments = CatalogueField(
        "shareOfEstablishments", Phrase("ESS, part des établ.", "ESS, share of establ."), .percent
    ) { .percent($0.share?.establishments) }
    private static let totalWorkforce = CatalogueField(
        "totalWorkforce", Phrase("Effectifs, tous", "Workforce, all")
    ) { $0.share?.total.workforce.map { .count($0) } ?? .empty }
    private static let shareLow = CatalogueField(
        "shareOfWorkforceLow", Phrase("ESS, part des effectifs, au moins", "ESS, share of workforce, at least"),
        .percent
    ) { .percent($0.share?.workforceLow) }
    private static let shareHigh = CatalogueField(
        "shareOfWorkforceHigh", Phrase("ESS, part des effectifs, au plus", "ESS, share of workforce, at most"), .percent
    ) { .percent($0.share?.workforceHigh) }
    private static func shareOfWorkforce(_ language: Language) -> CatalogueField {
        CatalogueField("shareOfWorkforce", Phrase("ESS, part des effectifs", "ESS, share of workforce")) {
            .text(CatalogueWords.workforceShare($0.share, language))
        }
    }
}

extension PanoramaBreakdown.Dimension {
    /// What one row is.
    var rowName: Phrase {
        switch self {
        case .kind: Phrase("Type", "Kind")
        case .family: Phrase("Famille", "Family")
        case .legalFamily: Phrase("Famille juridique", "Legal family")
        case .ess: Phrase("Appartenance", "Belonging")
        case .essTitle: Phrase("Titre", "Title")
        case .esus: Phrase("Agrément", "Approval")
        case .sectorGroup, .sector: Phrase("Secteur", "Sector")
        case .epci: Phrase("EPCI", "EPCI")
        case .departement: Phrase("Département", "Département")
        case .region: Phrase("Région", "Région")
        case .placing: Phrase("Commune trouvée par", "Commune found by")
        case .source: Phrase("Source", "Source")
        }
    }
}
