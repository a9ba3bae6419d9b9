import Catalog
import Nomenclature
import Testing

@Suite struct AnnuaireTests {
    private func enterprise(_ number: Int, _ more: String = "", category: String = "9220") -> String {
        """
        {"siren": "\(Fictional.siren(number))", "nom_complet": "LES PINS (LP)", "nom_raison_sociale": "LES PINS",
         "sigle": "LP", "nature_juridique": "\(category)", "etat_administratif": "A", "date_creation": "1998-04-12",
         "activite_principale": "81.30Z", "activite_principale_naf25": "81.30Y", "tranche_effectif_salarie": "12",
         "date_mise_a_jour": "2026-05-17T09:26:55", "dirigeants": [{"nom": "DURAND", "prenoms": "JEANNE"}],
         "siege": {"siret": "\(Fictional.siret(number))", "numero_voie": "12", "type_voie": "RUE",
           "libelle_voie": "DES PINS", "code_postal": "40100", "commune": "40088", "libelle_commune": "DAX",
           "latitude": "43.71", "longitude": "-1.05"}\(more)}
        """
    }

    private func page(_ results: String..., wrapped: Bool = true) -> String {
        let page = "{\"results\": [\(results.joined(separator: ", "))], \"total_results\": 1, \"page\": 1}"
        return wrapped ? "{\"searchTerms\": \"pins\", \"result\": \(page)}" : page
    }

    @Test(arguments: [true, false]) func enterpriseAndItsEstablishments(wrapped: Bool) throws {
        let more = """
            , "complements": {"est_ess": true, "est_siae": true, "type_siae": "ACI,EI", "est_societe_mission": false,
              "identifiant_association": "W401234567"},
            "finances": {"2022": {"ca": 1}, "2023": {"ca": 980000, "resultat_net": 3}},
            "matching_etablissements": [
              {"siret": "\(Fictional.siret(1, 2))", "adresse": "3 QUAI DE L'ADOUR 40990 SAINT-PAUL-LES-DAX",
               "est_siege": false, "etat_administratif": "F", "date_fermeture": "2024-01-31", "commune": "40279",
               "code_postal": "40990", "libelle_commune": "SAINT-PAUL-LES-DAX", "liste_enseignes": ["LE QUAI"],
               "liste_finess": ["400001234"], "latitude": "43.73", "longitude": "-1.06"},
              {"siret": "12", "adresse": ""}]
            """
        let reading = try Reading(page(enterprise(1, more), wrapped: wrapped), name: "recherche.json")
        #expect(reading.sources == [.annuaire])
        #expect(reading.dropped == ["dirigeants"])
        #expect(reading.problems.map(\.rule) == ["kind.ofWhichEstablishment", "siret.length"])
        #expect(reading.problems.allSatisfy { !$0.excerpt.contains("DURAND") })
        #expect(reading.records.count == 2)
        let enterprise = reading.records[0]
        #expect(enterprise.siret == nil && enterprise.headOffice?.text == Fictional.siret(1))
        #expect(enterprise.name == "LES PINS" && enterprise.acronym == "LP" && enterprise.kinds.isEmpty)
        #expect(enterprise.ess == true && enterprise.isMissionCompany == false && enterprise.isClosed == false)
        #expect(enterprise.otherIdentifier == "rna:W401234567" && enterprise.workforceBand == "12")
        #expect(enterprise.turnover == Amount(euros: 980_000))
        #expect(enterprise.street == "12 RUE DES PINS" && enterprise.communeCode == "40088")
        #expect(enterprise.coordinates == Coordinates(latitude: 43.71, longitude: -1.05))
        #expect(enterprise.seen == Day(year: 2026, month: 5, day: 17))
        let quay = reading.records[1]
        #expect(quay.siret?.text == Fictional.siret(1, 2) && quay.name.isEmpty && quay.brand == "LE QUAI")
        #expect(quay.street == "3 QUAI DE L'ADOUR" && quay.city == "SAINT-PAUL-LES-DAX")
        #expect(quay.isHeadOffice == false && quay.isClosed == true && quay.closedOn?.iso == "2024-01-31")
        #expect(quay.otherIdentifier == "finess:400001234" && quay.seen == enterprise.seen)
    }

    @Test func naturalPersonsAreLeftAsideWithTheirEstablishments() throws {
        let shop = #", "matching_etablissements": [{"siret": "\#(Fictional.siret(2))"}]"#
        let reading = try Reading(
            page(
                enterprise(2, shop, category: "1000"),
                enterprise(3, #", "complements": {"est_entrepreneur_individuel": true}"#, category: ""), enterprise(4)),
            name: "recherche.json")
        #expect(reading.leftAside == 2)
        #expect(reading.records.map(\.siren?.text) == [Fictional.siren(4)])
        #expect(reading.problems.isEmpty)
    }

    @Test func brokenAndMasked() throws {
        let masked = enterprise(5).replacing("\"LES PINS\"", with: "\"[NON-DIFFUSIBLE]\"")
        let foreign = enterprise(6).replacing(Fictional.siret(6), with: Fictional.siret(7))
        let reading = try Reading(
            page(masked, foreign, #"{"siren": "1", "nom_complet": "X"}"#), name: "recherche.json")
        #expect(reading.records.map(\.name) == ["", "LES PINS"])
        #expect(reading.records[1].headOffice == nil)
        #expect(reading.problems.map(\.rule) == ["headOffice.malformed", "siren.length"])
    }
}
