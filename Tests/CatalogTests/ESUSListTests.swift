import Catalog
import Nomenclature
import Testing

@Suite struct ESUSListTests {
    private let start = Day(year: 2022, month: 3, day: 15)
    private let end = Day(year: 2027, month: 3, day: 14)

    /// Layouts that differ as the editions do.
    @Test(arguments: [
        (";SIREN;Dénomination;Département;Date de décision d'agrément ESUS;Date de fin", true, true),
        ("numero_siren,raison_sociale,date_agrement,date_echeance_agrement", true, true),
        ("Nom de l'entreprise;N° SIREN;Début d'agrément;Fin d'agrément", true, true),
        ("SIREN;Entreprise;Agrément : jusqu'au", false, true),
        ("SIREN;Structure;Agrément (date d'effet)", true, false),
        ("SIREN;Organisme;Région;Type d'agrément", false, false),
    ])
    func editions(header: String, hasStart: Bool, hasEnd: Bool) throws {
        let separator: Character = header.contains(";") ? ";" : ","
        let cells = header.split(separator: separator, omittingEmptySubsequences: false).map { column in
            let name = column.lowercased()
            if name.contains("siren") { return Fictional.siren(1) }
            if ["fin", "echeance", "jusqu"].contains(where: name.contains) { return "14/03/2027" }
            if ["date", "début"].contains(where: name.contains) { return "2022-03-15" }
            if ["nom", "entreprise", "raison", "structure", "organisme"].contains(where: name.contains) {
                return "Les Jardins du Pin"
            }
            return ""
        }
        let reading = try Reading(header + "\n" + cells.joined(separator: String(separator)) + "\n")
        #expect(reading.sources == [.esus])
        #expect(reading.problems.isEmpty)
        let record = try #require(reading.records.first)
        #expect(record.siret == nil && record.siren?.text == Fictional.siren(1))
        #expect(record.name == "Les Jardins du Pin")
        #expect(record.esus == Approval(validFrom: hasStart ? start : nil, validTo: hasEnd ? end : nil))
        #expect(record.ess == nil && record.kinds.isEmpty)
    }

    @Test func badRows() throws {
        let reading = try Reading(
            "SIREN;Dénomination;Date de décision;Fin d'agrément\n;SANS NUMÉRO;2022-03-15;\n000000011;FAUX;;\n"
                + "\(Fictional.siren(1));BON;en 2022;\n")
        #expect(reading.problems.map(\.rule) == ["siren.missing", "siren.luhn", "date.malformed"])
        #expect(reading.records.map(\.esus) == [Approval()])
    }

    @Test(arguments: [
        ("siren;nom;Agrément ESUS", "non", false), ("siren;nom;ESUS", "oui", true),
        ("siren;nom;Agrément services à la personne", "oui", false),
    ])
    func aListWithAnswersIsNotTheNationalOne(_ header: String, _ answer: String, _ isESUS: Bool) throws {
        let reading = try Reading("\(header)\n\(Fictional.siren(1));LES JARDINS;\(answer)\n")
        #expect(reading.sources == [.csv])
        #expect(reading.records.map { $0.esus != nil } == [isESUS])
    }

    @Test func datesOfOtherThingsAreNotThoseOfTheApproval() throws {
        let reading = try Reading(
            "SIREN de l'entreprise;Dénomination;Date de création;Financement;Agrément ESUS : date de fin\n"
                + "\(Fictional.siren(1));LES JARDINS;01/01/1990;FSE;31/05/2025\n")
        #expect(reading.sources == [.esus])
        let record = try #require(reading.records.first)
        #expect(record.name == "LES JARDINS")
        #expect(record.esus == Approval(validTo: Day(iso: "2025-05-31")))
    }

    @Test func aListOfTheUsersIsNotTakenForIt() throws {
        let reading = try Reading("siren,nom,agrement_esus\n\(Fictional.siren(1)),LES JARDINS,1\n")
        #expect(reading.sources == [.csv])
        #expect(reading.records.first?.esus == Approval())
    }
}
