import Bytes
import Nomenclature
import Wording

/// The list of SIAE published by the ASP, the payment agency: a row for each SIRET and measure (EI, AI, ACI, ETTI),
/// and in some editions up to ten trades (ROME code and job title).
struct ASPListImporter: SourceImporter {
    let table = FieldTable(
        source: .aspSIAE,
        rules: [
            .siret("SIRET"),
            .name("DENOMINATION_SOCIALE"),
            .kinds("MESURE"),
            .legalForm("NATURE_JURIDIQUE"),
            .naf("CODE_NAF2"),
            .street("NUM_RUE"),
            .street("NOM_RUE"),
            .postcode("CODE_POSTAL", "CODE_POST_COM"),
            .text("COMMUNE", "LIB_COM", into: \.city),
            .website("SITE WEB"),
        ] + Self.jobs)

    /// Ten pairs `ROME n`, `APPELATION n` (sic). The job title says the trade; the code only groups titles.
    private static let jobs: [FieldRule] = (1...10).map { number in
        .element(number == 1 ? "APPELATION" : "APPELATION \(number)", of: \.offers)
    }

    func recognises(_ shape: DocumentShape) -> Bool { shape.has(columns: "MESURE", "SIRET", "NATURE_JURIDIQUE") }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        try table.readCSV(input, limits: limits, seen: seen, to: sink)
    }
}
