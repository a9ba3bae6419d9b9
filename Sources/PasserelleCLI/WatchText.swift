import Nomenclature
import Reports
import Wording

/// What watches tell, for people.
enum WatchText {
    static func text(_ reports: [WatchReport], width: Int) -> String {
        let language = Speech.language
        guard !reports.isEmpty else {
            return PasserelleCLI.text(
                "Aucune veille ; « passerelle watch add » en crée.", "No watch; “passerelle watch add” makes one.")
                + "\n"
        }
        var lines: [String] = []
        for report in reports {
            if !lines.isEmpty { lines.append("") }
            let since = report.since.map { PasserelleCLI.text(" depuis le ", " since ") + $0.text(language) } ?? ""
            let count = NumberFormat.integer(report.items.count, language)
            let open = NumberFormat.integer(report.open, language)
            lines += TerminalText.wrapped(
                "\(report.watch) · \(report.supplier) · "
                    + PasserelleCLI.text(
                        "à dire\(since) : \(count) ; lots à pourvoir : \(open)",
                        "to tell\(since): \(count); open lots: \(open)"), width: width)
            for item in report.items {
                lines.append("")
                lines += TerminalText.wrapped(item.opportunity.lot.title, width: width)
                for line in WatchWords.lines(item, language) {
                    lines += TerminalText.wrapped(line, width: width, indent: 3)
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
