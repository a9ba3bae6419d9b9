import Bytes
import Wording

/// Reads eForms notices (UBL 2.3, SDK 1.0 to 1.16): ContractNotice, ContractAwardNotice, PriorInformationNotice.
struct EFormsReader {
    let limits: Limits

    static let roots: Set<String> = ["ContractNotice", "ContractAwardNotice", "PriorInformationNotice"]

    /// - Throws: `Problem` when the document is broken or has no notice identifier (BT-701).
    func read(_ input: Input) throws -> Notice {
        var assembly = EFormsAssembly()
        try XMLReader(EFormsPaths.table, limits: limits).read(try input.open(), name: input.name) { record in
            record.forEach { assembly.handle($0) }
        }
        assembly.finish()
        guard !assembly.notice.id.isEmpty else {
            throw Problem(
                "notice.noIdentifier", at: Place(file: input.name),
                Phrase(
                    "avis eForms sans identifiant (cbc:ID, BT-701) ; récupérez l’avis publié sur ted.europa.eu",
                    "eForms notice without identifier (cbc:ID, BT-701); take the published notice from ted.europa.eu"),
                excerpt: String(decoding: input.head.prefix(500), as: UTF8.self))
        }
        return assembly.notice
    }
}
