import Testing

@testable import Catalog

@Suite struct ContactDetailsTests {
    @Test(arguments: [
        ("Appelez le 06 12 34 56 78.", "Appelez le ."),
        ("Tél : 05.58.00.11.22 ou 0558001122", "Tél :  ou"),
        ("+33 6 12 34 56 78", ""),
        ("+33 (0)5 58 00 11 22", ""),
        ("0033612345678 bureau", "bureau"),
        ("écrire à jeanne@exemple.fr, merci", "écrire à  merci"),
        ("0262 12 34 56 (La Réunion)", "(La Réunion)"), ("+262 262 12 34 56", ""), ("00 33 6 12 34 56 78", ""),
        ("06 12 345 678", ""), ("(0)6 12 34 56 78", ""), ("06 12 34 56 78;a@b.example", ""),
    ])
    func removed(text: String, left: String) {
        #expect(ContactDetails.removed(from: text) == left)
    }

    @Test(arguments: [
        "SIRET 751 870 494 00026", "SIRET 06220119900031", "du 01/02/2024 10 heures", "100 000 repas, 25 salariés",
        "Départements 01 07 26 38 42 69 73 74", "Ouvert 08.00-12.00 14.00-18.00", "du 01/02/24 03/04/25",
        "01000 01150", "01.02.2024 10 rue", "ouvert 7j/7 @ Dax", "code 01 23 45", "NAF 81.30Z",
    ])
    func kept(text: String) {
        #expect(ContactDetails.removed(from: text) == text)
    }
}
