import Nomenclature

/// The day that the name of a file bears, for the many lists that bear none inside: `2019_07_liste_siae.csv`,
/// `2019_11_21_export_geiq.csv`, `liste-esus-20250331.xlsx`.
enum FileDay {
    /// The first year, month and, where there is one, day in the name of the file; the first of the month without a day.
    static func of(_ name: String) -> Day? {
        let file = name.split(whereSeparator: { $0 == "/" || $0 == "!" }).last ?? ""
        let numbers = file.split(whereSeparator: { !($0.isASCII && $0.isNumber) })
        for (index, number) in numbers.enumerated() {
            if number.count == 8, let whole = Int(number), let day = day(whole / 10_000, whole / 100 % 100, whole % 100)
            {
                return day
            }
            // « 31-03-2022 » and « 31032022 », as people in France write it.
            if number.count == 8, let whole = Int(number),
                let day = day(whole % 10_000, whole / 10_000 % 100, whole / 1_000_000)
            {
                return day
            }
            if number.count == 2, index + 2 < numbers.count, follows(number, numbers, index + 1, in: file),
                numbers[index + 2].count == 4,
                file.index(after: numbers[index + 1].endIndex) == numbers[index + 2].startIndex,
                let first = Int(number), let month = Int(numbers[index + 1]), let year = Int(numbers[index + 2]),
                let day = day(year, month, first)
            {
                return day
            }
            guard number.count == 4, let year = Int(number), follows(number, numbers, index + 1, in: file),
                let month = Int(numbers[index + 1])
            else { continue }
            if follows(numbers[index + 1], numbers, index + 2, in: file), let last = Int(numbers[index + 2]),
                let day = day(year, month, last)
            {
                return day
            }
            if let day = day(year, month, 1) { return day }
        }
        return nil
    }

    /// Whether the number at `index` has two digits and stands one sign behind `number`.
    private static func follows(
        _ number: Substring, _ numbers: [Substring], _ index: Int, in file: Substring
    ) -> Bool {
        guard index < numbers.count, numbers[index].count == 2 else { return false }
        return file.index(after: number.endIndex) == numbers[index].startIndex
    }

    /// Lists of structures are of this century; other numbers are no dates.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        (2000...2099).contains(year) ? Day(year: year, month: month, day: day) : nil
    }
}
