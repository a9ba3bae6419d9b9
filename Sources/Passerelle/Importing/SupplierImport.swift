import Bytes
import Catalog
import Nomenclature
import Wording
import Workspace

extension Application {
    /// Reads lists of suppliers into the workspace and merges them with what is known.
    ///
    /// - Parameters:
    ///   - source: which list the files are; `nil` to tell it from their content.
    ///   - seen: the day of the information, for files that give none; today when it is not given.
    ///   - progress: is told how far it has come.
    public func importSuppliers(
        _ paths: [String], source: SupplierSource? = nil, seen: Day? = nil, progress: ImportProgress = ImportProgress()
    ) throws -> ImportSummary {
        try progress.timed(paths) {
            try workspace.importing(.suppliers, day: today) { session in
                // Small tables that complete another file are taken in first, wherever they stand. One walk: standard
                // input and pipes are there only once.
                var importer = SupplierImporter()
                var structures: [Input] = []
                try InputWalker(counter: progress.counter).forEach(paths, onProblem: session.reject) { input in
                    if try !importer.takeCompanion(input, onProblem: session.remark) { structures.append(input) }
                }
                for input in structures {
                    guard
                        try session.begin(
                            ImportedFile(
                                name: input.name, digest: try importer.fingerprint(of: input), bytes: input.size))
                    else { continue }
                    do {
                        let read = try importer.read(
                            input, source: source, seen: seen ?? today, onProblem: { try Self.keep($0, session) },
                            {
                                try session.store($0)
                                progress.records = session.summary.read
                            })
                        try session.endFile(source: read.id)
                    } catch let problem as Problem {
                        try session.reject(problem)
                        try session.endFile()
                    }
                }
            }
        }
    }

    private static func keep(_ problem: Problem, _ session: ImportSession) throws {
        if SupplierImporter.isRemark(problem) { try session.remark(problem) } else { try session.reject(problem) }
    }

    /// The suppliers of a file, without a workspace.
    ///
    /// - Throws: `Problem` when the file cannot be read, or holds no supplier at all.
    public static func catalogue(file: String, today: Day = .today) throws -> [Supplier] {
        var records: [String: [SupplierRecord]] = [:]
        var refused: Problem?
        try InputWalker().forEach([file], onProblem: { throw $0 }) { input in
            _ = try SupplierImporter().read(
                input, seen: today, onProblem: { if !SupplierImporter.isRemark($0) { refused = refused ?? $0 } }
            ) { record in
                if let key = record.key { records[key, default: []].append(record) }
            }
        }
        guard !records.isEmpty else {
            throw refused
                ?? Problem(
                    "suppliers.none", at: Place(file: file),
                    Phrase("aucun fournisseur dans ce fichier", "no supplier in this file"))
        }
        return records.keys.sorted().compactMap { key in records[key].map { Merger.merge($0) } }
    }
}
