import Catalog
import Nomenclature
import Testing

@Suite struct ESSFranceTests {
    static let header =
        "SIREN,Nom ou raison sociale de l'entreprise,Famille juridique de l'entreprise,Code postal,Libellé de la commune de l'établissement,Code du département de l'établissement,Département de l'établissement,Région de l'établissement\n"

    @Test func listWithNumbersForIdentifiers() throws {
        let siren = try #require(Int(Fictional.siren(4_321)))
        let reading = try Reading(
            Self.header + "\(siren),LES AMIS DU LAC,Associations,1150,LAGNIEU,1,AIN,Auvergne-Rhône-Alpes\n"
                + "\(Fictional.siren(2)),COOP DU PIN,Coopératives,40100,DAX,40,LANDES,Nouvelle-Aquitaine\n"
                + "\(Fictional.siren(3)),SOLIDARITÉ,Mutuelles,,,,,\n\(Fictional.siren(5)),FONDS,Fondations,75001,PARIS,,,\n"
                + "\(Fictional.siren(6)),SANS FAMILLE,,75001,PARIS,,,\n")
        #expect(reading.sources == [.essFrance])
        #expect(reading.records.map { $0.siren?.text } == [4_321, 2, 3, 5, 6].map { Fictional.siren($0) })
        #expect(reading.records.allSatisfy { $0.siret == nil && $0.ess == true })
        #expect(reading.records.map { $0.kinds.map(\.kind) } == [[.association], [], [.mutuelle], [.fondation], []])
        #expect(reading.records[1].legalForm == "Coopérative")
        #expect(reading.records[0].postcode == "01150" && reading.records[0].city == "LAGNIEU")
        // The form of the list, not a repair of one record.
        #expect(reading.records.allSatisfy { $0.repairs.isEmpty })
        #expect(reading.problems.isEmpty)
    }

    @Test func badRows() throws {
        let reading = try Reading(
            Self.header + ",SANS NUMÉRO,Associations,40100,DAX,,,\n12345,COURT,Associations,40100,DAX,,,\n"
                + "000000011,FAUX,Associations,40100,DAX,,,\n\(Fictional.siren(7)),BON,Syndicats,abc,DAX,,,\n")
        #expect(
            reading.problems.map(\.rule) == [
                "siren.missing", "siren.length", "siren.luhn", "family.unknown", "postcode.malformed",
            ])
        #expect(reading.records.map(\.name) == ["BON"])
        #expect(reading.rejects.count == 3)
    }
}
