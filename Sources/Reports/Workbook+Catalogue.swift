import Indicators
import Nomenclature
import Wording

extension Workbook {
    /// The panorama, a sheet a table, with every structure behind the figures.
    ///
    /// - Parameter structures: in the order to show.
    public init(_ panorama: CataloguePanorama, structures: [PanoramaStructure], language: Language) {
        func sheet(_ dimension: PanoramaBreakdown.Dimension) -> ReportTable? {
            panorama.breakdown(dimension).map { ReportTable.catalogue($0) }
        }
        let sheets: [ReportTable?] = [
            .catalogueSummary(panorama), sheet(.kind), sheet(.family), sheet(.legalFamily), sheet(.ess),
            sheet(.essTitle), sheet(.esus), sheet(.sectorGroup), sheet(.sector), sheet(.epci), sheet(.departement),
            sheet(.region), .catalogue(panorama.sectorsByLegalFamily), .catalogue(panorama.kindsByDepartement),
            sheet(.placing), sheet(.source), .catalogueQuality(panorama),
            .catalogueStructures(structures, language),
        ]
        self.init(
            title: CataloguePage(panorama, language: language).title, sheets: sheets.compactMap { $0 },
            language: language)
    }
}
