import Nomenclature
import Testing

@testable import Catalog

/// The small readers that several importers share.
@Suite struct ImportWordsTests {
    @Test(
        arguments: [
            (["siret", "Nom", "contact_email", "Téléphone", "Ville"], ["contact_email", "Téléphone"]),
            (["Nom", "Nom commercial", "Site web", "Référence client 1", "Présentation"], []),
            (["SIRET", "Civilité", "Nom", "Prénom", "Raison sociale"], ["Civilité", "Nom", "Prénom"]),
            (["Nom", "SIRET", "Adresse", "Prénom du référent"], ["Prénom du référent"]),
            (["Nom du dirigeant", "Nom de la structure"], ["Nom du dirigeant"]),
            (["contact_first_name", "contact_website", "Site web du contact"], ["contact_first_name"]),
            (
                ["Téléphone du site", "N° de portable", "Atelier mobile", "Fax"],
                ["Téléphone du site", "N° de portable", "Fax"]
            ),
            (["est_achats_responsables", "Responsable de site", "Responsable"], ["Responsable"]),
            (
                ["nomUniteLegale", "siren", "prenom1UniteLegale", "denominationUniteLegale"],
                ["nomUniteLegale", "prenom1UniteLegale"]
            ),
            (["E-mail", "Adresse mail", "Adresse", "Mél"], ["E-mail", "Adresse mail", "Mél"]),
        ] as [([String], [String])])
    func personalColumns(header: [String], personal: [String]) {
        #expect(PersonalColumns.among(header) == personal)
    }

    @Test(
        arguments: [
            ("20 à 49 salariés", "12"), ("1 ou 2 salariés", "01"), ("1 000 à 1 999 salariés", "42"),
            ("10 000 salariés et plus", "53"), ("Non renseigné", nil), ("7 à 8 salariés", nil),
        ] as [(String, String?)])
    func workforceBandInWords(label: String, code: String?) {
        #expect(WorkforceWords.code(label: label) == code)
    }

    @Test(
        arguments: [("01", "01"), ("1", "01"), ("NN", "NN"), ("11.0", "11"), ("54", nil), ("", nil)]
            as [(String, String?)])
    func workforceBandByCode(text: String, code: String?) {
        #expect(WorkforceWords.code(text) == code)
    }

    @Test(arguments: [
        ("116 rue des Pins 40100 Dax", "116 rue des Pins", "40100", "Dax"),
        ("ZA 10000, 12 rue du Lac, 40990 Saint-Paul-lès-Dax", "ZA 10000 12 rue du Lac", "40990", "Saint-Paul-lès-Dax"),
        ("Zone 12345", "Zone 12345", "", ""), ("Dax", "Dax", "", ""), ("", "", "", ""),
    ])
    func addresses(text: String, street: String, postcode: String, city: String) {
        let address = PostalAddress(text)
        #expect(address.street == street && address.postcode == postcode && address.city == city)
    }

    /// The origin of the projection, and communes whose Lambert coordinates INSEE publishes.
    @Test func lambert93() throws {
        let origin = try #require(Lambert93.coordinates(x: 700_000, y: 6_600_000))
        #expect(abs(origin.latitude - 46.5) < 1e-7 && abs(origin.longitude - 3) < 1e-7)
        // Notre-Dame de Paris.
        let paris = try #require(Lambert93.coordinates(x: 652_364, y: 6_861_700))
        #expect(paris.distance(to: Coordinates(latitude: 48.853, longitude: 2.350)) < 0.5)
        #expect(Lambert93.coordinates(x: 338_900, y: 7_690_100) == nil)
        #expect(Lambert93.coordinates(x: .nan, y: .infinity) == nil)
    }
}
