import Bytes
import Nomenclature
import Wording

/// Reads lists of suppliers of whatever source their content shows.
///
/// ```swift
/// var importer = SupplierImporter()
/// let others = try inputs.filter { try !importer.takeCompanion($0, onProblem: report) }
/// for input in others { _ = try importer.read(input, source: nil, seen: today, onProblem: report, store) }
/// ```
/// or in one call ``read(_:source:seen:onProblem:_:)-([Input],_,_,_,_)`` for inputs already at hand.
public struct SupplierImporter: Sendable {
    private let limits: Limits
    private var companions = MarcheInclusionCompanions()

    public init(limits: Limits = .standard) { self.limits = limits }

    /// Most particular first: a file of a known list is never taken for a user's own.
    private var importers: [any SourceImporter] {
        [MarcheInclusionImporter(companions: companions), ASPListImporter(), ESATListImporter(), PlainCSVImporter()]
    }

    /// Calls `body` for every good record of `input`, in the order of the file and in constant memory.
    ///
    /// - Parameters:
    ///   - source: which list the file is; `nil` to tell it from the content.
    ///   - seen: the day of the information, used where the file gives none.
    ///   - onProblem: receives each refused record, once, with its place and excerpt, and remarks on records that go
    ///     in: see ``isRemark(_:)``.
    /// - Returns: the source that the file was read as.
    /// - Throws: `Problem` when the file as a whole cannot be read: `suppliers.unknownFormat`, `csv.empty`,
    ///   `csv.missingColumn`, `json.truncated` …; what the closures throw.
    public func read(
        _ input: Input, source: SupplierSource? = nil, seen: Day? = nil, onProblem: (Problem) throws -> Void,
        _ body: (SupplierRecord) throws -> Void
    ) throws -> SupplierSource {
        let importer = try importer(of: input, source)
        try importer.read(input, limits: limits, seen: seen, onProblem: onProblem, body)
        return importer.table.source
    }

    /// Reads several inputs as one delivery: companion files, wherever they stand in the list, complete the structures
    /// of the others. A file that cannot be read is given to `onProblem` and the others go on.
    ///
    /// - Returns: the sources met, each once, in the order met.
    public func read(
        _ inputs: [Input], source: SupplierSource? = nil, seen: Day? = nil, onProblem: (Problem) throws -> Void,
        _ body: (SupplierRecord) throws -> Void
    ) throws -> [SupplierSource] {
        var importer = self
        var sources: [SupplierSource] = []
        let structures = try inputs.filter { try !importer.takeCompanion($0, onProblem: onProblem) }
        for input in structures {
            do {
                let importer = try importer.importer(of: input, source)
                if !sources.contains(importer.table.source) { sources.append(importer.table.source) }
                try importer.read(input, limits: limits, seen: seen, onProblem: onProblem, body)
            } catch let problem as Problem {
                try onProblem(problem)
            }
        }
        return sources
    }

    // MARK: Companion files

    /// Takes in `input` when it is a small table that goes with another file (activities, offers, networks and labels
    /// of the Marché de l'inclusion). To be called for every input before the first is read.
    ///
    /// - Returns: true when nothing else is to be read from `input`.
    public mutating func takeCompanion(_ input: Input, onProblem: (Problem) throws -> Void) throws -> Bool {
        try companions.take(input, limits: limits, onProblem: onProblem)
    }

    /// What decides whether `input` was imported before: its digest, and those of the companion files that complete
    /// it. New activities beside unchanged structures are new information.
    ///
    /// - Throws: `Problem` when the file cannot be read.
    public func fingerprint(of input: Input) throws -> String {
        guard !companions.digests.isEmpty,
            MarcheInclusionImporter(companions: companions).recognises(DocumentShape(input, limits: limits))
        else { return try input.digest() }
        return ([try input.digest()] + companions.digests.sorted()).joined(separator: "+")
    }

    // MARK: Remarks and detection

    /// Whether `problem` is a remark on a record that went in; every other problem of a record refused it.
    public static func isRemark(_ problem: Problem) -> Bool { remarkRules.contains(problem.rule) }

    private static let remarkRules: Set<String> = [
        "kind.unknown", "siren.mismatch", "naf.malformed", "legalCategory.unknown", "coordinates.malformed",
        "number.malformed", "turnover.implausible", "postcode.malformed", "commune.unknown", "perimeter.malformed",
        "esus.malformed", "date.malformed",
        "marche.orphans",
    ]

    private func importer(of input: Input, _ source: SupplierSource?) throws -> any SourceImporter {
        let shape = DocumentShape(input, limits: limits)
        if case .empty = shape {
            throw Problem(
                "csv.empty", at: Place(file: input.name),
                Phrase("le fichier est vide ; exportez-le de nouveau", "the file is empty; export it again"))
        }
        let found =
            if let source { importers.first { $0.table.source == source } } else {
                importers.first { $0.recognises(shape) }
            }
        guard let found else { throw Self.unknownFormat(shape, input) }
        return found
    }

    private static func unknownFormat(_ shape: DocumentShape, _ input: Input) -> Problem {
        let sources = SupplierSource.all.map(\.id).joined(separator: ", ")
        let found = shape.description
        var isWorkbook = false
        if case .workbook = shape { isWorkbook = true }
        let fr =
            isWorkbook
            ? "enregistrez le classeur au format CSV" : "si c’en est une, précisez-la avec « --source » (\(sources))"
        let en = isWorkbook ? "save the workbook as CSV" : "if it is one, name it with “--source” (\(sources))"
        return Problem(
            "suppliers.unknownFormat", at: Place(file: input.name),
            Phrase(
                "aucune liste de fournisseurs reconnue dans ce fichier : \(found.fr) ; \(fr)",
                "no known list of suppliers in this file: \(found.en); \(en)"),
            excerpt: ContactDetails.removed(from: String(decoding: input.head.prefix(500), as: UTF8.self)))
    }
}
