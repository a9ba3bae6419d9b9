import ArgumentParser
import Foundation
import Passerelle
import Wording
import Workspace

struct StatusCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: text(
                "Dit ce que contient l’espace de travail, d’où cela vient et ce qui a été rejeté.",
                "Tells what the workspace holds, from where, and what was rejected."))
    }

    @Flag(help: ArgumentHelp(text("Liste les enregistrements rejetés.", "Lists the rejected records.")))
    var rejects = false
    @Flag(help: ArgumentHelp(text("Liste les remarques sur ce qui a été lu.", "Lists the remarks on what was read.")))
    var remarks = false
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.require(.table, .json)
        let application = try common.application()
        let status = try application.workspace.status()
        var listed: [Problem] = []
        if rejects { listed += try application.workspace.rejects() }
        if remarks { listed += try application.workspace.rejects(remarks: true) }
        switch output.format {
        case .json: try Output.write(Output.json(Record(status, listed), pretty: true), to: output.output)
        default:
            let lines =
                rejects || remarks ? listed.map { $0.sentence(Speech.language) } : Self.lines(status, common.path)
            try Output.write(lines.joined(separator: "\n") + "\n", to: output.output)
        }
    }

    private static func lines(_ status: WorkspaceStatus, _ path: String) -> [String] {
        func line(_ count: String, _ note: String = "") -> String {
            let digits = count.prefix(while: { !$0.isLetter }).count
            return "  " + String(repeating: " ", count: max(0, 11 - digits)) + count
                + (note.isEmpty ? "" : " (" + note + ")")
        }
        var lines = [text("Espace de travail : ", "Workspace: ") + path, ""]
        lines.append(
            line(
                plural(status.notices, "avis", "avis", "notice", "notices"),
                status.supersededNotices == 0
                    ? ""
                    : text("dont ", "of which ")
                        + plural(
                            status.supersededNotices, "rectifié depuis", "rectifiés depuis", "corrected since",
                            "corrected since")))
        lines.append(line(plural(status.lots, "lot", "lots", "lot", "lots")))
        lines.append(
            line(
                plural(status.catalogue.structures, "fournisseur", "fournisseurs", "supplier", "suppliers"),
                catalogueNote(status)))
        lines.append(
            line(
                plural(
                    status.contracts, "marché attribué", "marchés attribués", "contract awarded", "contracts awarded")))
        lines.append(
            line(
                plural(
                    status.rejects, "enregistrement rejeté", "enregistrements rejetés", "rejected record",
                    "rejected records"), status.rejects == 0 ? "" : "passerelle status --rejects"))
        lines.append(
            line(
                plural(status.remarks, "remarque", "remarques", "remark", "remarks"),
                status.remarks == 0 ? "" : "passerelle status --remarks"))
        lines += ["", text("Sources", "Sources")]
        for source in status.sources {
            let kind =
                switch source.kind {
                case .notices: text("avis", "notices")
                case .suppliers: text("fournisseurs", "suppliers")
                case .contracts: text("marchés", "contracts")
                }
            let counts = [
                plural(source.files, "fichier", "fichiers", "file", "files"),
                plural(source.records, "enregistrement", "enregistrements", "record", "records"),
                plural(source.rejected, "rejeté", "rejetés", "rejected", "rejected"),
                source.leftAside == 0
                    ? "" : plural(source.leftAside, "laissé de côté", "laissés de côté", "left aside", "left aside"),
            ].filter { !$0.isEmpty }.joined(separator: ", ")
            lines.append(
                "  \(kind) · \(source.source.isEmpty ? text("non lu", "not read") : source.source)" + text(" : ", ": ")
                    + counts)
            for name in source.names { lines.append("      " + name) }
            if source.files > source.names.count { lines.append("      …") }
            if !source.dropped.isEmpty {
                lines.append(
                    text("      coordonnées de personnes, non lues : ", "      contacts of persons, not read: ")
                        + source.dropped.joined(separator: ", "))
            }
        }
        return lines
    }

    /// « 3 012 entreprises, dont 12 établissements fermés ; 1 000 000 fiches lues ».
    private static func catalogueNote(_ status: WorkspaceStatus) -> String {
        let catalogue = status.catalogue
        guard status.supplierRecords > 0 else { return "" }
        var note = plural(catalogue.enterprises, "entreprise", "entreprises", "enterprise", "enterprises")
        if catalogue.closed > 0 {
            note += ", " + plural(catalogue.closed, "fermé", "fermés", "closed", "closed")
        }
        return note + text(" ; ", "; ") + plural(status.supplierRecords, "fiche", "fiches", "record", "records")
    }

    private struct Record: Encodable {
        struct Source: Encodable {
            var kind, source: String
            var files, bytes, records, rejected, leftAside: Int
            /// Columns that hold contacts and were not read.
            var dropped: [String]
        }
        struct Reject: Encodable { var file, place, rule, message, excerpt: String }
        var notices, supersededNotices, lots, suppliers, enterprises, establishments, closed, supplierRecords: Int
        var contracts, rejects, remarks: Int
        var sources: [Source]
        var listed: [Reject]

        init(_ status: WorkspaceStatus, _ listed: [Problem]) {
            notices = status.notices
            supersededNotices = status.supersededNotices
            lots = status.lots
            suppliers = status.catalogue.structures
            enterprises = status.catalogue.enterprises
            establishments = status.catalogue.establishments
            closed = status.catalogue.closed
            supplierRecords = status.supplierRecords
            contracts = status.contracts
            rejects = status.rejects
            remarks = status.remarks
            sources = status.sources.map {
                Source(
                    kind: $0.kind.rawValue, source: $0.source, files: $0.files, bytes: $0.bytes, records: $0.records,
                    rejected: $0.rejected, leftAside: $0.leftAside, dropped: $0.dropped)
            }
            self.listed = listed.map {
                Reject(
                    file: $0.place.file, place: $0.place.inside(Speech.language), rule: $0.rule,
                    message: $0.message[Speech.language], excerpt: $0.excerpt)
            }
        }
    }
}
