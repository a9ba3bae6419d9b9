import Nomenclature
import Reports
import Wording
import Workspace

extension ReportTable {
    /// The watches, one row each.
    static func watches(_ watches: [Watch]) -> ReportTable {
        ReportTable(
            title: Phrase("Veilles", "Watches"),
            columns: [
                Column("name", Phrase("Nom", "Name")), Column("supplier", Phrase("Structure", "Supplier")),
                Column("min_score", Phrase("Score dès", "Score from"), .number),
                Column("departements", Phrase("Départements", "Départements")),
                Column("reserved_only", Phrase("Réservés", "Reserved")),
                Column("created", Phrase("Créée le", "Made on"), .date),
                Column("last_run", Phrase("Dernière fois", "Last time"), .date),
            ],
            rows: watches.map { watch in
                [
                    .text(watch.name), .text(watch.supplier), .number(watch.minScore, decimals: 0),
                    .text(watch.departements.joined(separator: ", ")),
                    .phrase(watch.reservedOnly ? Phrase("oui", "yes") : Phrase("non", "no")), .date(watch.created),
                    .date(watch.lastRun),
                ]
            })
    }
}

extension Watch {
    var json: JSONValue {
        .object([
            .init("name", .string(name)), .init("supplier", .string(supplier)),
            .init("profile", .bool(profile != nil)), .init("minScore", .number(minScore)),
            .init("departements", .strings(departements)), .init("reservedOnly", .bool(reservedOnly)),
            .init("created", .string(created.iso)), .init("lastRun", .string(lastRun?.iso)),
        ])
    }
}
