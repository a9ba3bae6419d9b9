import Nomenclature
import Wording

/// The deadlines that watches tell, as iCalendar (RFC 5545): an event of the whole day each. A lot without deadline is an
/// event of the day on which it is told, because it would not be told again.
public struct WatchCalendar: Sendable {
    public var reports: [WatchReport]
    public var day: Day
    public var language: Language

    public init(_ reports: [WatchReport], day: Day, language: Language) {
        self.reports = reports
        self.day = day
        self.language = language
    }

    public var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Passerelle//Passerelle//" + language.rawValue.uppercased(),
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        ]
        for report in reports { for item in report.items { lines += event(item, of: report) } }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ item: WatchItem, of report: WatchReport) -> [String] {
        let lot = item.opportunity.lot
        let deadline = lot.deadlineDay
        let summary =
            deadline == nil
            ? Phrase("Date limite à vérifier", "Deadline to be verified")[language]
            : Phrase("Date limite", "Deadline")[language]
        let hour = OpportunityWords.hour(lot).map { " " + $0 } ?? ""
        let colon = language == .french ? "\u{A0}: " : ": "
        return [
            "BEGIN:VEVENT", "UID:\(item.identifier)", "DTSTAMP:\(Self.date(day))T000000Z",
            "SEQUENCE:\(item.sequence)", "DTSTART;VALUE=DATE:\(Self.date(deadline ?? day))",
            "SUMMARY:" + Self.escaped(summary + hour + colon + lot.title),
            "DESCRIPTION:" + Self.escaped(WatchWords.lines(item, language).joined(separator: "\n")),
            "CATEGORIES:" + Self.escaped(report.watch), "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    /// `20261204`
    private static func date(_ day: Day) -> String { day.iso.replacing("-", with: "") }

    /// TEXT of RFC 5545, section 3.3.11; control characters are not allowed.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n": result += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Octets of a line, without its end.
    private static let longestLine = 75

    /// Lines of at most 75 octets, those that go on behind a space (section 3.1), never cut inside a character.
    static func folded(_ line: String) -> String {
        var result = ""
        var room = longestLine
        func add(_ piece: String) {
            if piece.utf8.count > room {
                result += "\r\n "
                room = longestLine - 1
            }
            result += piece
            room -= piece.utf8.count
        }
        for character in line {
            // A letter with dozens of marks on it is longer than a line.
            if character.utf8.count < longestLine {
                add(String(character))
            } else {
                for scalar in character.unicodeScalars { add(String(scalar)) }
            }
        }
        return result
    }
}
