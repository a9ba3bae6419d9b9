import Catalog
import Nomenclature
import Testing

/// The smaller lists: GEIQ, SCOP and SCIC, the ASP flow.
@Suite struct OtherListTests {
    @Test func geiq() throws {
        let reading = try Reading(
            "GEIQ;ADRESSE;COMPLEMENT ADRESSE;VILLE;CODE POSTAL;NAF;SIRET\n"
                + "GEIQ DES PINS;12, rue des Pins;BP 3;DAX CEDEX;40102;7830Z;\t\(Fictional.siret(1))\n"
                + "GEIQ SANS NUMÉRO;;;DAX;40100;;\n;;;DAX;40100;;\(Fictional.siret(2))\n")
        #expect(reading.sources == [.geiq])
        #expect(reading.problems.map(\.rule) == ["siret.missing", "name.missing"])
        let record = try #require(reading.records.first)
        #expect(record.kinds == [KindClaim(.geiq)] && record.street == "12, rue des Pins BP 3")
        #expect(record.naf?.code == "78.30Z" && record.siret?.text == Fictional.siret(1))
    }

    static let directory =
        "Nom,Présentation,Statut juridique,Domaine(s),Région(s),Numéro SIREN,Fiche URSCOP,Adresse,Adhérent CoopTech,Notes,Latitude,Longitude\n"

    @Test func scopDirectory() throws {
        let page = "https://www.les-scop.coop/Les-Pins?field_code_naf=&page=27"
        let reading = try Reading(
            Self.directory
                + "Les Pins,\"Logiciels libres ; contact@pins.example\",SCOP,\"web, data\",Île-de-France (FR),\(Fictional.siren(1)),\(page),12 rue des Pins 40100 Dax,non,,\"43,71\",-1.05\n"
                + "Le Lac,,SCIC,,,,\(page),,,,,\nL'Étang & Cie,,Autre,,,,,Zone 12345,,,x,\n,,SCOP,,,,,,,,,\nFaux,,SCOP,,,000000011,,,,,,\n"
        )
        #expect(reading.sources == [.scop])
        #expect(
            reading.problems.map(\.rule) == ["kind.unknown", "coordinates.malformed", "name.missing", "siren.luhn"])
        #expect(
            reading.records.map(\.key) == ["siren:" + Fictional.siren(1), "les-scop:les-pins", "scop:l-etang-cie"])
        let pins = reading.records[0]
        #expect(pins.otherIdentifier == "les-scop:les-pins" && pins.kinds == [KindClaim(.scop)])
        #expect(pins.description == "Logiciels libres ;" && pins.sectors == ["web", "data"])
        #expect(pins.street == "12 rue des Pins" && pins.postcode == "40100" && pins.city == "Dax")
        #expect(pins.coordinates == Coordinates(latitude: 43.71, longitude: -1.05))
        #expect(pins.perimeter == nil)
        #expect(reading.records[2].street == "Zone 12345" && reading.records[2].postcode.isEmpty)
    }

    @Test func aspFlow() throws {
        let reading = try Reading(
            "structure_id_siae|structure_siret_actualise|structure_siret_signature|structure_denomination|structure_categorie_juridique_code|structure_code_naf|structure_adresse_mail_corresp_technique|structure_adresse_admin_numero|structure_adresse_admin_cplt_num_voie|structure_adresse_admin_type_voie|structure_adresse_admin_nom_voie|structure_adresse_admin_cp|structure_adresse_admin_commune|structure_adresse_admin_code_insee|structure_adresse_admin_telephone\n"
                + "1|\(Fictional.siret(1))||LES PINS|9220|8130Z|a@b.example|12|B|RUE|DES PINS|40100|DAX|40088|0500000000\n"
                + "2|||SANS NUMÉRO|9220|8130Z|a@b.example||||||||\nFIN***20250831***\n")
        #expect(reading.sources == [.aspSIAE])
        #expect(reading.problems.map(\.rule) == ["siret.missing"])
        #expect(
            reading.dropped == ["structure_adresse_mail_corresp_technique", "structure_adresse_admin_telephone"])
        #expect(reading.problems.allSatisfy { !$0.excerpt.contains("@") })
        let record = try #require(reading.records.first)
        #expect(record.kinds.isEmpty && record.street == "12 B RUE DES PINS" && record.communeCode == "40088")
    }
}
