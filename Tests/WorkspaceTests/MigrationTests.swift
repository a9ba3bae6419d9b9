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
}
