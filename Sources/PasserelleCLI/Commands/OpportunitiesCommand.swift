import ArgumentParser
import Foundation
import Nomenclature
import Passerelle
import Reports
import Wording

struct OpportunitiesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "opportunities",
            abstract: text(
                "Les lots ouverts qu’une structure peut viser, seule ou en groupement.",
                "The open lots that a supplier may answer, alone or in a group."),
            discussion: text(
                """
                La structure se nomme par son SIRET, son SIREN ou sa clef ; si elle n’est dans aucune liste, par un \
                petit fichier de profil (docs/opportunities.md).

                  passerelle opportunities 00001153600018 --date 2026-03-01
                  passerelle opportunities profil.toml --format html --output lots.html
                """,
                """
                The supplier is named by its SIRET, its SIREN or its key; when it is in no list, by a small profile \
                file (docs/opportunities.md).

                  passerelle opportunities 00001153600018 --date 2026-03-01
                  passerelle opportunities profile.toml --format html --output lots.html
                """))
    }

    @Argument(
        help: ArgumentHelp(
            text("SIRET, SIREN, clef, ou fichier de profil.", "SIRET, SIREN, key, or profile file."),
            valueName: "structure"))
    var supplier: String
    @Option(help: ArgumentHelp(text("Nombre de lots.", "Number of lots."), valueName: "n"))
    var top = 20
    @OptionGroup var filter: OpportunityFilter
    @OptionGroup var dated: DateOption
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard top >= 1 else {
            throw ValidationError(text("--top attend un nombre d’au moins 1", "--top takes a number of at least 1"))
        }
    }

    func run() throws {
        let application = try Application(workspace: common.path, today: dated.day)
        var options = OpportunityOptions()
        options.top = top
        filter.apply(to: &options)
        let found = try application.opportunities(of: try OpportunityAsker(supplier), options: options)
        for remark in found.remarks { Output.error(remark.sentence(Speech.language)) }
        try OpportunityOutput.write(found.sheet, output)
    }
}
