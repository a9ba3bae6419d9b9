import Bytes
import Testing
import Wording

@testable import Catalog

@Suite struct ColumnGuessTests {
    private func guess(_ text: String) throws -> ColumnGuess {
        try ColumnGuess(Input(name: "liste.csv", bytes: Array(text.utf8)))
    }

    private func fields(_ text: String) throws -> [MappedField] { try guess(text).columns.map(\.field) }

    private static let sirets = ["00000104000021", "00000239400047", "00000285700027", "00000104000021"]

    /// A column of values under a name, beside a SIRET and a name.
    private func field(_ name: String, _ values: [String]) throws -> MappedField {
        let rows = zip(Self.sirets, values).enumerated().map { "\($1.0);Structure \($0 + 1)a;\"\($1.1)\"\n" }.joined()
        return try #require(try fields("SIRET;Raison sociale;\(name)\n" + rows).last)
    }

    @Test(arguments: [
        ("CP", ["40000", "1150", "64100", "75010"], MappedField.postcode),
        ("x", ["40000", "1150", "64100", "75010"], .postcode),
        ("Commune", ["Dax", "Pau", "St Sever", "Mimizan"], .city),
        ("y", ["Mont-de-Marsan", "Pau", "Lyon", "Mimizan"], .city),
        ("Code", ["81.30Z", "8130Z", "43.34Z", "56.21Z"], .naf),
        ("Structure de type", ["ESAT", "EA", "EI", "ACI"], .kinds),
        ("Structure", ["ESAT", "EA", "EI", "ACI"], .kinds), ("z", ["EI,ACI", "EA", "ESAT", "ETTI"], .kinds),
        ("INSEE", ["40192", "64445", "2212", "75110"], .communeCode),
        ("Site", ["www.a.fr", "b.fr", "https://c.org/x", "d.com"], .website),
        ("RNA", ["W401234567", "W402234567", "", ""], .rna),
        ("Contact", ["Jeanne Dupont", "P. Durand", "", ""], .personal),
        ("q", ["a@b.fr", "c@d.fr", "e@f.fr", "g@h.fr"], .personal),
        ("r", ["05 58 00 11 22", "05.58.00.11.23", "0558001124", "+33 5 58 00 11 25"], .personal),
        ("s", ["Jeanne Dupont", "Martin Paul", "Mme Durand", "Jean-Marc Petit"], .personal),
        ("Tel", ["558001122", "558001123", "", ""], .personal), ("Prénom", ["x", "y", "", ""], .personal),
        ("Agrément ESUS", ["oui", "non", "oui", "non"], .esus),
        ("Fin agrément ESUS", ["31/12/2027", "2028-01-01", "", ""], .esusUntil),
        ("Effectifs", ["12", "34", "5", "7"], .employees),
        ("Année effectifs", ["2023", "2023", "2024", "2023"], .ignored),
        ("CA HT", ["120 000", "98000,50", "1e5", "5"], .turnover),
        ("Date", ["2026-01-01", "01/02/2026", "", ""], .seen),
        ("Date de création", ["2001-01-01", "01/02/1999", "", ""], .ignored),
        ("Secteurs", ["Bois, Linge", "Espaces verts", "Peinture", "Bois"], .sectors),
        ("Statut juridique", ["SCOP", "SCIC", "SCOP", "SCOP"], .kinds),
        ("Forme juridique", ["SARL", "Association déclarée", "SAS", "SA"], .legalForm),
        ("Catégorie juridique", ["9220", "5499.0", "5710", "9220"], .legalCategory),
        ("N° FINESS", ["20004792", "20016622", "20004545", "20004644"], .finess),
        ("Périmètre", ["km:30", "dep:40,64", "france", "reg:75"], .perimeter),
        ("Département", ["40", "64", "33", "47"], .ignored), ("Divers", ["a", "b", "a", "b"], .ignored),
    ])
    func oneColumn(_ name: String, _ values: [String], _ expected: MappedField) throws {
        #expect(try field(name, values) == expected)
    }

    @Test func theBestColumnWinsAField() throws {
        let guess = try guess(
            "EJ-Raison sociale;EJ-SIREN;ET-Raison sociale;ET-SIRET;ET-Code postal;ET-Ville\n"
                + "Association A;000001040;Atelier A;00000104000021;40000;Mont-de-Marsan\n"
                + "Association B;000002394;Atelier B;00000239400047;64000;Pau\n")
        #expect(guess.columns.map(\.field) == [.ignored, .siren, .name, .siret, .postcode, .city])
        #expect(guess.columns[0].reason.fr.contains("« ET-Raison sociale »"))
        #expect(guess.rows == 2)
    }

    @Test func familyNamesAreNoStructures() throws {
        let read = try fields(
            "SIRET;Nom;Prénom;Structure\n00000104000021;Dupont;Jeanne;Les Ateliers\n00000239400047;Durand;Paul;La Lingerie\n"
        )
        #expect(read == [.siret, .personal, .personal, .name])
    }

    @Test func examplesHoldNoPerson() throws {
        let guess = try guess(
            "SIRET;Nom;Courriel;Notes\n00000104000021;A;j.dupont@exemple.fr;appeler le 05 58 00 11 22\n"
                + "00000239400047;B;p.durand@exemple.fr;=HYPERLINK()\n")
        #expect(guess.columns[2].field == .personal && guess.columns[2].examples.isEmpty)
        let csv = guess.mapping.csv
        #expect(!csv.contains("@") && !csv.contains("05 58") && csv.contains("appeler le"))
        #expect(try ColumnMapping(Input(name: "m.csv", bytes: Array(csv.utf8))).lines.count == 4)
    }

    @Test func whatToCheckIsSaid() throws {
        func warnings(_ text: String) throws -> String { try guess(text).warnings.map(\.fr).joined(separator: "\n") }
        #expect(try warnings("couleur;forme\nbleu;rond\n").contains("aucune colonne de SIRET"))
        #expect(try warnings("SIRET\n00000104000021\n").contains("aucune colonne de nom"))
        #expect(try warnings("SIRET;Nom\n00000104000021;A\n").contains("« ;types;ESAT »"))
        #expect(try warnings("SIRET;Nom\n4,24143E+13;A\n").contains("4,24143E+13"))
        #expect(try warnings("SIRET;Nom\n00000104000022;A\n00000104000021;B\n").contains("50\u{202F}% des SIRET"))
        #expect(
            try warnings(
                "SIRET;CP;Code postal;Nom;Type\n00000104000021;40000;40000;A;EI\n00000239400047;64000;64000;B;EA\n"
            )
            .contains("conviennent toutes deux à « code_postal »"))
    }

    @Test func separatorsAreProposed() throws {
        let guess = try guess(
            "SIRET;Nom;Types;Secteurs;Prestations\n00000104000021;A;EI/ACI;Bois, Linge;Ouvrier / Ouvrière\n"
                + "00000239400047;B;EA;Bois;Aide, ménage\n")
        #expect(guess.columns.map(\.separator) == ["", "", "/", ",", ""])
    }

    @Test func noRows() {
        #expect(#expect(throws: Problem.self) { try guess("SIRET;Nom\n") }?.rule == "csv.empty")
    }

    /// The columns of the real lists, and what is found in them.
    @Test(arguments: [
        (
            "asp-siae-2019/2019_07_liste_siae.csv",
            [
                "MESURE": MappedField.kinds, "CODE_POSTAL": .postcode, "COMMUNE": .city, "CODE_NAF2": .naf,
                "NATURE_JURIDIQUE": .legalForm, "SIRET": .siret, "DENOMINATION_SOCIALE": .name, "NUM_RUE": .street,
                "NOM_RUE": .street,
            ]
        ),
        (
            "esat-liste-officielle/seed_esat__liste_officielle.csv",
            [
                "ET-N°FINESS": .finess, "ET-Raison sociale": .name, "ET-SIRET": .siret, "ET-Commune Code": .communeCode,
                "ET-Commune Libellé": .city, "ET-Code Postal": .postcode, "ET-Adresse": .street,
                "Capacité autorisée agrégée": .capacity, "EJ-Raison sociale": .ignored,
            ]
        ),
        ("geiq-2019/2019_11_21_export_bbd_geiq.csv", ["GEIQ": .name, "SIRET": .siret, "COMPLEMENT ADRESSE": .street]),
        ("siae-67/siae67.csv", ["type": .kinds, "nom": .name, "Secteur d'activités": .sectors, "SIRET": .siret]),
        (
            "ess-numerique/x_label_studio.csv",
            [
                "siren": .siren, "siret_siege": .siret, "famille_ess": .kinds, "rna": .rna, "annee_effectifs": .ignored,
                "categorie_juridique": .legalCategory, "date_creation": .ignored,
            ]
        ),
        (
            "cooptech/Annuaire-SCOP-SCIC-tech-France.csv",
            ["Nom": .name, "Présentation": .description, "Numéro SIREN": .siren, "Statut juridique": .kinds]
        ),
        (
            "sirene-format/StockUniteLegale_ess_numerique.csv",
            [
                "siren": .siren, "denominationUniteLegale": .name, "nomUniteLegale": .personal,
                "prenom1UniteLegale": .personal, "activitePrincipaleUniteLegale": .naf,
            ]
        ),
    ])
    func realLists(_ file: String, _ expected: [String: MappedField]) throws {
        guard let input = try Corpus.inputs("suppliers/" + file)?.first else { return }
        let found = Dictionary(
            try ColumnGuess(input).columns.map { ($0.label, $0.field) }, uniquingKeysWith: { first, _ in first })
        for (label, field) in expected { #expect(found[label] == field, "\(label)") }
    }

    /// What is proposed reads as many records as the importer of the list.
    @Test(arguments: [
        ("siae-67/siae67.csv", 43), ("geiq-2019/2019_11_21_export_bbd_geiq.csv", 119),
        ("esat-liste-officielle/seed_esat__liste_officielle.csv", 977), ("ess-numerique/x_label_studio.csv", 2_440),
        ("asp-siae-2019/2019_07_liste_siae.csv", 2_607),
        ("sirene-format/StockUniteLegale_ess_numerique.csv", 2_440),
    ])
    func realListsReadByTheirGuess(_ file: String, _ rows: Int) throws {
        guard let input = try Corpus.inputs("suppliers/" + file)?.first else { return }
        var records = 0
        var rejects: [Problem] = []
        var remarks = 0
        try MappedImporter(ColumnGuess(input).mapping).read(
            input, limits: .standard, seen: nil,
            to: SupplierSink(
                record: { _ in records += 1 },
                problem: { if SupplierImporter.isRemark($0) { remarks += 1 } else { rejects.append($0) } }))
        print("\(file): \(records) records, \(rejects.count) rejects \(Set(rejects.map(\.rule))), \(remarks) remarks")
        #expect(records + rejects.count == rows)
        #expect(records >= rows * 9 / 10)
    }
}
