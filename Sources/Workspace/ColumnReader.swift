import GRDB
import GRDBSQLite
import Nomenclature

/// The columns of the row that a statement stands on, one after the other.
///
/// A catalogue of a million records has forty million values: fetched as boxed values and by name, they take longer than
/// everything that is made of them. Valid until the next step of the statement.
struct ColumnReader {
    private let statement: SQLiteStatement
    private var column: Int32 = 0

    init(_ statement: Statement) { self.statement = statement.sqliteStatement }

    mutating func skip() { column += 1 }

    private mutating func next() -> Int32? {
        defer { column += 1 }
        return sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : column
    }

    mutating func integer() -> Int64? { next().map { sqlite3_column_int64(statement, $0) } }

    mutating func bool() -> Bool? { integer().map { $0 != 0 } }

    mutating func day() -> Day? { integer().map { Day(stored: $0) } }

    mutating func real() -> Double? { next().map { sqlite3_column_double(statement, $0) } }

    private mutating func bytes() -> UnsafeBufferPointer<UInt8>? {
        guard let column = next(), let start = sqlite3_column_text(statement, column) else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    mutating func text() -> String? { bytes().map { String(decoding: $0, as: UTF8.self) } }

    /// The texts between `separator`; none for NULL.
    mutating func list(_ separator: UInt8) -> [String] {
        bytes()?.split(separator: separator).map { String(decoding: $0, as: UTF8.self) } ?? []
    }

    /// Runs a query and calls `body` on each of its rows.
    ///
    /// - Throws: `DatabaseError`; what `body` throws.
    static func forEachRow(of statement: Statement, _ body: (ColumnReader) throws -> Void) throws {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        while true {
            let code = sqlite3_step(handle)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else {
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code),
                    message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
            }
            try body(ColumnReader(statement))
        }
    }
}
