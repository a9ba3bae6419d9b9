@testable import Bytes
import Catalog
import Nomenclature
import Testing
import Wording

@Suite struct MarcheInclusionTests {
    private func input(_ name: String, _ text: String) -> Input { Input(name: name, bytes: Array(text.utf8)) }

    private let structures = """
        [{"model": "siaes.siae", "pk": 7, "fields": {"siret": "75187049400026", "kind": "ACI", "name": "LA COLLECTERIE",
          "post_code": "93100", "city": "Montreuil", "coords": "SRID=4326;POINT (2.455 48.865)", "naf": "8899B",
          "updated_at": "2020-12-18T10:38:30.255Z", "api_entreprise_employees": "20 à 49 salariés",
          "contact_email": "x@y.fr", "contact_first_name": "Jeanne"}}]
        """

    @Test func companionFilesCompleteTheStructuresInWhateverOrder() throws {
        let inputs = [
            input(
                "09_siaeoffers.json",
                #"[{"model": "siaes.siaeoffer", "pk": 1, "fields": {"name": "Recyclage", "siae": 7}}]"#),
            input("01_siaes.json", structures),
            input("0a_networks.json", #"[{"model": "networks.network", "pk": 1, "fields": {"name": "UNEA"}}]"#),
            input("08_siae_networks.json", #"[{"model": "siaes.siae_networks", "fields": {"network": 1, "siae": 7}}]"#),
            input(
                "0c_sectors.json",
                #"[{"model": "sectors.sector", "pk": 1, "fields": {"name": "Blanchisserie"}}, {"model": "sectors.sector", "pk": 2, "fields": {"name": "Repassage"}}]"#
            ),
            input(
                "0d_labels.json",
                #"[{"model": "labels.label", "pk": 2, "fields": {"name": "ESUS"}}, {"model": "labels.label", "pk": 3, "fields": {"name": "RSEi"}}]"#
            ),
            input(
                "14_siae_labels.json",
                #"[{"model": "siaes.siaelabel", "pk": 1, "fields": {"siae": 7, "label": 2}}, {"model": "siaes.siaelabel", "pk": 2, "fields": {"siae": 7, "label": 3}}]"#
            ),
            input(
                "15_siae_activities.json",
                #"[{"model": "siaes.siaeactivity", "pk": 1, "fields": {"siae": 7, "sector": 1, "presta_type": ["PREST"], "geo_range": "CUSTOM", "geo_range_custom_distance": 30}}, {"model": "siaes.siaeactivity", "pk": 2, "fields": {"siae": 7, "sector": 2, "presta_type": ["DISP", "PREST"], "geo_range": "CUSTOM", "geo_range_custom_distance": 50}}, {"model": "siaes.siaeactivity", "pk": 3, "fields": {"siae": 99, "sector": 2, "presta_type": [], "geo_range": "COUNTRY"}}]"#
            ),
        ]
        for inputs in [inputs, inputs.reversed()] {
            let reading = try Reading(inputs)
            let record = try #require(reading.records.first)
            #expect(reading.records.count == 1)
            #expect(record.sectors == ["Blanchisserie", "Repassage"])
            #expect(record.supplyForms == ["PREST", "DISP"])
            #expect(record.perimeter == .radius(50))
            #expect(record.offers == ["Recyclage"])
            #expect(record.networks == ["UNEA"])
            #expect(record.labels == ["RSEi"])
            #expect(record.esus == Approval())
            #expect(record.workforceBand == "12" && record.employees == nil)
            #expect(record.seen == Day(year: 2020, month: 12, day: 18))
            #expect(reading.problems.map(\.rule) == ["marche.orphans"])
        }
        var importer = SupplierImporter()
        #expect(try importer.companionDigests(of: inputs[1]).isEmpty)
        for companion in inputs where companion.name != "01_siaes.json" {
            #expect(try importer.takeCompanion(companion, onProblem: { throw $0 }))
        }
        #expect(try !importer.takeCompanion(inputs[1], onProblem: { throw $0 }))
        #expect(importer.isCompleted(inputs[1]))
        #expect(try importer.companionDigests(of: inputs[1]).count == inputs.count - 1)
        #expect(try importer.companionDigests(of: Input(name: "x.csv", bytes: Array("siret;nom\n".utf8))).isEmpty)
    }

    @Test func zonesBecomeDepartementsAndRegions() throws {
        let activities =
            #"[{"model": "siaes.siaeactivity", "pk": 1, "fields": {"siae": 7, "sector": 1, "presta_type": ["PREST"], "geo_range": "ZONES", "locations": [1, 2, 3]}}]"#
        let perimeters = #"""
            [{"model": "perimeters.perimeter", "pk": 1, "fields": {"name": "Landes", "kind": "DEPARTMENT", "insee_code": "40", "region_code": "75"}},
             {"model": "perimeters.perimeter", "pk": 2, "fields": {"name": "Bretagne", "kind": "REGION", "insee_code": "R53"}},
             {"model": "perimeters.perimeter", "pk": 3, "fields": {"name": "Grenoble", "kind": "CITY", "insee_code": "38185", "department_code": "38", "region_code": "84"}}]
            """#
        let reading = try Reading([
            input("15.json", activities), input("00.json", perimeters), input("01.json", structures),
        ])
        let record = try #require(reading.records.first)
        #expect(record.perimeter == .zones(departements: ["38", "40"], regions: ["53"]))
        #expect(record.repairs.contains { $0.fr.contains("Grenoble") })
    }

    @Test func companionAlone() throws {
        let companion = input(
            "09.json", #"[{"model": "siaes.siaeoffer", "pk": 1, "fields": {"name": "Recyclage", "siae": 7}}]"#)
        #expect(throws: Problem.self) {
            _ = try SupplierImporter().read(companion, to: SupplierSink(record: { _ in }, problem: { throw $0 }))
        }
    }

    @Test(arguments: [false, true])
    func apiForm(paged: Bool) throws {
        let structure = """
            {"id": 1, "name": "ESAT DES PINS", "brand": "Les Pins", "siret": "75187049400026", "kind": "ESAT", "kind_parent": "Handicap",
             "contact_website": "https://pins.example", "city": "Dax", "post_code": "40100", "is_active": true,
             "sectors": [{"name": "Blanchisserie", "slug": "blanchisserie", "group": "Linge"}], "presta_types": ["PREST"],
             "networks": [{"name": "UNEA"}], "offers": [{"name": "Linge", "description": "Lavage ; linge@pins.example"}],
             "labels_old": [{"name": "ESUS"}], "updated_at": "2025-02-01T00:00:00Z"}
            """
        let inactive =
            #"{"siret": "79285470500029", "kind": "EI", "name": "FERMÉE", "is_active": false, "updated_at": "2025-03-01T00:00:00Z"}"#
        let list = "[\(structure), \(inactive)]"
        let reading = try Reading(
            paged ? #"{"count": 2, "next": null, "results": \#(list)}"# : list, name: "siae.json")
        let record = try #require(reading.records.first)
        #expect(reading.records.count == 2 && reading.problems.isEmpty)
        // What the Marché has withdrawn ends.
        #expect(reading.records.last?.kinds == [KindClaim(.ei, validTo: Day(iso: "2025-02-28"))])
        #expect(record.sectors == ["Blanchisserie"] && record.networks == ["UNEA"] && record.supplyForms == ["PREST"])
        #expect(record.offers == ["Linge : Lavage ;"])
        #expect(record.esus == Approval() && record.labels.isEmpty)
        #expect(record.website == "https://pins.example")
        #expect(record.brand == "Les Pins")
    }

    @Test func csvExport() throws {
        let reading = try Reading(
            """
            Raison sociale,Enseigne,Siret,Type de structure,Email de contact,Adresse,Code postal,Ville,Secteurs d'activité
            LA COLLECTERIE,La Collecterie,75187049400026,Atelier et chantier d'insertion (ACI),x@y.fr,18 Rue Saint Antoine,93100,Montreuil,"Textiles, Couture"
            """)
        let record = try #require(reading.records.first)
        #expect(reading.sources == [.marcheInclusion])
        #expect(record.kinds == [KindClaim(.aci)])
        #expect(record.sectors == ["Textiles", "Couture"])
        #expect(reading.problems.isEmpty)
    }
}
