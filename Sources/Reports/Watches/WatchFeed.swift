import Nomenclature
import Wording

/// What watches tell, as an Atom feed (RFC 4287). An entry keeps its identifier when the deadline of its lot changes.
public struct WatchFeed: Sendable {
    public var reports: [WatchReport]
    public var day: Day
    /// UUID of the feed.
    public var identifier: String
    public var language: Language

    public init(_ reports: [WatchReport], day: Day, identifier: String, language: Language) {
        self.reports = reports
        self.day = day
        self.identifier = identifier
        self.language = language
    }

    public var xml: String {
        let title =
            reports.count == 1
            ? Phrase("Veille", "Watch")[language] + " " + (reports.first?.watch ?? "")
            : Phrase("Veilles de Passerelle", "Watches of Passerelle")[language]
        let entries = reports.flatMap { report in report.items.map { entry($0, of: report) } }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
            <id>urn:uuid:\(identifier)</id>
            <title>\(Self.escape(title))</title>
            <updated>\(instant)</updated>
            <author><name>Passerelle</name></author>
            <generator>Passerelle</generator>
            \(entries.map { $0 + "\n" }.joined())</feed>

            """
    }

    /// Days have no hour here: runs of one day give the same bytes.
    private var instant: String { day.iso + "T00:00:00Z" }

    private func entry(_ item: WatchItem, of report: WatchReport) -> String {
        let lot = item.opportunity.lot
        // An address that is none would make the feed invalid.
        let link =
            lot.documents.flatMap { Self.isAddress($0) ? $0 : nil }
            .map { "\n<link rel=\"related\" href=\"\(Self.escape($0))\"/>" } ?? ""
        let title = kindMark(item) + lot.title
        let lines = WatchWords.lines(item, language).map { Self.escape($0) }.joined(separator: "\n")
        return """
            <entry>
            <id>urn:uuid:\(item.identifier)</id>
            <title>\(Self.escape(title))</title>
            <updated>\(instant)</updated>
            <category term="\(Self.escape(report.watch))"/>\(link)
            <content type="text">\(lines)</content>
            </entry>
            """
    }

    private func kindMark(_ item: WatchItem) -> String {
        item.kind == .new ? "" : Phrase("[date limite changée] ", "[deadline changed] ")[language]
    }

    /// Whether a text is a web address that an attribute may hold.
    private static func isAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://"))
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !#""<>\^`{|}"#.utf8.contains($0) }
    }

    /// What HTML allows and XML 1.0 does not are the two last numbers of the basic plane.
    private static func escape(_ text: String) -> String {
        HTML.escape(
            String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FFFE}" && $0 != "\u{FFFF}" })))
    }
}
