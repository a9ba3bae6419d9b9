import Bytes
import Nomenclature
import Wording

/// The official list of ESAT drawn from FINESS: the managing body (EJ) and its establishments (ET), one row each.
struct ESATListImporter: SourceImporter {
    let table = FieldTable(
        source: .esat,
        rules: [
            .siret("ET-SIRET", optional: true),
            .finess("ET-N°FINESS"),
            .name("ET-Raison sociale"),
            .finessStatus("EJ-Statut juridique Code"),
            .text("EJ-Statut juridique Libellé", into: \.legalForm),
            .street("ET-Adresse"),
            .postcode("ET-Code Postal"),
            .communeCode("ET-Commune Code"),
            .text("ET-Commune Libellé", into: \.city),
            .count("Capacité autorisée agrégée", into: \.capacity),
        ])

    func recognises(_ shape: DocumentShape) -> Bool { shape.has(columns: "ET-N°FINESS", "ET-Raison sociale") }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        try table.readCSV(input, limits: limits, seen: seen, to: sink) { $0.record.kinds = [KindClaim(.esat)] }
    }
}

extension FieldRule {
    /// The legal status of the managing body, in the codes of FINESS.
    fileprivate static func finessStatus(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            draft.record.legalCategory = LegalForms.finess[String(cell.prefix { $0 != "." })]
        }
    }
}
