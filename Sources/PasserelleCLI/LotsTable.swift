import Nomenclature
import Passerelle
import Reports
import Tenders
import Wording

/// The lots of the workspace as a table.
enum LotsTable {
    static func table(_ lots: [LotView]) -> ReportTable {
        ReportTable(
            title: Phrase("Lots", "Lots"),
            columns: [
                .init("lot", Phrase("Avis et lot", "Notice and lot")),
                .init("title", Phrase("Intitulé", "Title"), .longText),
                .init("buyer", Phrase("Acheteur", "Buyer"), .longText),
                .init("deadline", Phrase("Limite", "Deadline"), .date),
                .init("value", Phrase("Valeur HT", "Value"), .amount),
                .init("reserved", Phrase("Réservé", "Reserved")),
            ],
            rows: lots.map { view in
                [
                    .text(name(view)), .text(view.notice.text(view.lot.title)), .text(view.buyer?.name ?? ""),
                    .date(view.lot.deadline?.day), .amount(view.notice.value(of: view.lot)),
                    .phrase(view.lot.isFlaggedReserved ? Phrase("oui", "yes") : Phrase("", "")),
                ]
            })
    }

    /// The same for a terminal: what one needs to pick a lot.
    static func short(_ lots: [LotView]) -> ReportTable {
        let whole = table(lots)
        let kept = whole.columns.indices.filter { whole.columns[$0].key != "value" }
        return ReportTable(
            title: whole.title, columns: kept.map { whole.columns[$0] },
            rows: whole.rows.map { row in kept.map { row[$0] } })
    }

    /// How the lot may be called on the command line: publication number or file name, and the number of the lot.
    private static func name(_ view: LotView) -> String {
        var file = view.file.split(separator: "/").last.map(String.init) ?? view.file
        if file.hasSuffix(".xml") { file.removeLast(4) }
        return file + "/" + (view.number.map(String.init) ?? view.lot.id)
    }
}
