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
            let lines = rejects || remarks ? listed.map { $0.sentence(Speech.language) } : Self.lines(status, common.path)
            try Output.write(lines.joined(separator: "\n") + "\n", to: output.output)
        }
    }

    private static func lines(_ status: WorkspaceStatus, _ path: String) -> [String] {
        let language = Speech.language
        func line(_ label: String, _ value: Int, _ note: String = "") -> String {
            let number = NumberFormat.integer(value, language)
            let padded = String(repeating: " ", count: max(0, 10 - number.count)) + number
            return "  " + padded + "  " + label + (note.isEmpty ? "" : " (" + note + ")")
        }
        var lines = [text("Espace de travail : ", "Workspace: ") + path, ""]
        lines.append(
            line(text("avis", "notices"), status.notices,
                 status.supersededNotices == 0 ? "" : text("dont \(status.supersededNotices) rectifiés depuis", "\(status.supersededNotices) of them corrected since")))
        lines.append(line(text("lots", "lots"), status.lots))
        lines.append(
            line(text("fournisseurs", "suppliers"), status.suppliers,
                 text("\(NumberFormat.integer(status.enterprises, language)) entreprises", "\(NumberFormat.integer(status.enterprises, language)) enterprises")))
        lines.append(line(text("marchés attribués", "contracts awarded"), status.contracts))
        lines.append(line(text("enregistrements rejetés", "rejected records"), status.rejects, status.rejects == 0 ? "" : "passerelle status --rejects"))
        lines.append(line(text("remarques", "remarks"), status.remarks, status.remarks == 0 ? "" : "passerelle status --remarks"))
        lines += ["", text("Sources", "Sources")]
        for source in status.sources {
            let kind = switch source.kind {
                case .notices: text("avis", "notices")
                case .suppliers: text("fournisseurs", "suppliers")
                case .contracts: text("marchés", "contracts")
                }
            let counts = text(
                "\(NumberFormat.integer(source.files, language)) fichier(s), \(NumberFormat.integer(source.records, language)) enregistrements, \(NumberFormat.integer(source.rejected, language)) rejetés",
                "\(NumberFormat.integer(source.files, language)) file(s), \(NumberFormat.integer(source.records, language)) records, \(NumberFormat.integer(source.rejected, language)) rejected")
            lines.append("  \(kind) · \(source.source.isEmpty ? text("non lu", "not read") : source.source)" + text(" : ", ": ") + counts)
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
                Source(kind: $0.kind.rawValue, source: $0.source, files: $0.files, bytes: $0.bytes, records: $0.records, rejected: $0.rejected)
            }
            self.listed = listed.map {
                Reject(
                    file: $0.place.file, place: $0.place.inside(Speech.language), rule: $0.rule,
                    message: $0.message[Speech.language], excerpt: $0.excerpt)
            }
        }
    }
}
