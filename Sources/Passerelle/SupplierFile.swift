import Bytes
import Catalog
import Nomenclature
import Wording

extension Application {
    /// The structures of a file, without a workspace.
    ///
    /// - Throws: `Problem` when the file cannot be read, or holds no structure at all.
    public static func catalogue(file: String, today: Day = .today) throws -> [Supplier] {
        var records: [SupplierRecord] = []
        var refused: Problem?
        let dating = RecordDating(today: today)
        let sink = SupplierSink(
            record: { records.append(dating.dated($0)) },
            problem: { if !SupplierImporter.isRemark($0) { refused = refused ?? $0 } })
        try InputWalker().forEach([file], onProblem: { throw $0 }) { input in
            _ = try SupplierImporter().read(input, to: sink)
        }
        let suppliers = RecordGroups.groups(of: records).flatMap { Merger.suppliers(of: $0) }
        guard !suppliers.isEmpty else {
            throw refused
                ?? Problem(
                    "suppliers.none", at: Place(file: file),
                    Phrase("aucun fournisseur dans ce fichier", "no supplier in this file"))
        }
        return suppliers.sorted { $0.key < $1.key }
    }
}
