import ArgumentParser
import Nomenclature
import Passerelle

/// The day that a command works for.
struct DateOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            text("Jour pour lequel on le demande ; aujourd’hui sinon.", "Day for which it is asked; today otherwise."),
            valueName: "aaaa-mm-jj"))
    var date: String?

    func validate() throws {
        if let date, date.utf8.count != 10 || Day(iso: date) == nil {
            throw ValidationError(
                text(
                    "date « \(date) » illisible ; par exemple 2026-07-01",
                    "unreadable date “\(date)”; for example 2026-07-01"))
        }
    }

    var day: Day { date.flatMap { Day(iso: $0) } ?? .today }
}
