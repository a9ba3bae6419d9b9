@testable import Bytes
import Catalog
import Nomenclature
import Testing
import Wording

/// Bad files: the good records go in, each bad one is told once, with its place, rule and excerpt.
@Suite struct BadInputTests {
    static let header =
        "siret,siren,name,kinds,esus,esus_until,legal_category,naf,postcode,city,perimeter,employees,turnover,description\n"
    static let good =
        "00000104000021,000001040,ASSOCIATION HABITAT JEUNES,ASSO,0,,9220,55.90Z,68000,Colmar,dep:68,21,,\n"

    @Test(arguments: [
        ("", "siret.missing"), ("12345", "siret.length"), ("00000104000022", "siret.luhn"),
        ("4,24143E+13", "siret.notDigits"),
    ])
    func wrongSiret(siret: String, rule: String) throws {
        let row = "\"\(siret)\",,SANS NUMÉRO,EI,0,,,,40000,Mont-de-Marsan,,,,\n"
        let reading = try Reading(Self.header + row + Self.good)
        #expect(reading.records.map(\.name) == ["ASSOCIATION HABITAT JEUNES"])
        let problem = try #require(reading.problems.first)
        #expect(reading.problems.count == 1)
        #expect(problem.rule == rule)
        #expect(problem.place == Place(file: "essai.csv", line: 2, path: "siret"))
        #expect(problem.excerpt.contains("SANS NUMÉRO"))
        #expect(problem.message.fr.contains(" ; "))
        #expect(!SupplierImporter.isRemark(problem))
    }

    @Test func lostZeroOfASiretIsGivenBackWithATrace() throws {
        // 06220119900031 without its zero, as in a real file.
        let reading = try Reading(Self.header + "6220119900031,62201199,Le tiers lieu,,0,,,,84200,Carpentras,,,,\n")
        let record = try #require(reading.records.first)
        #expect(record.siret?.text == "06220119900031")
        #expect(record.repairs.first?.fr == "SIRET « 6220119900031 » rétabli en « 06220119900031 »")
        #expect(reading.problems.isEmpty)
    }

    @Test func doubtfulValuesCostTheValueAndNotTheRecord() throws {
        let row = "00000104000021,000001041,ESSAI,EI|ZZZ,peut-être,2028-13-01,0123,ABC,68000,Colmar,loin,beaucoup,x,\n"
        let reading = try Reading(Self.header + row)
        let record = try #require(reading.records.first)
        #expect(record.kinds == [KindClaim(.ei)])
        #expect(record.naf == nil && record.legalCategory == nil && record.perimeter == nil && record.employees == nil)
        #expect(
            Set(reading.problems.map(\.rule)) == [
                "siren.mismatch", "kind.unknown", "esus.malformed", "date.malformed", "legalCategory.unknown",
                "naf.malformed", "perimeter.malformed", "number.malformed",
            ])
        #expect(reading.rejects.isEmpty)
        #expect(reading.problems.first { $0.rule == "kind.unknown" }?.place.path == "kinds")
    }

    @Test(arguments: ["", "\n\n", "\u{FEFF}", "siret,name\n"])
    func emptyFile(text: String) throws {
        let reading = try Reading(text)
        #expect(reading.records.isEmpty)
        #expect(reading.problems.map(\.rule) == ["csv.empty"])
    }

    @Test func missingColumn() throws {
        let reading = try Reading("nom;commune\nLes Ateliers;Dax\n")
        #expect(reading.problems.map(\.rule) == ["csv.missingColumn"])
        let problem = try #require(reading.problems.first)
        #expect(problem.message.fr.contains("« siret »") && problem.message.fr.contains("nom, commune"))
    }

    @Test func unknownFormat() throws {
        let reading = try Reading("couleur;forme\nbleu;rond\n")
        let problem = try #require(reading.problems.first)
        #expect(problem.rule == "suppliers.unknownFormat")
        #expect(problem.message.fr.contains("couleur, forme"))
        for source in SupplierSource.all { #expect(problem.message.fr.contains(source.id)) }
        #expect(problem.message.fr.contains("--source"))
        #expect(try Reading(#"[{"model": "users.user", "pk": 1}]"#).problems.map(\.rule) == ["suppliers.unknownFormat"])
        // « Texte Unicode » of a spreadsheet is read as any other table.
        let utf16 = try Reading([Input(name: "u.csv", bytes: [0xFF, 0xFE, 0x73, 0, 0x69, 0])])
        #expect(utf16.problems.first?.message.fr.contains("un tableau de colonnes si") == true)
        #expect(try Reading("<a/>").problems.map(\.rule) == ["suppliers.unknownFormat"])
        let workbook = try Reading([Input(name: "l.xlsx", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])])
        #expect(workbook.problems.first?.message.fr.contains("classeur") == true)
        #expect(workbook.problems.first?.message.fr.contains("CSV") == true)
    }

    @Test func otherSeparatorAndEncoding() throws {
        let text =
            "Numéro SIRET;Nom;Types;Code postal;Ville;Effectif;Chiffre d'affaires;Activité\r\n"
            + "000 001 040 00021;Coup d'éclat;Entreprise d'insertion|SCOP;1150;Lagnieu;12;610 708,50 €;Débroussaillage\r\n"
        let latin = text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value & 0xFF) }
        let reading = try Reading([Input(name: "latin.csv", bytes: latin)])
        let record = try #require(reading.records.first)
        #expect(record.name == "Coup d'éclat")
        #expect(record.kinds == [KindClaim(.ei), KindClaim(.scop)])
        #expect(record.postcode == "01150")
        #expect(record.turnover == Amount("610708.50"))
        #expect(record.description == "Débroussaillage")
        #expect(reading.problems.isEmpty)
    }

    @Test func brokenJSONRecordInTheMiddle() throws {
        let reading = try Reading(
            """
            [{"model": "siaes.siae", "pk": 1, "fields": {"siret": "75187049400026", "kind": "ACI", "name": "UN"}},
             {"model": "siaes.siae", "pk": 2, "fields": {"siret": oups, "kind": "ACI", "name": "DEUX"}},
             {"model": "siaes.siae", "pk": 3, "fields": {"siret": "79285470500029", "kind": "ACI", "name": "TROIS"}}]
            """, name: "01_siaes.json")
        #expect(reading.records.map(\.name) == ["UN", "TROIS"])
        #expect(reading.problems.map(\.rule) == ["json.malformed"])
        #expect(reading.problems.first?.place.record == 2)
    }

    @Test(.timeLimit(.minutes(1))) func aBraceTooManyDoesNotHoldTheReaderUp() throws {
        let good = #"{"siret": "75187049400026", "kind": "EI", "name": "UN"}"#
        let reading = try Reading("[\(good)}, \(good)]", name: "siae.json")
        #expect(reading.records.count == 2)
        #expect(reading.problems.map(\.rule) == ["json.malformed"])
    }

    @Test func naturalPersonsAreNotStored() throws {
        let reading = try Reading(
            "MESURE;NATURE_JURIDIQUE;SIRET;DENOMINATION_SOCIALE\nEI;Commerçant ;00000104000021;DUPONT JEANNE\n")
        #expect(reading.records.isEmpty)
        #expect(reading.problems.map(\.rule) == ["person.natural"])
        #expect(reading.problems.first?.excerpt == "00000104000021")
    }

    @Test func contactsAreNeitherReadNorQuoted() throws {
        let reading = try Reading(
            "siret,name,contact_email,telephone,kinds,description\n"
                + "1,MAUVAIS,jeanne.dupont@exemple.fr,06 12 34 56 78,EI,Appelez le 06 12 34 56 78\n"
                + "00000104000021,BON,jeanne.dupont@exemple.fr,0612345678,EI,Espaces verts. Contact : jd@exemple.fr ou 05.58.00.11.22\n"
        )
        #expect(reading.records.map(\.description) == ["Espaces verts. Contact :  ou"])
        let shown = reading.problems.map { $0.excerpt + $0.message.fr }.joined()
        #expect(!shown.contains("@") && !shown.contains("06 12"))
    }

    @Test func sourceGivenByTheUserWins() throws {
        let text = "siret,name,MESURE,NATURE_JURIDIQUE\n00000104000021,X,EI,\n"
        #expect(try Reading(text).problems.map(\.rule) == ["csv.missingColumn"])  // taken for the ASP list
        #expect(try Reading(text, source: .csv).records.map(\.name) == ["X"])
    }

    @Test(arguments: [":", ";", "km:", "km:inf", "km:1e999", "dep:", "|:|"])
    func hostilePerimeters(text: String) {
        #expect(Perimeter(text) == nil)
    }

    /// Whatever the damage, what comes out is records and problems.
    @Test(arguments: 1...60) func damagedFiles(seed: Int) throws {
        var generator = MergerTests.Generator(state: UInt64(seed))
        let originals = [
            Self.header + Self.good + Self.good,
            "MESURE;NATURE_JURIDIQUE;SIRET;DENOMINATION_SOCIALE;CODE_POSTAL\nEI;Mutuelle ;00000104000021;X;1150\n",
            #"[{"model": "siaes.siae", "pk": 1, "fields": {"siret": "75187049400026", "kind": "ACI", "name": "UN", "employees_insertion_count": 9223372036854775807, "employees_permanent_count": 9223372036854775807, "coords": "POINT (1e999 nan)"}}]"#,
            #"{"count": 1, "results": [{"siret": "75187049400026", "kind": "EI", "name": "UN", "offers": [{"name": "é"}]}]}"#,
        ]
        for original in originals {
            var bytes = Array(original.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                default: bytes.removeSubrange(index...)
                }
                if bytes.isEmpty { break }
            }
            let reading = try Reading([Input(name: "damaged", bytes: bytes)])
            for record in reading.records { #expect(record.key != nil && !record.name.isEmpty) }
        }
    }
}
