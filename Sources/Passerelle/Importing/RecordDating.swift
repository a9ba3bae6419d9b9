import Catalog
import Nomenclature
import Wording

/// Gives the day of the import to what bears no day, and says so: of sources that differ, the newest is believed.
final class RecordDating {
    private let today: Day
    private var undated = 0

    init(today: Day) { self.today = today }

    /// `record` with a day of information, which is never to come.
    func dated(_ record: SupplierRecord) -> SupplierRecord {
        guard let seen = record.seen else {
            undated += 1
            var record = record
            record.seen = today
            return record
        }
        guard seen > today else { return record }
        var record = record
        record.seen = today
        record.repairs.append(
            Phrase(
                "date d’information « \(seen.text(.french)) » à venir, ramenée au jour de la lecture",
                "day of information “\(seen.text(.english))” to come, brought back to the day of reading"))
        return record
    }

    /// A remark on a file of which some records bear no day.
    func remark(_ file: String) -> Problem? {
        guard undated > 0 else { return nil }
        return Problem(
            "file.undated", at: Place(file: file),
            Phrase(
                (undated == 1 ? "1 fiche" : NumberFormat.integer(undated, .french) + " fiches")
                    + " sans date, datées d’aujourd’hui, et crues avant de plus anciennes ; donnez leur vraie date avec « --date » si elle est autre",
                (undated == 1 ? "1 record" : NumberFormat.integer(undated, .english) + " records")
                    + " without a day, dated today, and believed before older ones; give the true day with “--date” if it is another"
            ))
    }
}
