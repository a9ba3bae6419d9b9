import Bytes
import Nomenclature
import TestSupport
import Testing
import Wording

@testable import Tenders

/// The eighteen real notices of the BOAMP: a line a file.
@Suite(.enabled(if: Corpus.isPresent)) struct BOAMPCorpusTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var idweb, version, formType, buyer, title: String
        var deadline: String?
        var cpv: String?
        var lots: Int
        var testDescription: String { idweb }

        init(
            _ idweb: String, _ version: String, _ formType: String, buyer: String, title: String,
            deadline: String? = nil, cpv: String? = nil, lots: Int = 1
        ) {
            self.idweb = idweb
            self.version = version
            self.formType = formType
            self.buyer = buyer
            self.title = title
            self.deadline = deadline
            self.cpv = cpv
            self.lots = lots
        }
    }

    static let rows: [Row] = [
        Row(
            "16-138580", "2.30", "result", buyer: "Communauté d'Agglomération de Saintes",
            title: "Etude prospective à la fois technique"),
        Row("16-178891", "2.30", "result", buyer: "Université paris Sud", title: "Plan de déplacement Campus"),
        Row(
            "16-181902", "2.30", "competition", buyer: "Grand Port Maritime de Marseille",
            title: "Mission de maîtrise d'oeuvre pour la conception d'un ouvrage d'art",
            deadline: "2017-01-30T16:00:00+01:00", cpv: "71240000"),
        Row(
            "16-183123", "2.30", "result", buyer: "Ville de Troyes",
            title: "réalisation, fabrication, impression et diffusion de catalogues", lots: 3),
        Row(
            "16-185754", "2.30", "result", buyer: "ville de Fécamp", title: "mise en oeuvre d'une aire de glisse",
            cpv: "45212100"),
        Row(
            "16-186173", "2.30", "competition", buyer: "COMMUNE DE LES ANDELYS", title: "Ville des andelys",
            deadline: "2017-02-28T12:00:00+01:00", cpv: "65110000"),
        Row(
            "16-186394", "2.30", "competition", buyer: "Ville de Paris",
            title: "2016 DFA 167 - Prestations de remorquage",
            deadline: "2017-02-07T12:00:00+01:00", cpv: "50118110", lots: 2),
        Row(
            "16-652", "2.30", "competition", buyer: "CHU St Etienne",
            title: "DAMR 2016/01 PRESTATION D'INTERIM MEDICAL",
            deadline: "2016-01-25T16:00:00+01:00", cpv: "79625000"),
        Row("17-1028", "2.30", "result", buyer: "Bordeaux Métropole", title: "Aménagement d'un parking de 116 places"),
        Row(
            "17-1515", "2.30", "result", buyer: "Communauté d'agglomérat. du gapençais",
            title: "Fourniture de polymères",
            cpv: "24542000"),
        Row(
            "17-22464", "2.30", "competition", buyer: "Cté de Cnes Pyrénées Audoises",
            title: "CONTRAT DE CONCESSION - GESTION ET EXPLOITATION", deadline: "2017-03-15T16:00:00+01:00",
            cpv: "09000000"),
        Row("17-4742", "2.30", "result", buyer: "CHU St Etienne", title: "DAMR 2016/01 PRESTATION", cpv: "79625000"),
        Row("17-8864", "2.30", "result", buyer: "Inter Rhône", title: "Programme de Promotion des vins AOC"),
        Row(
            "26-87466", "3.2.5 EFORMS (eforms-sdk-1.13)", "competition", buyer: "CCI DU LOIRET",
            title: "Réalisation du magazine", deadline: "2026-10-12T15:30:00+01:00", cpv: "92312211", lots: 2),
        Row(
            "26-88069", "3.2.5 FNSimple", "competition", buyer: "Communauté de Communes des 7 Vallées",
            title: "ACQUISITION DE MATERIELS ROULANTS", deadline: "2026-10-08T12:00:00", cpv: "34620000", lots: 2),
        Row(
            "26-88074", "3.2.5 FNSimple", "competition", buyer: "SDIS 13", title: "M874 - Location de bouteilles",
            deadline: "2026-10-02T10:00:00Z", cpv: "37412220"),
        Row(
            "26-88099", "3.2.5 MAPA", "competition", buyer: "Ville de Saint Cyprien (66)",
            title: "Accord-cadre pour la fourniture",
            deadline: "2026-10-01T15:00:00", lots: 3),
        Row(
            "26-88471", "3.2.5 DSP", "competition", buyer: "Communauté de Communes du Val Briard",
            title: "Délégation de service public relative à la gestion", deadline: "2026-10-16T18:00:00",
            cpv: "85312110"),
    ]

    private func read(_ idweb: String) throws -> Notice {
        try readNotice(Corpus.path("notices/boamp/\(idweb).xml"))
    }

    @Test(arguments: rows) func notice(_ row: Row) throws {
        let notice = try read(row.idweb)
        #expect(notice.format == .boamp)
        #expect(notice.index?.idweb == row.idweb)
        #expect(notice.formatVersion == row.version)
        #expect(notice.formType == row.formType)
        #expect(notice.buyers.map(\.name) == [row.buyer])
        #expect(notice.text(notice.procedure.title).hasPrefix(row.title))
        #expect(notice.procedure.mainCPV == row.cpv)
        #expect(notice.lots.count == row.lots)
        #expect(notice.lots.map { $0.deadline?.iso } == Array(repeating: row.deadline, count: row.lots))
        #expect(notice.lots.allSatisfy { $0.title != nil })
        #expect(notice.language == "FRA")
        #expect(notice.index?.departements.isEmpty == false)
        #expect(notice.index?.descriptors.isEmpty == false)
        #expect(notice.publicationDate != nil && notice.issueDate != nil && notice.index?.displayedUntil != nil)
        if !row.version.contains("EFORMS") {
            #expect(notice.id == "boamp:" + row.idweb)
            #expect(notice.publicationNumber == row.idweb)
        }
        // Nothing of the real notices is reserved, whatever their traps say.
        #expect(!notice.lots.contains { $0.isFlaggedReserved })
    }

    @Test func everyFileOfTheFolderHasItsLine() throws {
        var names: [String] = []
        try InputWalker().forEach([Corpus.path("notices/boamp")], onProblem: { throw $0 }) { input in
            if input.name.hasSuffix(".xml"), let name = input.name.split(separator: "/").last {
                names.append(String(name.dropLast(4)))
            }
        }
        #expect(names.sorted() == Self.rows.map(\.idweb).sorted())
    }

    @Test func placesInWordsAreKeptAndUnderstoodWhereTheyAreClear() throws {
        let lots = try read("26-88069").lots
        #expect(lots.map { $0.places.first?.postcode } == ["62870", "62870"])
        #expect(lots.map { $0.places.first?.city } == ["Campagne-lès-Hesdin", "Campagne-lès-Hesdin"])
        #expect(lots[0].places.first?.description == "4 hameau de la Briquetterie, 62870 CAMPAGNE LES HESDIN")
        let vague = try #require(try read("26-88069").procedure.places.first)
        #expect(vague.description == "Plusieurs lieux" && vague.postcode.isEmpty && vague.nuts.isEmpty)
        #expect(try read("26-88074").procedure.places.first?.nuts == "FRL04")
        let axat = try #require(try read("17-22464").lots[0].places.first)
        #expect(axat.nuts == "FR811" && axat.postcode == "11140" && axat.city == "Axat")
        let paris = try #require(try read("16-186394").lots[0].places.first)
        #expect(paris.nuts == "FR10" && paris.description == "Paris ou proche banlieue" && paris.city.isEmpty)
        #expect(try read("17-1515").index?.placeDepartements == ["05"])
        #expect(try read("17-1028").index?.performanceDepartements == ["33"])
    }

    @Test func criteriaInTheirShapes() throws {
        func criteria(_ idweb: String) throws -> [String] {
            let notice = try read(idweb)
            return notice.lots[0].criteria.map {
                [$0.type, String(notice.text($0.name).prefix(12)), $0.weight ?? "-"].joined(separator: "|")
            }
        }
        #expect(try criteria("17-4742") == ["price|Prix|60", "|Valeur techn|40"])
        #expect(try criteria("16-181902") == ["quality|Valeur techn|50", "price|Prix|50"])
        #expect(try criteria("17-22464").map { $0.prefix(5) } == ["cost|", "cost|", "cost|"])
        // In the documents, or by the price alone for the second lot.
        #expect(try criteria("17-8864").isEmpty)
        #expect(try read("16-186394").lots[1].criteria.map(\.type) == ["price"])
    }

    @Test func awardsWithTheirHolders() throws {
        let fecamp = try read("16-185754").lots[0]
        #expect(fecamp.id == "2016-52")
        #expect(fecamp.result?.status == "selec-w")
        #expect(fecamp.result?.tenders == 3)
        #expect(fecamp.result?.winners.count == 1)
        #expect(fecamp.result?.winners[0].holders.map(\.city) == ["TARNOS", "CAEN", "PARIS"])
        #expect(fecamp.result?.winners[0].value?.usableEuros == Amount(euros: 348_852))
        #expect(fecamp.result?.winners[0].concluded == "2016-12-26")
        let gap = try read("17-1515").lots[0].result
        #expect(gap?.winners.map { $0.holders[0].postcode } == ["78000", "67630", "13567", "42163", "30100"])
        #expect(gap?.statistics == [SubmissionCount(code: "tenders", count: 6)])
        #expect(gap?.winners.allSatisfy { $0.value == nil } == true)
        let saintes = try read("16-138580")
        #expect(saintes.lots[0].result?.winners[0].holders[0].name == "SARL ENVIRONNEMENT & SOLUTIONS")
        #expect(saintes.lots[0].result?.winners[0].concluded == "2017-02-06")
        #expect(saintes.totalValue?.usableEuros == Amount(euros: 38_820))
        #expect(try read("17-1028").lots[0].result?.winners[0].value?.amount.decimal == "159691.60")
        let troyes = try read("16-183123")
        #expect(troyes.lots.map(\.id) == ["1", "2", "3"])
        // Without award as a whole, awarded lot by lot, without any holder: left open.
        #expect(troyes.lots.map { $0.result?.status } == ["", "", ""])
    }

    @Test func noticesOfOnePurchaseShareItsFirstNumber() throws {
        let call = try read("16-652")
        let award = try read("17-4742")
        #expect(award.earlierPublications == ["16-652"])
        #expect(award.procedureID == call.procedureID)
        #expect(try read("16-183123").earlierPublications == ["16-155545", "16-159242"])
        #expect(try read("16-183123").procedureID == "16-155545")
    }

    @Test func whatElseTheFormsSay() throws {
        let paris = try read("16-186394")
        #expect(paris.lots.map { $0.conditions.count } == [1, 1])
        #expect(paris.lots[0].framework == "ACCORD_CADRE" && paris.procedure.type == "open")
        #expect(paris.lots[0].renewalDescription != nil && paris.lots[0].options != nil)
        #expect(paris.index?.hasEnvironmentalCriteria == true && paris.index?.hasSocialCriteria == false)
        #expect(paris.procedure.nature == "services" && paris.buyerLegalType == "ra")
        #expect(try read("26-88069").procedure.type == "PROCEDURE_ADAPTE")
        #expect(try read("26-88069").procedure.value.map { $0.usableEuros == nil } == true)
        #expect(try read("26-88074").lots[0].framework == "ACCORD_CADRE")
        #expect(try read("16-652").lots[0].term?.months == 34)
        #expect(try read("16-181902").lots[0].additionalCPV == ["79311000", "71335000"])
        #expect(try read("16-181902").value(of: try read("16-181902").lots[0]) == Amount(euros: 50_000))
        let nursery = try read("26-88471")
        #expect(nursery.index?.hasSocialCriteria == true)
        #expect(nursery.lots[0].deadline?.kind == .requests && nursery.lots[0].term?.months == 72)
        #expect(nursery.lots[0].mainCPV == "85312110" && nursery.lots[0].additionalCPV.isEmpty)
        #expect(nursery.procedure.reservation == ["none"])
        // Contact persons are not read.
        let text = String(describing: try Self.rows.map { try read($0.idweb).buyers })
        #expect(!text.contains("EMERY") && !text.contains("DEMONCHEAUX") && !text.contains("@"))
    }
}
