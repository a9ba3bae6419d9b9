import ArgumentParser
import Nomenclature
import Passerelle

/// Which of the lots that fit are wanted.
struct OpportunityFilter: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            text("Score à partir duquel un lot est donné.", "Score from which a lot is given."), valueName: "0-100"))
    var minScore: Double?
    @Option(
        name: .customLong("departement"), parsing: .singleValue,
        help: ArgumentHelp(
            text(
                "Département du lieu d’exécution ; plusieurs fois pour plusieurs.",
                "Département of the place of performance; several times for several."), valueName: "numéro"))
    var departements: [String] = []
    @Flag(help: ArgumentHelp(text("Lots réservés seulement.", "Reserved lots only.")))
    var reservedOnly = false

    func validate() throws {
        if let minScore, !(0...100).contains(minScore) {
            throw ValidationError(text("--min-score va de 0 à 100", "--min-score goes from 0 to 100"))
        }
        for code in departements where Geography.shared.departement(code) == nil {
            throw ValidationError(
                text(
                    "département « \(code) » inconnu ; donnez son numéro, par exemple 40",
                    "unknown département “\(code)”; give its number, for instance 40"))
        }
    }

    func apply(to options: inout OpportunityOptions) {
        options.minScore = minScore ?? 0
        options.departements = Set(departements.map { Geography.departementCode($0) })
        options.reservedOnly = reservedOnly
    }
}
