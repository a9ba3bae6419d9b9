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
                plural(status.suppliers, "fournisseur", "fournisseurs", "supplier", "suppliers"),
                plural(status.enterprises, "entreprise", "entreprises", "enterprise", "enterprises")))
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
            ].joined(separator: ", ")
            lines.append(
                "  \(kind) · \(source.source.isEmpty ? text("non lu", "not read") : source.source)" + text(" : ", ": ")
                    + counts)
            for name in source.names { lines.append("      " + name) }
            if source.files > source.names.count { lines.append("      …") }
        }
        return lines
    }

    private struct Record: Encodable {
        struct Source: Encodable {
            var kind, source: String
            var files, bytes, records, rejected: Int
        }
        struct Reject: Encodable { var file, place, rule, message, excerpt: String }
        var notices, supersededNotices, lots, suppliers, enterprises, establishments, contracts, rejects, remarks: Int
        var sources: [Source]
        var listed: [Reject]

        init(_ status: WorkspaceStatus, _ listed: [Problem]) {
            notices = status.notices
            supersededNotices = status.supersededNotices
            lots = status.lots
            suppliers = status.suppliers
            enterprises = status.enterprises
            establishments = status.establishments
            contracts = status.contracts
            rejects = status.rejects
            remarks = status.remarks
            sources = status.sources.map {
                Source(
                    kind: $0.kind.rawValue, source: $0.source, files: $0.files, bytes: $0.bytes, records: $0.records,
                    rejected: $0.rejected)
            }
            self.listed = listed.map {
                Reject(
                    file: $0.place.file, place: $0.place.inside(Speech.language), rule: $0.rule,
                    message: $0.message[Speech.language], excerpt: $0.excerpt)
            }
        }
    }
}
