import GRDB

/// Tells whether suppliers or contracts have changed since something was made of them, without looking at them: the files
/// they come from, and a number that grows with every import of suppliers, which may say again what a file says already.
enum CatalogueStamp {
    private static let setting = "catalogueStamp"

    static func change(_ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO setting (name, value) VALUES (?, '1')
                ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1
                """, arguments: [setting])
    }

    static func text(_ database: Database) throws -> String {
        let number = try String.fetchOne(
            database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting])
        let files = try String.fetchAll(
            database,
            sql: """
                SELECT kind || ' ' || digest || ' ' || records || ' ' || name FROM file
                WHERE kind IN ('suppliers', 'contracts') ORDER BY id
                """)
        let contracts = try Int.fetchOne(database, sql: "SELECT count(*) FROM contract") ?? 0
        return ([number ?? "", String(contracts)] + files).joined(separator: "\n")
    }
}

extension Workspace {
    /// A text that is another one when the suppliers or the contracts may have changed.
    public func catalogueStamp() throws -> String { try database.read { try CatalogueStamp.text($0) } }
}
