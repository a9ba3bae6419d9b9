internal import CLibXML2
import Wording

/// What went wrong, in words.
extension XMLSession {
    func problem(of stop: Stop, name: String) -> Problem {
        let line = state.pointee.context.flatMap { $0.pointee.input }.map { Int($0.pointee.line) }
        let place = Place(file: name, line: line)
        func limit(_ name: String) -> Problem {
            Problem(
                "xml.limit.\(name)", at: place,
                Phrase(
                    "document au-delà de la limite « \(name) » ; il n’a pas été lu",
                    "document over the limit “\(name)”; it was not read"))
        }
        return switch stop {
        case .doctype:
            Problem(
                "xml.doctype", at: place,
                Phrase(
                    "le document déclare une DTD, ce qu’aucun avis ne fait ; refusé par sécurité",
                    "the document declares a DTD, which no notice does; refused for safety"))
        case .depth: limit("depth")
        case .names: limit("names")
        case .markup: limit("markupBytes")
        case .record: limit("recordBytes")
        case .root, .thrown: limit("internal")
        }
    }

    func malformed(_ context: xmlParserCtxtPtr, name: String) -> Problem {
        let error = xmlCtxtGetLastError(context)?.pointee
        let line = error.map { Int($0.line) } ?? 0
        let code = error.map { Int($0.code) } ?? 0
        let place = Place(file: name, line: line > 0 ? line : nil)
        if total == 0 {
            return Problem(
                "xml.empty", at: place,
                Phrase("le fichier est vide ; téléchargez-le de nouveau", "the file is empty; download it again"))
        }
        if code == 5, state.pointee.closedRoot {
            return Problem(
                "xml.several", at: place,
                Phrase(
                    "du texte suit la fin du document : plusieurs documents dans un fichier ? séparez-les",
                    "text follows the end of the document: several documents in one file? separate them"))
        }
        // 5 document end, 77 tag not finished, 73 '>' required, 74/76 mismatched end: what a cut file gives.
        let cut = [5, 73, 74, 77].contains(code)
        // libxml2's sentence can quote the document: its first line only, and the reports escape it.
        let detail =
            error?.message.map { String(cString: $0) }?.split(separator: "\n").first.map { String($0.prefix(120)) }
            ?? ""
        return cut
            ? Problem(
                "xml.truncated", at: place,
                Phrase(
                    "document XML tronqué ou incomplet (\(detail)) ; téléchargez-le de nouveau",
                    "XML document cut short or incomplete (\(detail)); download it again"))
            : Problem(
                "xml.malformed", at: place,
                Phrase(
                    "ce n’est pas un document XML lisible (\(detail)) ; vérifiez le fichier",
                    "not a readable XML document (\(detail)); check the file"))
    }
}
