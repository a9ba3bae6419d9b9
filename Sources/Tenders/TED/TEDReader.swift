import Bytes
import Wording

/// Reads notices of TED from before eForms: `TED_EXPORT`, schemas R2.0.7, R2.0.8 and R2.0.9 (S01 to S05).
struct TEDReader {
    let limits: Limits

    static let root = "TED_EXPORT"

    /// - Throws: `Problem` when the document is broken, has no number or no form.
    func read(_ input: Input) throws -> Notice {
        var assembly = try assemble(input, TEDPaths.table)
        if assembly.hasNamelessOrganisation { assembly = try assemble(input, TEDPaths.tableOfPlainNames) }
        let excerpt = String(decoding: input.head.prefix(500), as: UTF8.self)
        guard !assembly.notice.id.isEmpty else {
            throw Problem(
                "notice.noIdentifier", at: Place(file: input.name),
                Phrase(
                    "avis TED sans numéro (NO_DOC_OJS, DOC_ID) ; récupérez l’avis publié sur ted.europa.eu",
                    "TED notice without number (NO_DOC_OJS, DOC_ID); take the published notice from ted.europa.eu"),
                excerpt: excerpt)
        }
        guard assembly.hasForm else {
            throw Problem(
                "notice.noForm", at: Place(file: input.name, path: "FORM_SECTION"),
                Phrase(
                    "avis TED sans formulaire : il n’en reste que l’en-tête ; récupérez l’avis sur ted.europa.eu",
                    "TED notice without a form: only its header is left; take the notice from ted.europa.eu"),
                excerpt: excerpt)
        }
        return assembly.notice
    }

    private func assemble(_ input: Input, _ table: XMLPathTable<TEDField>) throws -> TEDAssembly {
        var result = TEDAssembly(language: "")
        try XMLReader(table, limits: limits).read(try input.open(), name: input.name) { record in
            // The same notice in up to 24 languages: which one to read is known after a look at all.
            var choice = TEDFormChoice()
            record.forEach { choice.look(at: $0) }
            var assembly = TEDAssembly(language: TEDCodes.language(choice.language))
            var form = -1
            var isSkipping = false
            record.forEach { event in
                if event.field == .form {
                    if event.kind == .begin { form += 1 }
                    isSkipping = event.kind == .begin && form != choice.index
                }
                if !isSkipping { assembly.handle(event) }
            }
            assembly.finish()
            result = assembly
        }
        return result
    }
}

/// Which of the forms of a notice is read: the original, of several originals the French one; without an original the
/// French one, else the first.
struct TEDFormChoice {
    private(set) var index = 0
    /// Two letters, as published.
    private(set) var language = ""
    private var count = 0
    private var best = -1

    mutating func look(at event: XMLEvent<TEDField>) {
        guard event.field == .form, event.kind == .begin else { return }
        let isFrench = event.attribute(.languageLG, is: "FR")
        let rank = (event.attribute(.category, is: "ORIGINAL") ? 2 : 0) + (isFrench ? 1 : 0)
        if rank > best {
            best = rank
            index = count
            language = event.attribute(.languageLG) ?? ""
        }
        count += 1
    }
}
