import GRDB
import GRDBSQLite

/// The values of one row in two blocks of memory, made on one thread and stored on another.
///
/// A million contracts have forty million values: as boxed values they take longer to bind than SQLite to store.
struct PackedRow: Sendable, Hashable {
    private enum Kind: UInt8, Sendable { case null, integer, real, text }

    private struct Cell: Sendable, Hashable {
        var kind: Kind
        /// The integer, the bits of the real number, or the length of the text.
        var value: Int64
    }

    private var cells: [Cell] = []
    private var texts: [UInt8] = []

    init(columns: Int) {
        cells.reserveCapacity(columns)
        texts.reserveCapacity(512)
    }

    mutating func append(_ text: String) {
        let start = texts.count
        texts.append(contentsOf: text.utf8)
        cells.append(Cell(kind: .text, value: Int64(texts.count - start)))
    }

    /// NULL for an empty text.
    mutating func append(filled text: String) {
        if text.isEmpty { appendNull() } else { append(text) }
    }

    mutating func appendNull() { cells.append(Cell(kind: .null, value: 0)) }

    /// Texts joined with bars, or with a sign that their content never has.
    mutating func append(joined list: [String], by separator: UInt8 = UInt8(ascii: "|")) {
        let start = texts.count
        for (index, text) in list.enumerated() {
            if index > 0 { texts.append(separator) }
            texts.append(contentsOf: text.utf8)
        }
        cells.append(Cell(kind: .text, value: Int64(texts.count - start)))
    }

    mutating func append(_ text: String?) {
        if let text { append(text) } else { cells.append(Cell(kind: .null, value: 0)) }
    }

    mutating func append(_ number: (some BinaryInteger)?) {
        cells.append(number.map { Cell(kind: .integer, value: Int64($0)) } ?? Cell(kind: .null, value: 0))
    }

    mutating func append(_ flag: Bool?) { append(flag.map { $0 ? 1 : 0 }) }

    mutating func append(_ number: Double?) {
        cells.append(
            number.map { Cell(kind: .real, value: Int64(bitPattern: $0.bitPattern)) } ?? Cell(kind: .null, value: 0))
    }

    /// A number that tells this content from others, the same in every run and on every machine (FNV-1a over words).
    var fingerprint: Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ word: UInt64) {
            hash = (hash ^ word) &* 0x100_0000_01B3
            hash ^= hash >> 29
        }
        for cell in cells {
            add(UInt64(cell.kind.rawValue))
            add(UInt64(bitPattern: cell.value))
        }
        var word: UInt64 = 0
        for (index, byte) in texts.enumerated() {
            word = word << 8 | UInt64(byte)
            if index & 7 == 7 { add(word) }
        }
        add(word)
        return Int64(bitPattern: hash)
    }

    /// Stores the row by a statement that has one parameter a value, `last` for the last one.
    ///
    /// The one place outside `Bytes` that touches raw memory: the texts are lent to SQLite until the step is over.
    ///
    /// - Returns: whether a row was written.
    /// - Throws: `DatabaseError`.
    func store(by statement: Statement, last: Int64) throws -> Bool {
        let handle = statement.sqliteStatement
        let code = texts.withUnsafeBufferPointer { bytes -> Int32 in
            // An empty text is not NULL, which is what a null pointer would be.
            let empty: StaticString = ""
            let base =
                bytes.baseAddress.map { UnsafeRawPointer($0) } ?? UnsafeRawPointer(empty.utf8Start)
            var text = base.assumingMemoryBound(to: CChar.self)
            for (index, cell) in cells.enumerated() {
                let parameter = Int32(index + 1)
                switch cell.kind {
                case .null: sqlite3_bind_null(handle, parameter)
                case .integer: sqlite3_bind_int64(handle, parameter, cell.value)
                case .real: sqlite3_bind_double(handle, parameter, Double(bitPattern: UInt64(bitPattern: cell.value)))
                case .text:
                    sqlite3_bind_text(handle, parameter, text, Int32(cell.value), nil)
                    text += Int(cell.value)
                }
            }
            sqlite3_bind_int64(handle, Int32(cells.count + 1), last)
            let code = sqlite3_step(handle)
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
            return code
        }
        let database = sqlite3_db_handle(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(database)))
        }
        return sqlite3_changes(database) > 0
    }
}
