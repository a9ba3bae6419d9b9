import Bytes
import Wording

/// Reads notices of the BOAMP: version 3.2.5 (`ann`: `EFORMS`, `FNSimple`, `MAPA`, `DSP`) and version 2.30 (`ANNONCE`).
struct BOAMPReader {
    let limits: Limits

    static func reads(_ root: XMLRoot) -> Bool {
        switch root.name {
        case "ann": root.namespace.hasPrefix("http://boamp.journal-officiel")
        case "ANNONCE": root.namespace.isEmpty
        default: false
        }
    }

    /// - Throws: `Problem` when the document is broken, has no `IDWEB`, or holds a form that is not known.
    func read(_ input: Input, _ root: XMLRoot) throws -> Notice {
        try read(
            isCurrent: root.name == "ann", name: input.name, head: input.head, versionPrefix: "3.2.5 ", idweb: "",
            open: input.open)
    }

    /// - Parameters:
    ///   - isCurrent: version 3.2.5, else 2.30.
    ///   - versionPrefix: what the name of the form follows in ``Notice/formatVersion``.
    ///   - idweb: the key, when it is known from elsewhere and the document has none.
    func read(
        isCurrent: Bool, name: String, head: [UInt8], versionPrefix: String, idweb: String,
        open: () throws -> ByteSource
    ) throws -> Notice {
        var assembly = BOAMPAssembly(idweb: idweb)
        let table = isCurrent ? BOAMPPaths325.table : BOAMPPaths230.table
        try XMLReader(table, limits: limits).read(try open(), name: name) { record in
            record.forEach { assembly.handle($0) }
        }
        let excerpt = String(decoding: head.prefix(500), as: UTF8.self)
        guard !assembly.index.idweb.isEmpty else { throw Self.noIdentifier(name, excerpt) }
        switch assembly.form {
        case nil: throw Self.noForm(name, excerpt)
        case .unknown: throw Self.unknownForm(name, BOAMPFormName.read(head), excerpt)
        case .eForms:
            var embedded = EFormsAssembly()
            try XMLReader(EFormsPaths.embedded, limits: limits).read(try open(), name: name) { record in
                record.forEach { embedded.handle($0) }
            }
            embedded.finish()
            var notice = embedded.notice
            guard !notice.id.isEmpty else { throw Self.noIdentifier(name, excerpt) }
            // The envelope is the BOAMP's; the identity stays that of eForms, which TED publishes as well.
            notice.format = .boamp
            notice.formatVersion = versionPrefix + "EFORMS (\(notice.formatVersion))"
            assembly.describe(&notice)
            return notice
        case .v230?: return assembly.finish(version: versionPrefix == "3.2.5 " ? "2.30" : versionPrefix + "2.30")
        case let form?: return assembly.finish(version: versionPrefix + form.rawValue)
        }
    }

    // MARK: Problems

    private static func noIdentifier(_ name: String, _ excerpt: String) -> Problem {
        Problem(
            "boamp.noIdentifier", at: Place(file: name, path: "GESTION/REFERENCE/IDWEB"),
            Phrase(
                "avis du BOAMP sans identifiant (IDWEB, ou cbc:ID pour un avis eForms) ; téléchargez de nouveau l’avis publié",
                "BOAMP notice without identifier (IDWEB, or cbc:ID for an eForms notice); download the published notice again"
            ), excerpt: excerpt)
    }

    private static func noForm(_ name: String, _ excerpt: String) -> Problem {
        Problem(
            "boamp.noForm", at: Place(file: name, path: "DONNEES"),
            Phrase(
                "avis du BOAMP sans contenu (DONNEES vide ou absent) ; téléchargez-le de nouveau",
                "BOAMP notice without content (DONNEES empty or absent); download it again"), excerpt: excerpt)
    }

    private static func unknownForm(_ name: String, _ form: String, _ excerpt: String) -> Problem {
        Problem(
            "boamp.unknownForm", at: Place(file: name, path: "DONNEES/\(form)"),
            Phrase(
                "formulaire « \(form) » inconnu ; lus : EFORMS, FNSimple, MAPA, DSP. Signalez ce format",
                "unknown form “\(form)”; read: EFORMS, FNSimple, MAPA, DSP. Report this format"), excerpt: excerpt)
    }
}

/// The name of the element below `DONNEES`, for a message: the path table tells known names only.
enum BOAMPFormName {
    static func read(_ head: [UInt8]) -> String {
        let text = String(decoding: head, as: UTF8.self)
        guard let start = text.firstRange(of: "<DONNEES") else { return "?" }
        let rest = text[start.upperBound...].drop { $0 != ">" }.drop { $0 != "<" }.dropFirst()
        let name = rest.prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
        return name.isEmpty ? "?" : String(name.prefix(60))
    }
}
