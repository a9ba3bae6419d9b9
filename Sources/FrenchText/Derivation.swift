/// Joins the noun of an activity and its verb, which Snowball leaves apart: *nettoyage* and *nettoyer*, *maraîchage*
/// and *maraîcher*, *repassage* and *repasser*.
enum Derivation {
    /// Shortest stem that may be left: `village` must not become `ville`, nor `passage` `pas`.
    private static let shortestRoot = 5

    /// `stem` folded, without the ending of activity nouns.
    static func root(_ stem: String) -> String {
        guard stem.utf8.count >= shortestRoot + 2, stem.hasSuffix("ag") else { return stem }
        let root = stem.dropLast(2)
        // Snowball writes the last y of a verb as i: nettoyer → nettoi.
        return root.hasSuffix("y") ? String(root.dropLast()) + "i" : String(root)
    }
}
