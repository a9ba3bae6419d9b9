import ArgumentParser
import Foundation
import Wording
import Workspace

/// What an import tells at its end.
enum ImportReport {
    /// Rejects shown in the terminal; all of them are in the workspace and in the JSON form.
    static let shownRejects = 10

    static func show(_ summary: ImportSummary, _ options: ImportCommand.Options) throws {
        switch options.output.format {
        case .json: try Output.write(Output.json(Record(summary), pretty: true), to: options.output.output)
        default: try Output.write(lines(summary).joined(separator: "\n") + "\n", to: options.output.output)
        }
        if summary.rejected > 0 || summary.rejectCount > 0 { throw ExitCode(options.strict ? 2 : 1) }
    }

    private static func lines(_ summary: ImportSummary) -> [String] {
        let language = Speech.language
        func number(_ value: Int) -> String { NumberFormat.integer(value, language) }
        func line(_ fr: String, _ en: String, _ value: Int) -> String? {
            value == 0 ? nil : "  " + text(fr, en).padding(toLength: 54, withPad: " ", startingAt: 0) + number(value)
        }
        let megabytes = NumberFormat.decimal(Double(summary.bytes) / 1e6, decimals: 1, language)
        let seconds = NumberFormat.decimal(summary.seconds, decimals: 2, language)
        let what =
            switch summary.kind {
            case .notices: plural(summary.read, "avis lu", "avis lus", "notice read", "notices read")
            case .suppliers:
                plural(
                    summary.read, "fiche de fournisseur lue", "fiches de fournisseurs lues", "supplier record read",
                    "supplier records read")
            case .contracts: plural(summary.read, "marché lu", "marchés lus", "contract read", "contracts read")
            }
        let files = plural(summary.files, "fichier", "fichiers", "file", "files")
        var lines = [
            text(
                "\(what) dans \(files) (\(megabytes) Mo) en \(seconds) s",
                "\(what) in \(files) (\(megabytes) MB) in \(seconds) s")
        ]
        lines += [
            line("nouveaux", "new", summary.imported),
            line("déjà présents, identiques", "already there, the same", summary.unchanged),
            line("remplacés par une version plus récente", "replaced by a newer version", summary.superseded),
            line(leftAside(summary.kind).fr, leftAside(summary.kind).en, summary.leftAside),
            line("avec une remarque", "with a remark", summary.remarkCount),
            line("rejetés", "rejected", summary.rejectCount),
        ].compactMap { $0 }
        for problem in summary.rejects.prefix(shownRejects) { lines.append("  ✗ " + problem.sentence(language)) }
        if summary.rejectCount > shownRejects {
            lines.append(
                text(
                    "  … et \(number(summary.rejectCount - shownRejects)) autres : « passerelle status --rejects » les donne tous",
                    "  … and \(number(summary.rejectCount - shownRejects)) more: “passerelle status --rejects” gives them all"
                ))
        }
        return lines
    }

    private static func leftAside(_ kind: ImportKind) -> Phrase {
        switch kind {
        case .notices: Phrase("laissés de côté (X01, X02)", "left aside (X01, X02)")
        case .suppliers:
            Phrase("laissés de côté (personnes physiques, hors champ)", "left aside (natural persons, out of scope)")
        case .contracts: Phrase("concessions (hors achats)", "concessions (not purchases)")
        }
    }

    /// The machine form (design: machine interface).
    private struct Record: Encodable {
        struct Reject: Encodable { var file, place, rule, message: String }
        var read, imported, unchanged, superseded, rejected, leftAside, files, bytes: Int
        var seconds: Double
        /// How many there are; the lists hold the first thousand.
        var rejectCount, remarkCount: Int
        var rejects, remarks: [Reject]

        init(_ summary: ImportSummary) {
            read = summary.read
            imported = summary.imported
            unchanged = summary.unchanged
            superseded = summary.superseded
            rejected = summary.rejected
            leftAside = summary.leftAside
            files = summary.files
            bytes = summary.bytes
            seconds = summary.seconds
            rejectCount = summary.rejectCount
            remarkCount = summary.remarkCount
            rejects = summary.rejects.map(Self.reject)
            remarks = summary.remarks.map(Self.reject)
        }

        private static func reject(_ problem: Problem) -> Reject {
            Reject(
                file: problem.place.file, place: problem.place.inside(Speech.language), rule: problem.rule,
                message: problem.message[Speech.language])
        }
    }
}
