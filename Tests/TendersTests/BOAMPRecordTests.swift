import Bytes
import Foundation
import TestSupport
import Testing
import Wording

@testable import Tenders

/// Records of the BOAMP's API. No record of it is in the corpus: these are written after the fields that clients of the
/// API use, with organisations that do not exist.
@Suite struct BOAMPRecordTests {
    static func text(_ value: Any) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]), as: UTF8.self)
    }

    static func record(_ donnees: String?, _ more: [String: Any] = [:]) -> [String: Any] {
        var record: [String: Any] = [
            "idweb": "26-90010", "id": "26-90010", "objet": "Entretien des espaces verts", "famille": "FNS",
            "perimetre": "FNSimple", "nature": "APPEL_OFFRE", "etat": "INITIAL", "code_departement": ["5", "20A"],
            "dateparution": "2026-09-11", "datefindiffusion": "2026-10-08",
            "datelimitereponse": "2026-10-08T10:00:00+00:00", "nomacheteur": "Commune d'Exemple",
            "type_marche": ["SERVICES"], "type_procedure": "PROCEDURE_ADAPTE", "descripteur_code": ["116"],
            "descripteur_libelle": ["Espaces verts"], "criteres": ["sociaux"], "titulaire": NSNull(),
            "annonce_lie": NSNull(), "url_avis": "https://www.boamp.fr/pages/avis/?q=idweb:26-90010",
            "donnees": donnees ?? NSNull(), "gestion": NSNull(),
        ]
        for (key, value) in more { record[key] = value }
        return record
    }

    /// Version 2.30, the older records.
    static var old: [String: Any] {
        [
            "IDENTITE": [
                "DENOMINATION": "Commune d'Exemple", "TYPE_IDENT_NATIONAL": ["SIRET": ""],
                "CODE_IDENT_NATIONAL": "732 829 320 00074", "CP": "05000", "VILLE": "Gap",
            ],
            "OBJET": [
                "TITRE_MARCHE": "Entretien des espaces verts & massifs", "OBJET_COMPLET": "Tonte et taille",
                "CPV": ["PRINCIPAL": "77310000"], "LIEU_EXEC_LIVR": ["ADRESSE": "Hautes-Alpes"],
                "DUREE_DELAI": ["DUREE_MOIS": 12], "MARCHE_RESERVE_OUI": ["ATELIERS_PROTEGES": ""],
                "LOTS": [
                    "LOT": [
                        "NUM": 1, "INTITULE": "Tonte", "CPV": [["PRINCIPAL": "77310000"], ["PRINCIPAL": "77340000"]],
                    ]
                ],
            ],
            "PROCEDURE": [
                "TYPE_PROCEDURE": ["OUVERT": ""],
                "CRITERES_ATTRIBUTION": [
                    "CRITERES_PONDERES": [
                        "CRITERE": [["@POIDS": "60", "#text": "Prix"], ["POIDS": "40", "#TEXT": "Insertion"]]
                    ]
                ],
            ],
            "CONDITION_DELAI": ["RECEPT_OFFRES": "2026-10-08T12:00:00"],
        ]
    }

    static var simple: [String: Any] {
        [
            "FNSimple": [
                "organisme": [
                    "nomOfficiel": "Commune d'Exemple", "codeIdentificationNational": "73282932000074", "cp": "05000",
                ],
                "initial": [
                    "natureMarche": [
                        "intitule": "Entretien des espaces verts",
                        "codeCPV": ["objetPrincipal": ["classPrincipale": "77310000"]],
                        "natureMarche": ["services": ""], "reservationMarche": ["oui": NSNull()],
                        "valeurEstimee": ["@devise": "EUR", "valeur": "42000"],
                    ],
                    "procedure": ["procedureAdapteeO": "", "dateReceptionOffres": "2026-10-08T12:00:00"],
                    "lots": ["lot": [["description": "Tonte"], ["description": "Taille"]]],
                ],
            ] as [String: Any]
        ]
    }

    private func read(_ text: String, onProblem: (Problem) throws -> Void = { throw $0 }) throws -> [Notice] {
        let folder = try TemporaryFolder()
        var notices: [Notice] = []
        try InputWalker().forEach([try folder.write("avis.json", text)], onProblem: { throw $0 }) {
            try NoticeReader().read($0, onProblem: onProblem) { notices.append($0) }
        }
        return notices
    }

    private func one(_ record: [String: Any]) throws -> Notice {
        let notices = try read(try Self.text(record))
        try #require(notices.count == 1)
        return notices[0]
    }

    @Test func anOlderRecord() throws {
        let notice = try one(Self.record(try Self.text(Self.old)))
        #expect(notice.id == "boamp:26-90010")
        #expect(notice.formatVersion == "API 2.30")
        #expect(notice.formType == "competition" && notice.noticeType == "FNS")
        #expect(notice.buyers.map(\.identifier) == ["73282932000074"])
        #expect(notice.text(notice.procedure.title) == "Entretien des espaces verts & massifs")
        #expect(notice.procedure.mainCPV == "77310000" && notice.procedure.type == "open")
        #expect(notice.procedure.places.map(\.nuts) == ["FRL02"])
        #expect(notice.procedure.reservation == ["res-ws"])
        #expect(notice.lots.map { notice.text($0.title) } == ["Tonte"])
        #expect(notice.lots[0].additionalCPV == ["77340000"] && notice.lots[0].term?.months == 12)
        #expect(notice.lots[0].criteria.map(\.weight) == ["60", "40"])
        #expect(notice.lots[0].criteria.map { notice.text($0.name) } == ["Prix", "Insertion"])
        #expect(notice.lots[0].deadline?.iso == "2026-10-08T12:00:00")
        #expect(notice.lots[0].nature == "services")
        #expect(notice.index?.departements == ["05", "2A"])
        #expect(notice.index?.hasSocialCriteria == true && notice.index?.descriptors.map(\.code) == ["116"])
        #expect(notice.index?.url?.hasSuffix("26-90010") == true && notice.publicationDate == "2026-09-11")
    }

    @Test func aRecordOfTheSimpleForm() throws {
        let notice = try one(Self.record(try Self.text(Self.simple)))
        #expect(notice.formatVersion == "API FNSimple")
        #expect(notice.lots.map { notice.text($0.title) } == ["Tonte", "Taille"])
        #expect(notice.lots.map(\.reservation) == [["res-ws"], ["res-ws"]])
        #expect(notice.procedure.value?.usableEuros?.decimal == "42000.00")
        #expect(notice.procedure.type == "PROCEDURE_ADAPTE")
    }

    /// The same notice from the XML and from the API is one.
    @Test func theKeyIsTheSameInEveryShape() throws {
        let xml =
            "<jo:ann xmlns:jo=\"http://boamp.journal-officiel.gouv.fr/XML/3.2.5\"><DONNEES><FNSimple/></DONNEES>"
            + "<GESTION><REFERENCE><IDWEB>26-90010</IDWEB></REFERENCE></GESTION></jo:ann>"
        let folder = try TemporaryFolder()
        let first = try readNotice(try folder.write("a.xml", xml))
        let second = try one(Self.record(try Self.text(Self.simple)))
        let third = try one(Self.record(nil))
        #expect(Set([first.id, second.id, third.id]) == ["boamp:26-90010"])
        // The summary is the lower version, so that it never replaces the notice.
        #expect(first.version == second.version && third.version < first.version)
    }

    @Test(.enabled(if: Corpus.isPresent), arguments: BOAMPCorpusTests.rows.map(\.idweb))
    func aRealNoticeAsARecordIsTheSameNotice(_ idweb: String) throws {
        let path = Corpus.path("notices/boamp/\(idweb).xml")
        let document = try XMLAsJSON.read(path)
        var record = Self.record(
            try Self.text(document["DONNEES"] ?? [:]), ["idweb": idweb, "url_avis": NSNull(), "criteres": NSNull()])
        record["gestion"] = try Self.text(document["GESTION"] ?? [:])
        var api = try one(record)
        var xml = try readNotice(path)
        #expect(
            api.formatVersion == xml.formatVersion.replacing("3.2.5", with: "API").replacing("2.30", with: "API 2.30"))
        api.formatVersion = ""
        xml.formatVersion = ""
        // The record says more of the procedure and of the nature where the form is silent.
        if xml.procedure.type.isEmpty { xml.procedure.type = api.procedure.type }
        if xml.procedure.nature.isEmpty {
            xml.procedure.nature = api.procedure.nature
            for index in xml.lots.indices { xml.lots[index].nature = api.procedure.nature }
        }
        for index in xml.lots.indices {
            if xml.lots[index].deadline == nil { api.lots[index].deadline = nil }
            // The keys of this JSON are sorted, so the kinds of criteria come in another order.
            xml.lots[index].criteria.sort { $0.type < $1.type }
            api.lots[index].criteria.sort { $0.type < $1.type }
        }
        #expect(api == xml)
    }

    @Test(arguments: ["{\"IDENTITE\": ", "texte", "{\"DIVERS\": {\"objet\": \"x\"}}", "[]", ""])
    func whatCannotBeReadIsToldByTheVersion(_ donnees: String) throws {
        let notice = try one(
            Self.record(donnees, ["annonce_lie": ["26-80000", "26-99999"], "titulaire": ["Exemple SAS"]]))
        #expect(notice.formatVersion == "API (résumé)")
        #expect(notice.text(notice.procedure.title) == "Entretien des espaces verts")
        #expect(notice.text(notice.lots[0].title) == "Entretien des espaces verts")
        #expect(notice.buyers.map(\.name) == ["Commune d'Exemple"])
        #expect(notice.lots.map { $0.deadline?.iso } == ["2026-10-08T10:00:00+00:00"])
        #expect(notice.lots[0].nature == "services" && notice.procedure.type == "PROCEDURE_ADAPTE")
        // Notices that follow are no predecessors.
        #expect(notice.earlierPublications == ["26-80000"] && notice.procedureID == "26-80000")
        #expect(notice.lots[0].result?.winners.map { $0.holders[0].name } == ["Exemple SAS"])
        #expect(notice.language == "FRA" && notice.issueDate?.iso == "2026-09-11")
    }

    @Test func aWithdrawnRecordIsTold() throws {
        #expect(try one(Self.record(nil, ["etat": "AVIS_ANNULE"])).isCancelled)
        #expect(try !one(Self.record(nil)).isCancelled)
        let correction = try one(Self.record(nil, ["nature": "RECTIFICATIF", "annonce_lie": ["26-80000"]]))
        #expect(correction.formType == "change" && correction.change?.previous == "26-80000")
    }

    @Test func everyShapeOfADocument() throws {
        let record = try Self.text(Self.record(try Self.text(Self.simple)))
        let second = record.replacing("26-90010", with: "26-90011")
        for document in [
            "{\"total_count\": 2, \"results\": [\(record), \(second)]}", "[\(record), \(second)]",
            "\(record)\n\(second)\n",
            "\u{FEFF}  [\(record), \(second)]",
            "{\"nhits\": 2, \"records\": [{\"fields\": \(record)}, {\"fields\": \(second)}]}",
        ] {
            #expect(try read(document).map(\.id) == ["boamp:26-90010", "boamp:26-90011"])
        }
        #expect(try read("{\"total_count\": 0, \"results\": []}").isEmpty)
    }

    @Test func aRecordWithoutKeyIsRejectedAndTheNextOneRead() throws {
        let record = try Self.text(Self.record(nil))
        var problems: [Problem] = []
        let notices = try read("{\"results\": [{\"objet\": \"x\"}, 3, \(record)], \"total_count\": 3}") {
            problems.append($0)
        }
        #expect(notices.count == 1)
        #expect(problems.map(\.rule) == ["boamp.record.noIdentifier", "boamp.record.noIdentifier"])
        #expect(problems.map(\.place.record) == [1, 2])
    }

    @Test(arguments: [
        ("{\"marches\": {\"marche\": []}}", "notice.awardData"),
        ("[{\"id\": \"1\", \"acheteur\": {\"id\": \"2\"}}]", "notice.awardData"),
        ("{\"a\": 1}", "notice.unknownJSON"), ("[]", "notice.unknownJSON"), ("{", "notice.unknownJSON"),
        ("{\"idweb\": \"26-1\"", "json.truncated"),
    ])
    func otherJSON(_ text: String, rule: String) throws {
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.rule == rule)
    }

    /// A page cut at any byte gives the records before the cut and a problem.
    @Test func aPageCutAnywhere() throws {
        let record = try Self.text(Self.record(try Self.text(Self.old)))
        let page = Array("{\"total_count\": 2, \"results\": [\(record), \(record)]}".utf8)
        for length in stride(from: 40, to: page.count - 2, by: 97) {
            var problems = 0
            do {
                let notices = try read(String(decoding: page[..<length], as: UTF8.self)) { _ in problems += 1 }
                #expect(notices.count <= 2)
            } catch is Problem { problems += 1 }
            #expect(problems > 0)
        }
    }
}
