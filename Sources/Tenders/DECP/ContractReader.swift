import Bytes
import Nomenclature
import Wording

/// Reads award data (DECP) in every format that it is published in: the 2019 format (v1) and the 2022 format (v2), in
/// JSON, XML and as a table, records of both formats mixed.
///
/// Real files bend every rule of the schemas; what is tolerated is listed in `docs/formats.md`.
public struct ContractReader {
    private let limits: Limits

    public init(limits: Limits = .standard) { self.limits = limits }

    /// One record of the source; may be handed to another thread.
    public enum Record: Sendable {
        case contract(Contract, Place)
        /// A concession is not a purchase: it is counted and kept out of the purchase figures.
        case concession(Place)
    }

    /// Calls `body` for every record, and `onProblem` for those that cannot be used. The format is told by the content.
    ///
    /// - Throws: `Problem` when the document is no award data at all; what the closures throw.
    public func read(_ input: Input, onProblem: (Problem) throws -> Void, _ body: (Record) throws -> Void) throws {
        guard input.size > 0 else {
            throw Problem(
                "file.empty", at: Place(file: input.name),
                Phrase("le fichier est vide ; téléchargez-le de nouveau", "the file is empty; download it again"))
        }
        if let root = XMLRoot(head: input.head) {
            guard ContractPaths.roots.contains(root.name) else { throw Self.notAwardData(root, input) }
            try readXML(input, onProblem: onProblem, body)
        } else if input.looksLikeJSON {
            try readJSON(input, onProblem: onProblem, body)
        } else {
            try ContractTableReader(limits: limits).read(input, onProblem: onProblem, body)
        }
    }

    private static func notAwardData(_ root: XMLRoot, _ input: Input) -> Problem {
        let name = String(root.name.prefix(60))
        return Problem(
            "contracts.root", at: Place(file: input.name, path: "<\(name)>"),
            Phrase(
                "élément racine « \(name) » inattendu : les données essentielles ont la racine « marches » ; les avis s’importent avec « passerelle import notices »",
                "unexpected root element “\(name)”: award data has the root “marches”; notices are imported with “passerelle import notices”"
            ), excerpt: String(decoding: input.head.prefix(500), as: UTF8.self))
    }

    // MARK: XML

    private func readXML(
        _ input: Input, onProblem: (Problem) throws -> Void, _ body: (Record) throws -> Void
    ) throws {
        var assembly = ContractAssembly()
        var number = 0
        var line = 0
        try XMLReader(ContractPaths.xml, limits: limits).read(try input.openWithoutControls(), name: input.name) {
            record in
            record.forEach { event in
                switch event.kind {
                case .value: assembly.value(event.field, event.bytes)
                case .begin:
                    if event.field == .record || event.field == .concession { line = event.line }
                    assembly.begin(event.field)
                case .end: assembly.end(event.field)
                }
            }
            number += 1
            try Self.deliver(
                assembly.finish(), at: Place(file: input.name, line: line, record: number), source: "",
                onProblem: onProblem, body)
        }
    }

    // MARK: JSON

    private func readJSON(
        _ input: Input, onProblem: (Problem) throws -> Void, _ body: (Record) throws -> Void
    ) throws {
        var assembly = ContractAssembly()
        let reader = JSONRecordReader(
            recordsAt: ContractPaths.records, recognisedBy: ContractPaths.recordKeys, limits: limits)
        try reader.read(try input.open(), name: input.name, onProblem: onProblem) { record in
            let place = Place(file: input.name, record: record.number)
            guard record.value.isObject else {
                try onProblem(
                    Problem(
                        "contract.notAnObject", at: place,
                        Phrase(
                            "l’enregistrement n’est pas un marché ; vérifiez l’export",
                            "the record is no contract; check the export"), excerpt: record.source))
                return
            }
            if record.path == "marches.contrat-concession" { assembly.begin(.concession) }
            record.forEach(ContractPaths.json) { event in
                switch event.kind {
                case .value: assembly.value(event.field, event.bytes)
                case .begin: assembly.begin(event.field)
                case .end: assembly.end(event.field)
                }
            }
            try Self.deliver(assembly.finish(), at: place, source: record.source, onProblem: onProblem, body)
        }
    }

    // MARK: What comes out

    private static func deliver(
        _ outcome: ContractAssembly.Outcome, at place: Place, source: @autoclosure () -> String,
        onProblem: (Problem) throws -> Void, _ body: (Record) throws -> Void
    ) throws {
        switch outcome {
        case .contract(let contract): try body(.contract(contract, place))
        case .concession: try body(.concession(place))
        case .noID: try onProblem(Problem("contract.noKey", at: place, noID, excerpt: source()))
        case .noBuyer: try onProblem(Problem("contract.noKey", at: place, noBuyer, excerpt: source()))
        }
    }

    static let noID = Phrase(
        "marché sans identifiant (id) ; il ne peut être ni compté ni dédoublonné : complétez-le à la source",
        "contract without identifier (id); it can be neither counted nor deduplicated: complete it at the source")

    static let noBuyer = Phrase(
        "marché sans acheteur (acheteur.id) ; il ne peut être rattaché : complétez-le à la source",
        "contract without buyer (acheteur.id); it cannot be attributed: complete it at the source")
}
