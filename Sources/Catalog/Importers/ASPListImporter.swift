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

    func read(
        _ input: Input, limits: Limits, seen: Day?, onProblem: (Problem) throws -> Void,
        _ body: (SupplierRecord) throws -> Void
    ) throws {
        try table.readCSV(
            input, limits: limits, seen: seen ?? Self.day(ofFile: input.name), onProblem: onProblem, body)
    }

    /// `2019_07_liste_siae.csv` is the list of July 2019: the file itself bears no date.
    static func day(ofFile name: String) -> Day? {
        let file = name.split(whereSeparator: { $0 == "/" || $0 == "!" }).last ?? ""
        let parts = file.split(separator: "_", maxSplits: 2)
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]) else {
            return nil
        }
        return Day(year: year, month: month, day: 1)
    }
}
