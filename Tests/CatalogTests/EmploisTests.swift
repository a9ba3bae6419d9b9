import Catalog
import Nomenclature
import Testing

@Suite struct EmploisTests {
    private func structure(_ number: Int, kind: String = "ACI", jobs: String = "") -> String {
        """
        {"id": "x", "cree_le": "2019-12-05T15:37:56+01:00", "mis_a_jour_le": "2025-10-22T18:02:06+02:00",
         "siret": "\(Fictional.siret(number))", "type": "\(kind)", "raison_sociale": "LES PINS", "enseigne": "Les Pins",
         "telephone": "0500000000", "courriel": "a@pins.example", "site_web": "https://pins.example",
         "description": "Espaces verts. Appelez le 05 00 00 00 00.", "bloque_candidatures": false,
         "addresse_ligne_1": "12 rue des Pins", "addresse_ligne_2": "BP 3", "code_postal": "40100", "ville": "Dax",
         "departement": "40", "postes": [\(jobs)]}
        """
    }

    @Test(arguments: [true, false]) func structuresAndTheirJobs(paged: Bool) throws {
        let long = Array(repeating: "tonte", count: 200).joined(separator: " ")
        let jobs = """
            {"id": 1, "rome": "Nettoyage de locaux (K2204)", "description": "Bureaux.\\r\\nÉcrire à b@pins.example",
             "appellation_modifiee": "Agent d'entretien / 26 h"},
            {"id": 2, "rome": "Espaces verts (A1203)", "description": "\(long)", "appellation_modifiee": ""},
            {"id": 3, "rome": "Espaces verts (A1203)", "description": null},
            {"id": 4, "rome": "Espaces verts (A1203)", "description": null}
            """
        let list = "[\(structure(1, jobs: jobs))]"
        let reading = try Reading(
            paged ? #"{"count": 1, "next": null, "results": \#(list)}"# : list, name: "siaes.json")
        #expect(reading.sources == [.emplois])
        #expect(reading.problems.isEmpty)
        #expect(reading.dropped == ["telephone", "courriel"])
        let record = try #require(reading.records.first)
        #expect(record.siret?.text == Fictional.siret(1) && record.kinds == [KindClaim(.aci)])
        #expect(record.description == "Espaces verts. Appelez le .")
        #expect(record.street == "12 rue des Pins BP 3" && record.website == "https://pins.example")
        #expect(record.seen == Day(year: 2025, month: 10, day: 22))
        #expect(record.offers.count == 3)
        #expect(record.offers[0] == "Agent d'entretien / 26 h : Bureaux. Écrire à")
        #expect(record.offers[1].hasPrefix("Espaces verts : tonte tonte") && record.offers[1].hasSuffix(" …"))
        #expect(record.offers[1].count < 430)
        #expect(record.offers[2] == "Espaces verts")
    }

    @Test func badRecords() throws {
        let reading = try Reading(
            "[\(structure(1, kind: "OPCS")), \(structure(2).replacing(Fictional.siret(2), with: "")), \(structure(3))]",
            name: "siaes.json")
        #expect(reading.problems.map(\.rule) == ["kind.unknown", "siret.missing"])
        #expect(reading.problems.map(\.place.record) == [1, 2])
        #expect(reading.problems.allSatisfy { !$0.excerpt.contains("@") && !$0.excerpt.contains("05") })
        #expect(reading.records.count == 2)
    }
}
