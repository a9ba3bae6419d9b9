import Dispatch
import Synchronization
import Tenders

/// Notices read back on all cores, some at a time, in the order in which they came.
struct NoticeBatch {
    private var rows: [(payload: String, file: String)] = []
    private var bytes = 0
    /// Bytes of JSON held before they are read: enough to keep the cores busy, few enough for the memory.
    private static let most = 4 << 20

    mutating func add(_ payload: String, file: String, _ body: (StoredNotice) throws -> Void) throws {
        rows.append((payload, file))
        bytes += payload.utf8.count
        if bytes >= Self.most { try finish(body) }
    }

    /// Reads what is left.
    mutating func finish(_ body: (StoredNotice) throws -> Void) throws {
        let rows = rows
        let notices = Mutex([Result<Notice, any Error>?](repeating: nil, count: rows.count))
        DispatchQueue.concurrentPerform(iterations: rows.count) { place in
            let notice = Result { try JSONText.decode(Notice.self, rows[place].payload) }
            notices.withLock { $0[place] = notice }
        }
        self.rows.removeAll(keepingCapacity: true)
        bytes = 0
        for (row, notice) in zip(rows, notices.withLock { $0 }) {
            if let notice { try body(StoredNotice(notice: try notice.get(), file: row.file)) }
        }
    }
}
