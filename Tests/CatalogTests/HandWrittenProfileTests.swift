import Catalog
import Nomenclature
import Testing
import Wording

/// A structure described by hand.
@Suite struct HandWrittenProfileTests {
    @Test(arguments: [
        """
        # une structure qui n’est dans aucune liste
        nom = "Atelier du Fil"            # son nom
        types = ["ACI", "association"]
        description = "Tonte, taille de haies \\"à la main\\""
        secteurs = ["Création et entretien des espaces verts"]
        naf = "81.30Z"
        cpv = [77310000, "77340000-5"]
        commune = "40000 Mont-de-Marsan"
        perimetre = "km:30"
        effectif = 12
        chiffre_affaires = 350000
        part_insertion = "55 %"
        esus = oui
        """,
        """
        name = Atelier du Fil
        kinds = ["ACI", "ASSO"]
        description = Tonte, taille de haies "à la main"
        sectors = [Création et entretien des espaces verts]
        naf = 81.30Z
        cpv = ["77310000-6", "77340000"]
        commune = 40000 Mont-de-Marsan
        perimeter = km:30
        employees = 12
        turnover = 350000
        insertion_share = 0.55
        esus = yes
        """,
    ])
    func everyKeyIsRead(_ text: String) throws {
        let profile = try HandWrittenProfile(text, file: "profil.toml")
        let supplier = try #require(profile.suppliers.first)
        #expect(profile.suppliers.count == 1 && profile.remarks.isEmpty)
        #expect(supplier.name == "Atelier du Fil" && supplier.description == "Tonte, taille de haies \"à la main\"")
        #expect(supplier.kinds.map(\.kind) == [.aci, .association] && !supplier.esus.isEmpty)
        #expect(supplier.sectors == ["Création et entretien des espaces verts"] && supplier.naf?.code == "81.30Z")
        #expect(supplier.cpv.map(\.code) == ["77310000", "77340000"])
        #expect(supplier.communeCode == "40192" && supplier.departement == "40")
        #expect(supplier.perimeter == .radius(30) && supplier.employees == 12)
        #expect(supplier.turnover == Amount(euros: 350_000) && supplier.insertionShare == 0.55)
    }

    @Test func whatNothingCanBeMadeOfIsSaid() throws {
        let profile = try HandWrittenProfile(
            "nom = X\nsecteurs = [\"Pêche à la ligne\"]\ncpv = [\"99999999\", \"77\", \"77310000\"]", file: "p.toml")
        #expect(profile.remarks.map(\.rule) == ["profile.sector", "profile.cpv", "profile.cpv"])
        #expect(profile.remarks.map(\.place.line) == [2, 3, 3])
        #expect(profile.suppliers.first?.cpv.map(\.code) == ["77310000"])
    }

    @Test(
        arguments: [
            ("", "profile.name", nil), ("description = tonte", "profile.name", nil), ("nom = X", "profile.trade", nil),
            ("[structure]\nnom = X", "profile.line", 1), ("nom X", "profile.line", 1), ("nom =", "profile.single", 1),
            ("nom = X\nnom = Y", "profile.twice", 2), ("nom = \"X", "profile.quote", 1),
            ("nom = \"X\" Y", "profile.rest", 1), ("types = [\"ACI\"", "profile.list", 1),
            ("nom = X\nprénom = Y", "profile.key", 2), ("types = SARL", "profile.kind", 1),
            ("naf = jardin", "profile.value", 1), ("perimetre = partout", "profile.value", 1),
            ("effectif = douze", "profile.value", 1), ("effectif = -3", "profile.value", 1),
            ("chiffre_affaires = 0", "profile.value", 1), ("part_insertion = 120 %", "profile.value", 1),
            ("commune = 99999 Nulle-Part-sur-Rien", "profile.commune", 1), ("siret = 123", "profile.siret", 1),
            ("esus = peut-être", "profile.value", 1), ("description = [\"a\", \"b\"]", "profile.single", 1),
        ] as [(String, String, Int?)])
    func whatIsRefused(_ text: String, _ rule: String, _ line: Int?) throws {
        let problem = try #require(throws: Problem.self) { try HandWrittenProfile(text, file: "p.toml") }
        #expect(problem.rule == rule && problem.place.line == line)
        #expect(!problem.message.fr.isEmpty && !problem.message.en.isEmpty)
    }
}
