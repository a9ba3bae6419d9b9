import GRDB
import Nomenclature
import Tenders
import TestSupport
import Testing
import Wording

@testable import Workspace

/// Workspaces of earlier versions of the program.
@Suite struct MigrationTests {
    /// A notice as version 1 wrote it: without the lists that lots have since.
    private static let notice = """
        {"buyers":[],"change":{"previous":"n0-01","reason":"","sections":[]},"format":"eforms","formatVersion":"","formType":"competition",\
        "id":"n1","issueDateText":"","language":"FRA","legalBasis":"","lotGroups":[],"lots":[{"accessibility":[],"additionalCPV":[],\
        "conditions":[],"criteria":[],"environmental":[],"greenCriteria":[],"id":"LOT-0001","innovation":[],"nature":"","places":[],\
        "reference":"","reservation":["none"],"social":[],"strategic":[],\
        "title":{"entries":[{"language":"FRA","text":"Tonte"}]}}],"noticeType":"","parts":[],\
        "procedure":{"additionalCPV":[],"nature":"","places":[],"type":""},"procedureID":"","subtype":"16","version":"01"}
        """

    @Test func aWorkspaceOfVersion1IsReadAndCompleted() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("old.sqlite")
        do {
            let database = try DatabasePool(path: path)
            try Schema.migrator.migrate(database, upTo: "1")
            try database.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO file (kind, name, digest, bytes, source, day) VALUES ('notices','n.xml','d',1,'eforms','2026-01-01');
                        INSERT INTO notice (id, version, procedure, issued, form, type, subtype, changes, file, payload)
                        VALUES ('n1','01','','2026-01-02','competition','','16','n0',1,?);
                        INSERT INTO contract (uid, id, buyer, buyer_name, nature, object, cpv, procedure, techniques, modalities,
                          place_code, place_type, notified, published, social, environmental, group_type, price_form, format,
                          holders, file, record)
                        VALUES ('00000201400017A','A','00000201400017','','','','','','','','','','','',0,0,'','','decp-v2','',1,1);
                        """, arguments: [Self.notice])
            }
            try database.close()
        }
        let workspace = try Workspace(path: path, create: false)
        var titles: [String] = []
        try workspace.forEachNotice { stored in
            titles += stored.notice.lots.map { stored.notice.text($0.title) }
            #expect(stored.notice.lots.allSatisfy { $0.selection.isEmpty && $0.members.isEmpty })
            #expect(stored.notice.change?.previous == "n0-01")
        }
        #expect(titles == ["Tonte"])
        #expect(try workspace.contracts().map(\.contract.id) == ["A"])
        // Its contracts are told apart by buyer and number; another key would store them again.
        #expect(try workspace.contractKey() == .uid)
        #expect(throws: Problem.self) { try workspace.setContractKey(.uidAndCPV) }
        // The notice that n1 corrects comes only now.
        _ = try workspace.importing(.notices, day: try #require(Day(iso: "2026-11-01"))) { session in
            _ = try session.begin(ImportedFile(name: "n0.xml", digest: "d0", bytes: 1))
            try session.store(PreparedNotice(Notice(format: .eForms, id: "n0")))
            try session.endFile()
        }
        #expect(try workspace.status().supersededNotices == 1)
    }

    /// A supplier record as version 2 wrote it.
    private static let supplier = """
        {"brand":"","capacity":null,"coordinates":{"latitude":43.7,"longitude":-1.05},"description":"Tonte","employees":12,\
        "esus":{"validTo":"2028-03-31"},"ess":null,"insertionShare":0.65,"kinds":[{"kind":"ACI"},{"kind":"EI"}],"labels":[],\
        "legalCategory":"9220","legalForm":"Association déclarée","naf":"81.30Z","name":"L’Essai","networks":["Un","Deux"],\
        "offers":[],"perimeter":{"zones":{"departements":["40","64"],"regions":["75"]}},"place":{"file":"liste.csv","line":4},\
        "postcode":"40100","repairs":[{"fr":"réparé","en":"repaired"}],"sectors":["Espaces verts"],"seen":"2026-01-02",\
        "siret":"00000201400017","source":"csv","street":"","supplyForms":[],"turnover":1234500,"website":"","city":"DAX"}
        """

    @Test func supplierRecordsOfVersion2AreKept() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("old.sqlite")
        do {
            let database = try DatabasePool(path: path)
            try Schema.migrator.migrate(database, upTo: "2")
            try database.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO file (kind, name, digest, bytes, source, day) VALUES ('suppliers','liste.csv','d',1,'csv','2026-01-01');
                        INSERT INTO supplier_record (key, source, digest, file, payload) VALUES ('00000201400017','csv','x',1,?);
                        INSERT INTO supplier_record (key, source, digest, file, payload)
                        VALUES ('finess:990000001','esat','y',1,
                                '{"name":"ESAT","otherIdentifier":"finess:990000001","kinds":[],"place":{"file":"liste.csv"},"perimeter":{"radius":{"_0":30}}}');
                        """, arguments: [Self.supplier])
            }
            try database.close()
        }
        let workspace = try Workspace(path: path, create: false)
        let suppliers = try workspace.suppliers()
        #expect(suppliers.map(\.key) == ["00000201400017", "finess:990000001"])
        let supplier = try #require(suppliers.first)
        #expect(supplier.name == "L’Essai" && supplier.postcode == "40100" && supplier.city == "DAX")
        #expect(supplier.kinds.map(\.kind) == [.ei, .aci, .association])
        #expect(supplier.esus.map(\.validTo) == [Day(iso: "2028-03-31")])
        #expect(supplier.naf == NAF("81.30Z") && supplier.legalCategory == "9220")
        #expect(supplier.perimeter == .zones(departements: ["40", "64"], regions: ["75"]))
        #expect(supplier.employees == 12 && supplier.insertionShare == 0.65)
        #expect(supplier.turnover == Amount(units: 1_234_500))
        #expect(
            supplier.networks == ["Un", "Deux"] && supplier.sectors == ["Espaces verts"] && supplier.offers.isEmpty)
        #expect(supplier.repairs == [Phrase("réparé", "repaired")])
        #expect(supplier.kinds[0].evidence[0].seen == Day(iso: "2026-01-02"))
        #expect(supplier.kinds[0].evidence[0].place == Place(file: "liste.csv", line: 4))
        #expect(suppliers[1].perimeter == .radius(30) && suppliers[1].esus.isEmpty)
        // The file is read again when it comes again: the readers have learnt since.
        _ = try workspace.importing(.suppliers, day: try #require(Day(iso: "2026-11-01"))) { session in
            #expect(try session.begin(ImportedFile(name: "liste.csv", digest: "d", bytes: 1)))
            try session.endFile(source: "csv")
        }
    }
}
