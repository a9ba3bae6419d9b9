import Catalog
import Foundation
import Matching
import Nomenclature
import Reports
import Wording

/// The sheets of a matching in the form asked for: CSV and JSON Lines are written as they come, the others hold all
/// sheets together.
final class MatchOutput {
    /// What is kept of a sheet: its bytes, or itself.
    enum Part: Sendable {
        case bytes([UInt8])
        case sheet(MatchSheet)
    }

    private let output: OutputOptions
    private let searched: Int
    private let language = Speech.language
    private var sheets: [MatchSheet] = []
    private let stream: Output.Stream?

    /// - Throws: `Problem` when the file cannot be written.
    init(_ output: OutputOptions, searched: Int) throws {
        self.output = output
        self.searched = searched
        switch output.format {
        case .csv:
            stream = try Output.Stream(output.output)
            try stream?.write(Array(ReportTable.matches([], language).csv(language).utf8))
        case .jsonl: stream = try Output.Stream(output.output)
        case .table, .json, .html, .xlsx: stream = nil
        }
    }

    /// Whether those whom a reservation keeps out are told.
    var counts: Bool { stream == nil }

    /// What is made of each sheet, on whatever core.
    var render: @Sendable (MatchSheet) -> Part {
        let (format, language) = (output.format, language)
        return { sheet in
            switch format {
            case .csv:
                .bytes(
                    [ReportTable.matches([sheet], language), .contacts([sheet], language)]
                        .flatMap { Array($0.csvRows(language).utf8) })
            case .jsonl: .bytes(sheet.jsonLines(language))
            case .table, .json, .html, .xlsx: .sheet(sheet)
            }
        }
    }

    func write(_ part: Part) throws {
        switch part {
        case .bytes(let bytes): try stream?.write(bytes)
        case .sheet(let sheet): sheets.append(sheet)
        }
    }

    /// Writes what is left.
    func finish() throws {
        switch output.format {
        case .csv, .jsonl: try stream?.finish()
        case .table:
            try Output.write(sheets.map { Self.terminal($0, searched) }.joined(separator: "\n"), to: output.output)
        case .json:
            let all = JSONValue.array(sheets.flatMap { $0.json(language) })
            try Output.write(all.pretty + "\n", to: output.output)
        case .html: try Output.write(MatchPage(sheets, language: language).html, to: output.output)
        case .xlsx:
            let book = Workbook(
                title: text("Fournisseurs par lot", "Suppliers by lot"),
                sheets: [.matches(sheets, language)]
                    + (sheets.allSatisfy(\.contacts.isEmpty) ? [] : [.contacts(sheets, language)]),
                language: language)
            try Output.write(book, to: output.output)
        }
    }

    /// One lot in the terminal: what it is, the ranking, then the reasons of each.
    private static func terminal(_ sheet: MatchSheet, _ searched: Int) -> String {
        let language = Speech.language
        let width = Output.width
        var lines = TerminalText.wrapped(sheet.need.title, width: width)
        let facts = [
            sheet.buyer, sheet.noticeTitle == sheet.need.title ? "" : sheet.noticeTitle, sheet.lotLabel,
            sheet.need.places.map { $0.text(language) }.joined(separator: ", "),
            sheet.need.value.map { $0.text(language, cents: false) } ?? "",
            sheet.deadline.map { text("jusqu’au ", "until ") + $0.text(language) } ?? "",
        ].filter { !$0.isEmpty }
        if !facts.isEmpty { lines += TerminalText.wrapped(facts.joined(separator: " · "), width: width) }
        if !sheet.reservation.isEmpty { lines += TerminalText.wrapped(sheet.reservation, width: width) }
        lines.append("")
        let aside =
            sheet.setAside == 0 ? [] : TerminalText.wrapped(MatchWords.setAside(sheet.setAside)[language], width: width)
        guard !sheet.matches.isEmpty else {
            let count = NumberFormat.integer(searched, language)
            lines.append(
                text(
                    "Aucune des \(count) structures du catalogue ne convient.",
                    "None of the \(count) structures of the catalogue fits."))
            lines += aside + contacts(sheet)
            return lines.joined(separator: "\n") + "\n"
        }
        lines.append(ReportTable.matchesInShort(sheet, language).text(language, width: width, wraps: true))
        for match in sheet.matches {
            lines += TerminalText.wrapped("\(match.rank). \(match.supplier.displayName)", width: width)
            let indent = String(match.rank).count + 2
            for criterion in match.criteria where !criterion.sentence[language].isEmpty {
                lines += TerminalText.wrapped(criterion.sentence[language], width: width, indent: indent)
            }
            for reason in match.eligibility.reasons {
                lines += TerminalText.wrapped(reason[language], width: width, indent: indent)
            }
        }
        lines += aside + contacts(sheet)
        return lines.joined(separator: "\n") + "\n"
    }

    /// Those whose trade is not known, under what is known of the others.
    private static func contacts(_ sheet: MatchSheet) -> [String] {
        guard !sheet.contacts.isEmpty else { return [] }
        let (language, width) = (Speech.language, Output.width)
        let table = ReportTable.contactsInShort(sheet, language).text(language, width: width, wraps: true)
        return ["", MatchWords.contacts[language]]
            + TerminalText.wrapped(MatchWords.whyContacts[language], width: width)
            + table.split(separator: "\n").map(String.init)
    }
}
