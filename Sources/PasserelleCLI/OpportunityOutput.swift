import Catalog
import Foundation
import Matching
import Reports
import Wording

/// The opportunities of a supplier in the form asked for.
enum OpportunityOutput {
    static func write(_ sheet: OpportunitySheet, _ output: OutputOptions) throws {
        let language = Speech.language
        let path = output.output
        switch output.format {
        case .table: try Output.write(terminal(sheet), to: path)
        case .csv: try Output.write(ReportTable.opportunities(sheet, language).csv(language), to: path)
        case .json: try Output.write(sheet.json(language).pretty, to: path)
        case .jsonl: try Output.write(Data(sheet.jsonLines(language)), to: path)
        case .html: try Output.write(OpportunityPage(sheet, language: language).html, to: path)
        case .xlsx:
            let book = Workbook(
                title: text("Lots à la portée de la structure", "Lots within reach of the supplier"),
                sheets: [.opportunities(sheet, language), .missedLots(sheet, language)], language: language)
            try Output.write(book, to: path)
        }
    }

    private static func terminal(_ sheet: OpportunitySheet) -> String {
        let language = Speech.language
        let width = Output.width
        var lines: [String] = []
        for supplier in sheet.suppliers {
            lines += TerminalText.wrapped("\(supplier.displayName) · \(supplier.key)", width: width)
        }
        lines.append("")
        if !sheet.opportunities.isEmpty {
            lines.append(ReportTable.opportunitiesInShort(sheet, language).text(language, width: width, wraps: true))
        }
        for opportunity in sheet.opportunities { lines += self.lines(opportunity, width) }
        if !sheet.opportunities.isEmpty { lines.append("") }
        for count in OpportunityWords.counts(sheet.counts) {
            lines += TerminalText.wrapped(count[language], width: width)
        }
        if !sheet.missed.isEmpty {
            lines.append("")
            lines.append(ReportTable.missedLotsInShort(sheet, language).text(language, width: width, wraps: true))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ opportunity: Opportunity, _ width: Int) -> [String] {
        let language = Speech.language
        var lines = TerminalText.wrapped("\(opportunity.match.rank). \(opportunity.lot.title)", width: width)
        let indent = String(opportunity.match.rank).count + 2
        func add(_ label: String, _ texts: [String]) {
            for line in texts where !line.isEmpty {
                lines += TerminalText.wrapped(label + line, width: width, indent: indent)
            }
        }
        let colon = language == .french ? " : " : ": "
        add("", [[opportunity.lot.buyer, opportunity.lot.need.id].filter { !$0.isEmpty }.joined(separator: " · ")])
        add(text("date limite", "deadline") + colon, [OpportunityWords.deadline(opportunity.lot, language)])
        add("", OpportunityWords.reasons(opportunity).map { $0[language] })
        add(text("manque", "missing") + colon, OpportunityWords.missing(opportunity).map { $0[language] })
        add(text("à compléter", "to complete") + colon, OpportunityWords.lacks(opportunity).map { $0[language] })
        if let group = opportunity.group {
            add(
                text("avec", "with") + colon,
                group.partners.map { OpportunityWords.partner($0, opportunity.lot.need, language) })
            add("", OpportunityWords.group(group).map { $0[language] })
        }
        add(text("avis", "notice") + colon, opportunity.lot.unused.map { $0[language] })
        return lines
    }
}
