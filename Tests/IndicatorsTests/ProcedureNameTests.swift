import Indicators
import Testing

@Suite struct ProcedureNameTests {
    @Test(arguments: [
        ("Appel d'offres ouvert", ProcedureName.open), ("Appel d’offres ouvert", .open),
        ("PROCÉDURE ADAPTÉE", .adapted), ("Procédure négociée avec mise en concurrence préalable", .negotiated),
        ("Marché négocié sans publicité ni mise en concurrence préalable", .withoutCompetition),
    ])
    func publishedNames(text: String, procedure: ProcedureName) {
        #expect(ProcedureName(published: text) == procedure)
    }

    @Test func unknownName() { #expect(ProcedureName(published: "Gré à gré") == nil) }
}
