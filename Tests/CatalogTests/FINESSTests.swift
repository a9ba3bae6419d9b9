@testable import Bytes
import Catalog
import Nomenclature
import Testing

@Suite struct FINESSTests {
    private func row(
        _ finess: String, _ name: String, long: String = "", category: String, commune: String = "088",
        departement: String = "40", line: String = "40100 DAX", siret: String = ""
    ) -> String {
        [
            "structureet", finess, "400000011", name, long, "", "", "12", "R", "DES PINS", "", "BP 3", commune,
            departement, "LANDES", line, "0500000000", "0500000001", category, "libellé", "4307", "libellé", siret,
            "8810C", "99", "Indéterminé", "", "", "1985-09-01", "1985-06-01", "2025-11-20", "",
        ].joined(separator: ";")
    }

    private var rows: [String] {
        [
            row(
                "400001234", "ESAT DES PINS", long: "ESAT « Les Pins » à Dax", category: "246",
                siret: Fictional.siret(1)),
            row("400001235", "EA DES PINS", category: "247"), row("400001236", "CRP DES PINS", category: "249"),
            row("400001237", "CLINIQUE", category: "365"),
            row(
                "970401234", "ESAT DU VOLCAN", category: "246", commune: "411", departement: "9D",
                line: "97400 ST DENIS"),
            row("20001234", "ESAT DU NORD", category: "246", commune: "1", departement: "2A", line: "20000 AJACCIO"),
        ]
    }

    @Test func oldExtractWithoutHeader() throws {
        let text =
            (["finess;etalab;111;2026-05-12"] + rows
            + [
                "geolocalisation;400001234;373200.5;6298400.1;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2025-01-01",
                "geolocalisation;400001237;373200.5;6298400.1;1,LAMBERT_93;2025-01-01",
                "geolocalisation;970401234;338900.0;7690100.0;1,UTM_S40;2025-01-01", "geolocalisation;400001235;;;;",
            ]).joined(separator: "\n")
        let latin = text.unicodeScalars.map { UInt8($0.value & 0xFF) }
        let reading = try Reading([Input(name: "etalab-cs1100507.csv", bytes: latin)])
        #expect(reading.sources == [.finess])
        #expect(reading.records.count == 4 && reading.leftAside == 2)
        #expect(reading.problems.isEmpty)
        #expect(reading.dropped == ["telephone", "telecopie"])
        let esat = reading.records[0]
        #expect(esat.name == "ESAT « Les Pins » à Dax" && esat.kinds == [KindClaim(.esat)])
        #expect(esat.siret?.text == Fictional.siret(1) && esat.otherIdentifier == "finess:400001234")
        #expect(esat.street == "12 R DES PINS BP 3" && esat.postcode == "40100" && esat.city == "DAX")
        #expect(esat.communeCode == "40088" && esat.naf?.code == "88.10C")
        #expect(esat.createdOn?.iso == "1985-09-01" && esat.seen?.iso == "2025-11-20")
        let dax = try #require(Geography.shared.commune(code: "40088")?.centre)
        #expect(try #require(esat.coordinates).distance(to: dax) < 5)
        #expect(reading.records.dropFirst().allSatisfy { $0.coordinates == nil })
        #expect(reading.records[1].kinds == [KindClaim(.ea)] && reading.records[1].key == "finess:400001235")
        #expect(reading.records[2].communeCode == "97411")
        #expect(reading.records[3].communeCode == "2A001" && reading.records[3].key == "finess:020001234")
    }

    @Test func firstRowOfAFileWithoutItsCommentIsARow() throws {
        let reading = try Reading(rows.joined(separator: "\n"))
        #expect(reading.records.map(\.name).first == "ESAT « Les Pins » à Dax")
        #expect(reading.records.count == 4 && reading.leftAside == 2)
        #expect(reading.records.first?.place.line == 1)
    }

    @Test func newFileWithHeader() throws {
        let header =
            "nofinesset;nofinessej;rs;rslongue;complrs;compldistrib;numvoie;typvoie;voie;compvoie;lieuditbp;commune;departement;libdepartement;ligneacheminement;telephone;telecopie;categetab;libcategetab;categagretab;libcategagretab;siret;codeape;codemft;libmft;codesph;libsph;dateouv;dateautor;datemaj;numuai;typeet"
        let rows = rows.map { String($0.dropFirst("structureet;".count)) + ";P" }
        let reading = try Reading(([header] + rows).joined(separator: "\n"))
        #expect(reading.sources == [.finess])
        #expect(reading.records.count == 4 && reading.leftAside == 2)
    }

    @Test func badRows() throws {
        let reading = try Reading(
            [
                "finess;etalab;111;2026-05-12", row("12", "COURT", category: "246"),
                row("400001238", "", category: "247"),
                row("400001239", "SIRET FAUX", category: "246", siret: "00000000000001"),
            ].joined(separator: "\n"))
        #expect(reading.records.isEmpty)
        #expect(reading.problems.map(\.rule) == ["finess.malformed", "name.missing", "siret.luhn"])
        #expect(reading.problems.map(\.place.line) == [2, 3, 4])
        #expect(reading.problems.allSatisfy { !$0.excerpt.contains("0500000000") })
    }
}
