import Bytes
import Wording

/// Reads records of the BOAMP's API (explore v2.1, dataset `boamp`): pages (`results`), exports, one record, JSON Lines.
///
/// `donnees` and `gestion` are strings that hold the notice as JSON. They are read by the tables of the XML; a record
/// whose `donnees` cannot be read so is read from its own fields, and its ``Notice/formatVersion`` says so.
struct BOAMPRecordReader {
    let limits: Limits

    /// The version of a notice that is known from the fields of its record only.
    static let summaryVersion = "API (résumé)"

    static func looksLikeJSON(_ head: [UInt8]) -> Bool {
        var bytes = head[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let first = bytes.first { $0 > 0x20 }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// - Throws: `Problem` when the document is JSON of another kind or broken; what the closures throw.
    func read(_ input: Input, onProblem: (Problem) throws -> Void, _ body: (Notice) throws -> Void) throws {
        if let other = Self.otherJSON(input) { throw other }
        try JSONRecordReader(recordsAt: ["results", "records", ""], limits: limits).read(
            try input.open(), name: input.name, onProblem: onProblem
        ) { record in
            // The older API (1.0) wraps the record in `fields`.
            let fields = record.value["fields"] ?? record.value
            guard let idweb = fields["idweb"]?.text.map({ TextRepair.identifier($0) }), !idweb.isEmpty else {
                try onProblem(
                    Problem(
                        "boamp.record.noIdentifier", at: Place(file: input.name, record: record.number),
                        Phrase(
                            "enregistrement sans « idweb » : ce n’est pas un avis du BOAMP ; demandez ce champ à l’API",
                            "record without “idweb”: not a BOAMP notice; ask the API for this field"),
                        excerpt: String(record.source.prefix(500))))
                return
            }
            try body(notice(fields, idweb: idweb, name: input.name))
        }
    }

    private func notice(_ fields: JSONValue, idweb: String, name: String) -> Notice {
        var notice = full(fields, idweb: idweb, name: name)
        if notice == nil {
            var assembly = BOAMPAssembly(idweb: idweb)
            notice = assembly.finish(version: Self.summaryVersion)
        }
        var known = notice ?? Notice(format: .boamp, id: "boamp:" + idweb)
        BOAMPRecordFields(fields).complete(&known)
        return known
    }

    /// The notice inside `donnees`; `nil` when there is none that can be read.
    private func full(_ fields: JSONValue, idweb: String, name: String) -> Notice? {
        var writer = JSONAsXML()
        var isCurrent = false
        let hasForm = withObject(fields["donnees"], name) { donnees in
            guard let root = Self.root(of: donnees) else { return false }
            isCurrent = root == "ann"
            writer.open(root)
            writer.open("DONNEES")
            for member in donnees.members { writer.element(member.key, member.value) }
            writer.close("DONNEES")
            writer.open("GESTION")
            _ = withObject(fields["gestion"], name) { gestion in
                for member in (gestion["GESTION"] ?? gestion).members { writer.element(member.key, member.value) }
                return true
            }
            writer.close("GESTION")
            writer.close(root)
            return true
        }
        guard hasForm else { return nil }
        return try? BOAMPReader(limits: limits).read(
            isCurrent: isCurrent, name: name, head: [], versionPrefix: "API ", idweb: idweb
        ) { MemorySource(writer.bytes) }
    }

    /// Names of the forms of version 3.2.5; anything else is 2.30 when it has its parts.
    private static let forms: Set<String> = ["EFORMS", "FNSimple", "MAPA", "DSP"]

    private static func root(of donnees: JSONValue) -> String? {
        if donnees["IDENTITE"] != nil || donnees["OBJET"] != nil { return "ANNONCE" }
        return donnees.members.contains { forms.contains($0.key) } ? "ann" : nil
    }

    /// Calls `body` with an object, or with the object that a string holds. False when there is none.
    private func withObject(_ value: JSONValue?, _ name: String, _ body: (JSONValue) -> Bool) -> Bool {
        guard let value else { return false }
        if value.isObject { return body(value) }
        guard let text = value.text, Self.looksLikeJSON(Array(text.utf8.prefix(64))) else { return false }
        var answer = false
        do {
            try JSONRecordReader(recordsAt: [""], limits: limits).read(
                MemorySource(text), name: name, onProblem: { throw $0 }
            ) { if $0.value.isObject { answer = body($0.value) } }
        } catch {
            return false
        }
        return answer
    }

    // MARK: Other JSON

    private static let marks = ["\"idweb\"", "\"donnees\"", "\"total_count\"", "\"nhits\""]
    private static let awardMarks = ["\"marches\"", "\"dateNotification\"", "\"titulaires\"", "\"acheteur"]

    private static func otherJSON(_ input: Input) -> Problem? {
        let head = String(decoding: input.head, as: UTF8.self)
        if marks.contains(where: { head.contains($0) }) { return nil }
        let isAwardData = awardMarks.contains { head.contains($0) }
        return Problem(
            isAwardData ? "notice.awardData" : "notice.unknownJSON", at: Place(file: input.name),
            isAwardData
                ? Phrase(
                    "données essentielles (DECP) : importez-les avec « passerelle import contracts »",
                    "award data (DECP): import them with “passerelle import contracts”")
                : Phrase(
                    "JSON inconnu ; sont lus les enregistrements de l’API du BOAMP, qui portent un champ « idweb »",
                    "unknown JSON; records of the BOAMP’s API are read, which have a field “idweb”"),
            excerpt: String(head.prefix(500)))
    }
}
