import Catalog
import Foundation
import Matching
import Nomenclature
import Testing
import Wording

@testable import Reports

@Suite struct ExplanationPageTests {
    private static let gardener = "00000000000000"

    private static func sheet(
        asked: String = gardener, top: Int = 20, absences: [ExplanationSheet.Absence] = []
    ) throws -> ExplanationSheet {
        var gardener = Supplier(key: Self.gardener)
        gardener.name = "Les Jardins <du> Marsan"
        gardener.kinds = [
            HeldKind(
                .aci,
                evidence: [Evidence(source: "asp-siae", place: Place(file: "liste.csv"), seen: Day(iso: "2024-01-15"))])
        ]
        gardener.sectors = ["Création et entretien des espaces verts"]
        gardener.description = "Débroussaillage et entretien de berges"
        gardener.communeCode = "40046"
        gardener.city = "Biscarrosse"
        gardener.perimeter = Perimeter("dep:40")
        var laundry = Supplier(key: "00000000000018")
        laundry.name = "Linge Clair"
        laundry.sectors = ["Blanchisserie"]
        laundry.communeCode = "40192"
        let need = Need(
            text: "Entretien des espaces verts et débroussaillage", cpv: [CPV(number: 77_310_000)],
            place: "Mont-de-Marsan", value: Amount(euros: 120_000), day: try Samples.day("2024-03-04"))
        let explanations = MatchEngine(suppliers: [gardener, laundry]).explain(need, key: asked, RankingOptions())
        return ExplanationSheet(
            lot: MatchSheet(need: need, buyer: "Ville d’Essai", matches: []), asked: asked, top: top,
            explanations: explanations, absences: absences, others: absences.isEmpty ? [] : [laundry])
    }

    /// No-break spaces as spaces.
    private static func plain(_ text: String) -> String {
        text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    @Test func theTerminalInFrench() throws {
        #expect(Self.plain(try Self.sheet().text(.french, width: 80)) == Self.golden)
    }

    @Test(arguments: Language.allCases, [40, 80, 120])
    func noLineIsLonger(_ language: Language, width: Int) throws {
        let sheets = try [
            Self.sheet(), Self.sheet(asked: "00000000000018"), Self.sheet(top: 0),
            Self.sheet(
                asked: "1",
                absences: [
                    .unknown, .closed(name: "Ancienne", since: Day(iso: "2020-01-02")), .notListed(name: "Autre"),
                ]),
        ]
        for line in sheets.map({ $0.text(language, width: width) }).joined().split(separator: "\n") {
            #expect(DisplayWidth.of(line) <= width, "\(line)")
        }
    }

    @Test func thePageIsEscapedAndSaysWhy() throws {
        let page = ExplanationPage([try Self.sheet()], language: .english).html
        #expect(page.contains("Les Jardins &lt;du&gt; Marsan") && !page.contains("<du>"))
        #expect(page.contains("the only supplier that fits"))
        let absent = ExplanationPage(
            [try Self.sheet(asked: "1", absences: [.closed(name: "A & B", since: nil)])], language: .french
        ).html
        #expect(absent.contains("A &amp; B est fermée") && absent.contains("Linge Clair"))
    }

    @Test(arguments: [(gardener, "listed"), ("00000000000018", "tooLittleTrade")])
    func theJSONHasTheStableForm(_ asked: String, outcome: String) throws {
        let text = try Self.sheet(asked: asked).json(.french).pretty
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let structures = try #require(json["structures"] as? [[String: Any]])
        let structure = try #require(structures.first)
        #expect(structure["outcome"] as? String == outcome)
        let points = try #require(structure["points"] as? [[String: Any]])
        let sum = points.compactMap { $0["points"] as? Double }.reduce(0, +)
        #expect(abs(sum - (structure["score"] as? Double ?? -1)) < 0.001)
        for key in ["words", "codes", "place", "size", "gaps", "eligibility", "unheardWords", "criteria", "rank", "of"]
        {
            #expect(structure[key] != nil, "\(key)")
        }
    }

    private static let golden = """
        Entretien des espaces verts et débroussaillage
        Ville d’Essai · 40000 Mont-de-Marsan · 120 000 €

        Les Jardins <du> Marsan
        00000000000000 · ACI · Biscarrosse
        seule structure qui convienne

        Le score, point par point
        Critère     Valeur   Poids  Points  Pourquoi
        ──────────  ──────  ──────  ──────  ────────────────────────────────────────────
        texte         0,67  27,0 %   +56,0  2 mots du lot : « Entretien des espaces
                                            verts », « débroussaillage »
        codes CPV     0,65  16,9 %   +33,9  CPV 77310000 : secteur « Création et
                                            entretien des espaces verts »
        lieu          0,73  47,3 %   −11,6  à 79 km ; intervient sur ce lieu : 40000
                                            Mont-de-Marsan
        capacité      0,70   3,4 %    −0,9  taille de la structure inconnue
        références    0,30   5,4 %    −3,4  pas de marché comparable connu
        score                         74,0

        Les mots du lot
        Mot                               Poids  Points  Où elle le dit
        ───────────────────────────────  ──────  ──────  ───────────────────────────────
        Entretien des espaces verts      35,5 %    23,7  nom, secteurs, description et
        (métier)                                         offres
        débroussaillage                  16,1 %     8,1  description et offres
        Entretien                        16,1 %     9,9  secteurs, description et offres
        espaces                          16,1 %     7,2  secteurs
        verts                            16,1 %     7,2  secteurs

        Les codes
        Code du lot            CPV   D’où vient le sien     Proximité  Confiance  Valeur
        ─────────────────────  ────  ─────────────────────  ─────────  ─────────  ──────
        CPV 77310000           773   secteur « Création et       0,65       1,00    0,65
                                     entretien des espaces
                                     verts »
        CPV 77310000           7731  secteur « Création et       0,85       0,60    0,51
                                     entretien des espaces
                                     verts »
        métier lu dans le      773   secteur « Création et       0,65       0,75    0,49
        texte (« Entretien           entretien des espaces
        des espaces verts »)         verts »
        métier lu dans le      7731  secteur « Création et       0,65       0,45    0,29
        texte (« Entretien           entretien des espaces
        des espaces verts »)         verts »

        Éligibilité
        • éligible
        • lot non réservé

        Ce que l’on ne sait pas, et ce qu’il y a à gagner
        • aucun code CPV déclaré : indiquez ceux du métier
        • activité (NAF) inconnue ou qui ne dit rien du métier : la description et les
          secteurs doivent le dire
        • effectif et chiffre d’affaires inconnus : complétez la fiche (0,9 point au
          plus)
        • aucun marché comparable dans les données d’attribution lues : importez les
          données essentielles (DECP) (3,4 points au plus)
        """ + "\n"
}
