import Nomenclature
import Testing

@testable import Catalog

@Suite struct FileDayTests {
    @Test(
        arguments: [
            ("2019_07_liste_siae.csv", "2019-07-01"), ("a/2019_11_21_export_bbd_geiq.csv", "2019-11-21"),
            ("liste-esus-20250331.xlsx", "2025-03-31"), ("d.zip!esat 2024-02.csv", "2024-02-01"),
            ("Liste EA 31-03-2022.csv", "2022-03-31"), ("liste_31032022.csv", "2022-03-31"),
            ("siae67.csv", nil), ("export_12345678.csv", nil), ("liste 2024.csv", nil), ("2024_31_liste.csv", nil),
            ("20250231.csv", nil), ("2024__07.csv", nil), ("1999_07.csv", nil), ("2019/liste.csv", nil),
        ] as [(String, String?)])
    func dayOfAFile(_ name: String, _ day: String?) { #expect(FileDay.of(name)?.iso == day) }
}
