import Catalog
import Wording
import Workspace

extension Application {
    /// All that is known of a structure, whether the catalogue holds it or a registry only knows that it exists.
    ///
    /// - Parameter asked: SIRET, SIREN, or another identifier such as `finess:…`.
    /// - Returns: `nil` when nothing is known of it.
    public func dossier(_ asked: String) throws -> Dossier? { try workspace.dossier(asked) }

    /// The structures and enterprises that the words of a name may mean, twenty at most.
    ///
    /// - Throws: `Problem` `supplier.unknown` when there is none.
    public func suppliers(named words: String) throws -> [NamedSupplier] {
        let found = try workspace.supplierNames(holding: words, limit: 20)
        guard !found.isEmpty else {
            throw Problem(
                "supplier.unknown", at: Place(file: workspace.path),
                Phrase(
                    "aucune structure « \(words) » dans l’espace de travail ; vérifiez le numéro, ou importez une liste qui la contient",
                    "no supplier “\(words)” in the workspace; check the number, or import a list that holds it"))
        }
        return found
    }
}
