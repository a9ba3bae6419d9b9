import Catalog
import Indicators
import Nomenclature
import Wording
import Workspace

extension Application {
    /// The panorama of the suppliers of a territory. Suppliers pass one by one and are not kept.
    ///
    /// - Parameters:
    ///   - territory: `nil` for the whole country.
    ///   - totals: the whole economy, for shares; see ``PanoramaTotalsFile``.
    ///   - day: on which kinds and approvals are judged; today when it is not given.
    ///   - listLimit: how many structures to keep under each line of the quality section.
    ///   - structure: is given every structure of the territory, closed ones included, in the order of the catalogue.
    /// - Throws: `Problem` when the workspace has no supplier at all; what `structure` throws.
    public func panorama(
        territory: Territory? = nil, totals: PanoramaTotals? = nil, day: Day? = nil, listLimit: Int = 0,
        structure: (PanoramaStructure) throws -> Void = { _ in }
    ) throws -> CataloguePanorama {
        var count = PanoramaCount(day: day ?? today, territory: territory, listLimit: listLimit)
        var isEmpty = true
        try workspace.forEachSupplier { supplier in
            isEmpty = false
            if let line = count.add(supplier) { try structure(line) }
        }
        guard !isEmpty else {
            throw Problem(
                "suppliers.none", at: Place(file: workspace.path),
                Phrase(
                    "aucun fournisseur dans l’espace de travail ; importez des listes avec « passerelle import suppliers »",
                    "no supplier in the workspace; import lists with “passerelle import suppliers”"))
        }
        return count.finish(totals: totals)
    }
}
