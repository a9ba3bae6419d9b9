import Bytes
import Nomenclature
import Wording

/// Reads lists of suppliers of whatever source their content shows.
///
/// ```swift
/// var importer = SupplierImporter()
/// let others = try inputs.filter { try !importer.takeCompanion($0, onProblem: report) }
/// let sink = SupplierSink(record: store, problem: report)
/// for input in others { _ = try importer.read(input, source: nil, seen: today, to: sink) }
/// ```
/// or in one call ``read(_:source:seen:to:)-([Input],_,_,_)`` for inputs already at hand.
public struct SupplierImporter: Sendable {
    private let limits: Limits
    private var companions = MarcheInclusionCompanions()
    private let mapping: ColumnMapping?

    /// - Parameter mapping: what the columns of the user's own files mean: everything is then read with it.
    public init(mapping: ColumnMapping? = nil, limits: Limits = .standard) {
        self.limits = limits
        self.mapping = mapping
    }

    /// Most particular first: a file of a known list is never taken for a user's own.
    private var importers: [any SourceImporter] {
        if let mapping { return [MappedImporter(mapping)] }
        return [
            SIRENEEnterpriseImporter(), SIRENEEstablishmentImporter(), ESSFranceImporter(), AnnuaireImporter(),
            EmploisImporter(), MarcheInclusionImporter(companions: companions), ASPListImporter(), ASPFlowImporter(),
            ESATListImporter(), FINESSImporter(), GEIQListImporter(), SCOPDirectoryImporter(), ESUSListImporter(),
            PlainCSVImporter(),
        ]
    }

    /// Reads every record of `input` into `sink`, in the order of the file and in constant memory.
    ///
    /// - Parameters:
    ///   - source: which list the file is; `nil` to tell it from the content.
    ///   - seen: the day of the information, used where the file gives none; `nil` for the day in the file's name.
    /// - Returns: the source that the file was read as.
    /// - Throws: `Problem` when the file as a whole cannot be read: `suppliers.unknownFormat`, `csv.empty`,
    ///   `csv.missingColumn`, `json.truncated` …; what the closures of `sink` throw.
    public func read(
        _ input: Input, source: SupplierSource? = nil, seen: Day? = nil, to sink: SupplierSink
    ) throws -> SupplierSource {
        let importer = try importer(of: input, source)
        try importer.read(input, limits: limits, seen: seen ?? FileDay.of(input.name), to: sink)
        if let remark = try otherSheets(input) { try sink.problem(remark) }
        return importer.table.source
    }

    /// A remark on a workbook of several sheets, of which one is read.
    private func otherSheets(_ input: Input) throws -> Problem? {
        guard DocumentShape.isZip(input),
            case let count = try TableReader(limits: limits).sheets(of: input),
            count > 1
        else { return nil }
        return Problem(
            "table.otherSheets", at: Place(file: input.name),
            Phrase(
                "ce classeur a \(count) feuilles, dont une seule est lue, la première qui tient un tableau ; enregistrez les autres à part si elles comptent",
                "this workbook has \(count) sheets, of which one is read, the first that holds a table; save the others apart if they matter"
            ))
    }

    /// Reads several inputs as one delivery: companion files, wherever they stand in the list, complete the structures
    /// of the others. A file that cannot be read is given to the sink as a problem and the others go on.
    ///
    /// - Returns: the sources met, each once, in the order met.
    public func read(
        _ inputs: [Input], source: SupplierSource? = nil, seen: Day? = nil, to sink: SupplierSink
    ) throws -> [SupplierSource] {
        var importer = self
        var sources: [SupplierSource] = []
        let structures = try inputs.filter { try !importer.takeCompanion($0, onProblem: sink.problem) }
        for input in structures {
            do {
                let importer = try importer.importer(of: input, source)
                if !sources.contains(importer.table.source) { sources.append(importer.table.source) }
                try importer.read(input, limits: limits, seen: seen ?? FileDay.of(input.name), to: sink)
            } catch let problem as Problem {
                try sink.problem(problem)
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
        if mapping != nil { return false }
        return try companions.take(input, limits: limits, onProblem: onProblem)
    }

    /// Whether companion files may complete `input`: it is then read after the last of them has been taken in.
    public func isCompleted(_ input: Input) -> Bool {
        // To tell the shape of a workbook takes reading it.
        guard mapping == nil, input.looksLikeJSON, case let shape = DocumentShape(input, limits: limits),
            case .json = shape
        else { return false }
        return MarcheInclusionImporter(companions: companions).recognises(shape)
    }

    /// The digests of what `input` is read with beside itself: the companion files that complete it, or the mapping; none
    /// when nothing is. With its own digest, they decide whether it was imported before: new activities beside unchanged
    /// structures are new information, and another mapping reads other things.
    public func companionDigests(of input: Input) throws -> [String] {
        if let mapping { return [try mapping.digest] }
        return isCompleted(input) ? companions.digests.sorted() : []
    }

    // MARK: Remarks and detection

    /// Whether `problem` is a remark on a record that went in; every other problem of a record refused it.
    public static func isRemark(_ problem: Problem) -> Bool { remarkRules.contains(problem.rule) }

    private static let remarkRules: Set<String> = [
        "kind.unknown", "kind.ofWhichEstablishment", "family.unknown", "siren.mismatch", "headOffice.malformed",
        "naf.malformed", "legalCategory.unknown", "workforceBand.unknown", "state.unknown", "flag.malformed",
        "coordinates.malformed", "number.malformed", "turnover.implausible", "postcode.malformed", "commune.unknown",
        "perimeter.malformed", "esus.malformed", "date.malformed", "marche.orphans", "file.undated",
        "table.otherSheets",
    ]

    private func importer(of input: Input, _ source: SupplierSource?) throws -> any SourceImporter {
        let shape = DocumentShape(input, limits: limits)
        if case .empty = shape {
            // What is no table says so itself: an old .xls, a PDF, a workbook under a password.
            try TableReader(limits: limits).read(input, onHeader: { _ in }, { _ in })
            throw Problem(
                "csv.empty", at: Place(file: input.name),
                Phrase("le fichier est vide ; exportez-le de nouveau", "the file is empty; export it again"))
        }
        let found =
            if let source {
                // A source may publish in several forms, each with its importer.
                importers.first { $0.table.source == source && $0.recognises(shape) }
                    ?? importers.first { $0.table.source == source }
            } else {
                importers.first { $0.recognises(shape) }
            }
        guard let found else { throw Self.unknownFormat(shape, input) }
        return found
    }

    private static func unknownFormat(_ shape: DocumentShape, _ input: Input) -> Problem {
        let sources = SupplierSource.all.map(\.id).joined(separator: ", ")
        let found = shape.description
        return Problem(
            "suppliers.unknownFormat", at: Place(file: input.name),
            Phrase(
                "aucune liste de fournisseurs reconnue dans ce fichier : \(found.fr) ; si c’en est une, décrivez ses colonnes (« passerelle map-columns », puis « --mapping »), ou nommez-la avec « --source » (\(sources))",
                "no known list of suppliers in this file: \(found.en); if it is one, describe its columns (“passerelle map-columns”, then “--mapping”), or name it with “--source” (\(sources))"
            ))
        // No excerpt: nothing tells which of the cells are persons.
    }
}
