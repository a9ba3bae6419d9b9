import Nomenclature

/// The day and hour until which one may answer. Date and time are kept as published, each with its own offset.
///
/// A time without offset is local time in Paris: 119 of 281 deadlines of the BOAMP are published so.
public struct Deadline: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Codable {
        /// Tenders (eForms BT-131).
        case tenders
        /// Requests to participate (BT-1311).
        case requests
        /// Expressions of interest (BT-630).
        case expressions
    }
    public var kind: Kind
    public var date: String
    public var time: String?

    public init(kind: Kind, date: String, time: String? = nil) {
        self.kind = kind
        self.date = date
        self.time = time
    }

    /// Splits a timestamp of the BOAMP: `2026-10-08T12:00:00`, `…Z`, `…+02:00`, with fractions of seconds or without,
    /// or a date alone. The offset goes to both parts, as eForms writes it. `nil` when there is no such day.
    public init?(kind: Kind, timestamp: String) {
        guard Day(iso: timestamp) != nil else { return nil }
        let day = String(timestamp.prefix(10))
        let clock = timestamp.dropFirst(10).drop { $0 == "T" || $0 == " " }
        let offset = clock.firstIndex { "+-Z".contains($0) }.map { clock[$0...] } ?? ""
        let hasHour = clock.utf8.count >= 5 && clock.first?.isNumber == true
        self.init(kind: kind, date: day + offset, time: hasHour ? String(clock) : nil)
    }

    public var day: Day? { Day(iso: date) }

    /// ISO 8601: `2024-03-04T12:00:00+01:00`, or the day alone when no hour is given. The offset of the time wins.
    public var iso: String {
        guard let day else { return date }
        guard let time, time.utf8.count >= 5 else { return day.iso }
        var clock = String(time.prefix(8))
        if clock.utf8.count < 8 { clock = String(time.prefix(5)) + ":00" }
        var offset = ""
        if let mark = time.dropFirst(5).firstIndex(where: { "+-Z".contains($0) }) {
            offset = String(time[mark...])
        }
        return day.iso + "T" + clock + offset
    }
}
