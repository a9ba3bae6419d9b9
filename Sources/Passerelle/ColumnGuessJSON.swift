import Catalog
import Reports
import Wording

extension ColumnGuess {
    /// The form of `passerelle map-columns --format json` (`docs/json.md`).
    public func json(_ language: Language) -> JSONValue {
        .object([
            .init("rows", .integer(rows)),
            .init(
                "columns",
                .array(
                    columns.map { column in
                        .object([
                            .init("column", .string(column.label)), .init("field", .string(column.field.rawValue)),
                            .init("confidence", .number((column.confidence * 100).rounded() / 100)),
                            .init("reason", .string(column.reason[language])),
                            .init("separator", .string(column.separator)), .init("filled", .integer(column.filled)),
                            .init("examples", .strings(column.examples)),
                        ])
                    })),
            .init("warnings", .strings(warnings.map { $0[language] })),
        ])
    }
}
