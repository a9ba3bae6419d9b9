import Bytes
import Wording

/// Reads a notice in whatever format its content shows.
public struct NoticeReader {
    private let limits: Limits

    public init(limits: Limits = .standard) { self.limits = limits }

    /// Calls `body` for every notice that a document holds (one, but for the records of the BOAMP API), and
    /// `onProblem` for records that cannot be used.
    ///
    /// - Throws: `Problem` saying what the document is, when it is no notice that can be read; what the closures throw.
    public func read(_ input: Input, onProblem: (Problem) throws -> Void, _ body: (Notice) throws -> Void) throws {
        guard input.size > 0 else {
            throw Problem(
                "file.empty", at: Place(file: input.name),
                Phrase("le fichier est vide ; téléchargez-le de nouveau", "the file is empty; download it again"))
        }
        if BOAMPRecordReader.looksLikeJSON(input.head) {
            try BOAMPRecordReader(limits: limits).read(input, onProblem: onProblem, body)
            return
        }
        guard let root = XMLRoot(head: input.head) else {
            throw Problem(
                "notice.notXML", at: Place(file: input.name),
                Phrase(
                    "ce n’est pas un fichier XML ; un avis eForms commence par « <ContractNotice » ou un élément semblable",
                    "not an XML file; an eForms notice starts with “<ContractNotice” or the like"),
                excerpt: String(decoding: input.head.prefix(500), as: UTF8.self))
        }
        if EFormsReader.roots.contains(root.name), root.namespace.hasPrefix("urn:oasis:names:specification:ubl") {
            try body(try EFormsReader(limits: limits).read(input))
            return
        }
        if BOAMPReader.reads(root) {
            try body(try BOAMPReader(limits: limits).read(input, root))
            return
        }
        if root.name == TEDReader.root {
            try body(try TEDReader(limits: limits).read(input))
            return
        }
        throw Self.notReadable(root, input)
    }

    /// The rule of the problem that tells of a business registration notice (X01, X02): no tender, to be left aside.
    public static let registrationRule = "notice.registration"

    /// Roots that are recognised and not read, with what they are.
    private static let recognised: [String: Phrase] = [
        "marches": Phrase(
            "données essentielles (DECP) : importez-les avec « passerelle import contracts »",
            "award data (DECP): import them with “passerelle import contracts”")
    ]

    private static func notReadable(_ root: XMLRoot, _ input: Input) -> Problem {
        let excerpt = String(decoding: input.head.prefix(500), as: UTF8.self)
        if root.name == "BusinessRegistrationInformationNotice" {
            return Problem(
                registrationRule, at: Place(file: input.name, path: "<\(root.name)>"),
                Phrase(
                    "avis d’enregistrement d’entreprise (X01, X02) : ce n’est pas un marché, il est laissé de côté",
                    "business registration notice (X01, X02): not a tender, left aside"))
        }
        if let what = recognised[root.name] {
            return Problem(
                "notice.recognisedNotRead", at: Place(file: input.name, path: "<\(root.name)>"), what, excerpt: excerpt)
        }
        let name = String(root.name.prefix(60))
        return Problem(
            "notice.unknownRoot", at: Place(file: input.name, path: "<\(name)>"),
            Phrase(
                "élément racine « \(name) » inconnu ; attendus : ContractNotice, ContractAwardNotice, PriorInformationNotice, ann, ANNONCE",
                "unknown root element “\(name)”; expected: ContractNotice, ContractAwardNotice, PriorInformationNotice, ann, ANNONCE"
            ),
            excerpt: excerpt)
    }
}
