import Tenders

/// A notice with the text that is stored of it: made where it was parsed, away from the thread that writes.
public struct PreparedNotice: Sendable {
    let notice: Notice
    let payload: String

    public init(_ notice: Notice) throws {
        self.notice = notice
        payload = try JSONText.encode(notice)
    }
}
