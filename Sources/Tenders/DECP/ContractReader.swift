import Bytes
import Nomenclature
import Wording

/// Reads award data (DECP): the 2019 format (v1) and the 2022 format (v2) in JSON, records of both kinds mixed.
///
/// Real files bend every rule of the schemas; what is tolerated is listed in `docs/formats.md`.
public struct ContractReader {
    private let limits: Limits

    public init(limits: Limits = .standard) { self.limits = limits }

    /// One record of the source.
    public enum Record {
        case contract(Contract, Place)
        /// A concession is not a purchase: it is counted and kept out of the purchase figures.
        case concession(Place)
    }

    private static let paths = ["marches.marche", "marches.contrat-concession", "marches", ""]

    /// Calls `body` for every record, and `onProblem` for those that cannot be used.
    ///
    /// - Throws: `Problem` when the document is no award data at all; what the closures throw.
    public func read(_ input: Input, onProblem: (Problem) throws -> Void, _ body: (Record) throws -> Void) throws {
        guard input.size > 0 else {
            throw Problem(
                "file.empty", at: Place(file: input.name),
                Phrase("le fichier est vide ; téléchargez-le de nouveau", "the file is empty; download it again"))
        }
        if let root = XMLRoot(head: input.head) {
            throw Problem(
                "contracts.xml", at: Place(file: input.name, path: "<\(root.name.prefix(60))>"),
                root.name == "marches"
                    ? Phrase(
                        "données essentielles en XML : ce format n’est pas encore lu ; importez la version JSON",
                        "award data in XML: not read yet; import the JSON version")
                    : Phrase(
                        "document XML inattendu ; les données essentielles s’importent en JSON, les avis avec « passerelle import notices »",
                        "unexpected XML document; award data is imported as JSON, notices with “passerelle import notices”"
                    ))
        }
        try JSONRecordReader(recordsAt: Self.paths, limits: limits).read(
            try input.open(), name: input.name, onProblem: onProblem
        ) { record in
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
            if record.path == "marches.contrat-concession" || Self.isConcession(record.value) {
                try body(.concession(place))
                return
            }
            let contract = ContractRecord(value: record.value, isV2: record.path == "marches.marche").contract
            if let fault = Self.missingKey(contract) {
                try onProblem(Problem("contract.noKey", at: place, fault, excerpt: record.source))
            } else {
                try body(.contract(contract, place))
            }
        }
    }

    private static func missingKey(_ contract: Contract) -> Phrase? {
        switch (contract.id.isEmpty, contract.buyer.isEmpty) {
        case (false, false): nil
        case (true, _):
            Phrase(
                "marché sans identifiant (id) ; il ne peut être ni compté ni dédoublonné : complétez-le à la source",
                "contract without identifier (id); it can be neither counted nor deduplicated: complete it at the source"
            )
        case (false, true):
            Phrase(
                "marché sans acheteur (acheteur.id) ; il ne peut être rattaché : complétez-le à la source",
                "contract without buyer (acheteur.id); it cannot be attributed: complete it at the source")
        }
    }

    /// Concessions mixed with contracts: by type, by nature, or because only a granting authority is named.
    private static func isConcession(_ value: JSONValue) -> Bool {
        if value["_type"]?.text == "Contrat de concession" { return true }
        let nature = Markers.fold(value["nature"]?.text ?? "")
        if nature.contains("concession") || nature.contains("delegation") { return true }
        let authority = value["autoriteConcedante"]?["id"]?.text ?? ""
        return !authority.isEmpty && ContractRecord.buyer(of: value).isEmpty
    }
}
