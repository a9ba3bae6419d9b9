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
        #expect(workbook.problems.first?.message.fr.contains("map-columns") == true)
    }

    @Test func aFirstRowOfDataIsNotQuoted() throws {
        let row = "\(Fictional.siret(1));Jeanne Exemple;jeanne@exemple.invalid;05 58 00 11 22\n"
        for source in [nil, SupplierSource.esat, .csv] {
            let reading = try Reading(row + row, source: source)
            #expect(!reading.problems.isEmpty)
            for problem in reading.problems {
                let told = problem.message.fr + problem.message.en + problem.excerpt
                #expect(!told.contains("Jeanne") && !told.contains("@") && !told.contains("58 00"), "\(told)")
            }
        }
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

    @Test func aFileOfSirensHoldsEnterprises() throws {
        let reading = try Reading(
            "siren;nom;sigle;forme_juridique;ess;societe_mission;date_creation;tranche_effectifs;rna\n"
                + "\(Fictional.siren(1));LES PINS;LP;Association déclarée;oui;N;01/02/1998;1;W401234567\n"
                + ";SANS NUMÉRO;;;;;;;\n000000011;FAUX;;;;;;;\n")
        #expect(reading.sources == [.csv])
        #expect(reading.problems.map(\.rule) == ["siret.missing", "siren.luhn"])
        let record = try #require(reading.records.first)
        #expect(record.siret == nil && record.siren?.text == Fictional.siren(1))
        #expect(record.acronym == "LP" && record.legalCategory == "9220" && record.ess == true)
        #expect(record.createdOn == Day(year: 1998, month: 2, day: 1) && record.workforceBand == "01")
        #expect(record.otherIdentifier == "rna:W401234567" && record.isMissionCompany == false)
    }

    @Test func aRowWithoutSiretIsThatOfItsEnterprise() throws {
        let reading = try Reading(
            "siret,siren,name\n\(Fictional.siret(1)),\(Fictional.siren(1)),UN\n,\(Fictional.siren(2)),DEUX\n"
                + "\(Fictional.siret(3)),\(Fictional.siren(4)),TROIS\n,,QUATRE\n")
        #expect(
            reading.records.map(\.key) == [
                Fictional.siret(1), "siren:" + Fictional.siren(2), Fictional.siret(3),
            ])
        #expect(reading.problems.map(\.rule) == ["siren.mismatch", "siret.missing"])
    }

    @Test func numbersThatASpreadsheetTookForDecimals() throws {
        let siret = try #require(Int(Fictional.siret(4_321)))
        let siren = try #require(Int(Fictional.siren(8_888)))
        let reading = try Reading(
            "siret_siege,siren,name,categorie_juridique\n\(Fictional.siret(1)).0,,UN,5499.0\n"
                + "0\(siret).0,,DEUX,\n,0000\(siren).0,TROIS,\n")
        #expect(reading.problems.map(\.rule) == ["siret.length"])
        #expect(reading.records.map(\.key) == [Fictional.siret(1), "siren:" + Fictional.siren(8_888)])
        #expect(reading.records[0].isHeadOffice == true && reading.records[0].legalCategory == "5499")
    }

    @Test func aPersonsNameIsNoNameOfAStructure() throws {
        let reading = try Reading(
            "Civilité;Nom;Prénom;Raison sociale;SIRET;Type\nMme;DURAND;Jeanne;LES PINS;\(Fictional.siret(1));EI\n")
        #expect(reading.records.map(\.name) == ["LES PINS"])
        #expect(reading.dropped == ["Civilité", "Nom", "Prénom"])
        let alone = try Reading("Nom;Prénom;SIRET\nDURAND;Jeanne;\(Fictional.siret(1))\n")
        #expect(alone.records.isEmpty)
        #expect(alone.problems.map(\.rule) == ["csv.missingColumn"])
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
            "finess;etalab;1;2026-05-12\nstructureet;400001234;;ESAT;;;;;;;;;088;40;;40100 DAX;;;246;;;;;;;;;;;;;\n",
            "siren,categorieJuridiqueUniteLegale,denominationUniteLegale,nicSiegeUniteLegale\n000001040,9220,X,00021\n",
            "siret,etatAdministratifEtablissement,codeCommuneEtablissement,coordonneeLambertAbscisseEtablissement,coordonneeLambertOrdonneeEtablissement\n00000104000021,A,40088,1e308,nan\n",
            "SIREN;Date d'agrément ESUS;Fin\n000001040;31/12/2025;2030-02-30\n",
            "Nom,Statut juridique,Fiche URSCOP,Latitude,Longitude\nX,SCOP,https://x/y/z,1e999,-1e999\n",
            #"{"result": {"results": [{"siren": "000001040", "nom_complet": "X", "siege": {"siret": "00000104000021"}, "finances": {"2024": {"ca": 1e999}}, "matching_etablissements": [{"siret": 4}]}]}}"#,
            #"[{"siret": "00000104000021", "raison_sociale": "X", "bloque_candidatures": false, "postes": [{"rome": "(", "description": "é"}]}]"#,
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
            for record in reading.records { #expect(record.key != nil) }
            for problem in reading.problems { #expect(!problem.message.fr.isEmpty) }
        }
    }
}
