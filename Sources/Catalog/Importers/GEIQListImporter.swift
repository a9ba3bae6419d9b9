import Bytes
import Nomenclature

/// The export of the federation of GEIQ: one row a groupement.
struct GEIQListImporter: SourceImporter {
    let table = FieldTable(
        source: .geiq,
        rules: [
            .siret("SIRET"),
            .name("GEIQ"),
            .naf("NAF"),
            .street("ADRESSE"),
            .street("COMPLEMENT ADRESSE"),
            .postcode("CODE POSTAL"),
            .text("VILLE", into: \.city),
        ])

    func recognises(_ shape: DocumentShape) -> Bool {
        // A list of the user's with a column « GEIQ » of yes and no has the name elsewhere.
        shape.has(columns: "GEIQ", "SIRET", "ADRESSE", "CODE POSTAL", "VILLE")
            && !["nom", "raison_sociale", "denomination"].contains { shape.has(columns: $0) }
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        try table.readCSV(input, limits: limits, seen: seen, to: sink) { $0.record.kinds = [KindClaim(.geiq)] }
    }
}
