import Foundation
import TestSupport
import Testing
import Wording

@testable import Tenders

/// Forms that the real notices do not show: reservations, corrections, awards, withdrawals, broken documents.
@Suite struct BOAMPFormsTests {
    static func ann(
        _ data: String, nature: String = "<APPEL_OFFRE/>", status: String = "<INITIAL/>", extra: String = ""
    ) -> String {
        """
        <jo:ann xmlns:jo="http://boamp.journal-officiel.gouv.fr/XML/3.2.5"><DONNEES>\(data)</DONNEES><GESTION><REFERENCE>
        <IDWEB>26-90001</IDWEB><TYPE_AVIS><FAMILLE><FNS/></FAMILLE><PERIMETRE><FNSimple/></PERIMETRE>
        <NATURE>\(nature)</NATURE><STATUT>\(status)</STATUT></TYPE_AVIS>\(extra)</REFERENCE><INDEXATION>
        <NOMORGANISME>Commune d’Exemple</NOMORGANISME><DATE_PUBLICATION>2026-09-11</DATE_PUBLICATION>
        <DEP_PUBLICATION>20A</DEP_PUBLICATION></INDEXATION></GESTION><HTML><![CDATA[<p>Marché réservé</p>]]></HTML></jo:ann>
        """
    }

    static func old(_ data: String) -> String {
        "<ANNONCE><GESTION><REFERENCE><IDWEB>16-90001</IDWEB></REFERENCE></GESTION><DONNEES>\(data)</DONNEES></ANNONCE>"
    }

    private func read(_ text: String) throws -> Notice {
        let folder = try TemporaryFolder()
        return try readNotice(try folder.write("avis.xml", text))
    }

    @Test(
        arguments: [
            (
                ann(
                    "<FNSimple><initial><natureMarche><reservationMarche><oui/></reservationMarche></natureMarche></initial></FNSimple>"
                ), ["res-ws"], nil
            ),
            (
                ann(
                    "<FNSimple><initial><natureMarche><reservationMarche><non/></reservationMarche></natureMarche></initial></FNSimple>"
                ), ["none"], nil
            ),
            (
                ann(
                    "<DSP><initial><situation><marcheReserve><marcheReserveNON/></marcheReserve></situation></initial></DSP>"
                ), ["none"], nil
            ),
            (
                ann(
                    "<DSP><initial><situation><marcheReserve><marcheReserveAteliers/></marcheReserve></situation></initial></DSP>"
                ), ["res-ws"], nil
            ),
            (ann("<MAPA><initial><justifications><articlesL5212/></justifications></initial></MAPA>"), [], nil),
            (
                old(
                    "<CONDITION_PARTICIPATION><MARCHE_RESERVE_OUI><ATELIERS_PROTEGES/></MARCHE_RESERVE_OUI></CONDITION_PARTICIPATION>"
                ), ["res-ws"], nil
            ),
            (
                old(
                    "<CONDITION_PARTICIPATION><MARCHE_RESERVE_OUI><EMPLOIS_PROTEGES/></MARCHE_RESERVE_OUI></CONDITION_PARTICIPATION>"
                ), [], "yes"
            ),
            (
                old(
                    "<CONDITION_PARTICIPATION><MARCHE_RESERVE_OUI><ATELIERS_PROTEGES/><EMPLOIS_PROTEGES/></MARCHE_RESERVE_OUI></CONDITION_PARTICIPATION>"
                ), ["res-ws"], "yes"
            ),
            (old("<CONDITION_PARTICIPATION><MARCHE_RESERVE_OUI/></CONDITION_PARTICIPATION>"), ["res-ws"], nil),
            (old("<OBJET><MARCHE_RESERVE_OUI/></OBJET>"), ["res-ws"], nil),
            // Traps
            (
                old("<OBJET><LOTS_RESERVE_POUVOIR_ADJUDICATEUR>tous</LOTS_RESERVE_POUVOIR_ADJUDICATEUR></OBJET>"), [],
                nil
            ),
            (
                old(
                    "<CONDITION_PARTICIPATION><PRESTATION_RESERVEE_OUI>architectes</PRESTATION_RESERVEE_OUI></CONDITION_PARTICIPATION>"
                ), [], nil
            ),
        ] as [(String, [String], String?)])
    func reservations(_ text: String, codes: [String], execution: String?) throws {
        let notice = try read(text)
        #expect(notice.procedure.reservation == codes)
        #expect(notice.lots.map(\.reservation) == [codes])
        #expect(notice.lots[0].reservedExecution == execution)
    }

    @Test func aReservationIsRepeatedOnEveryLot() throws {
        let notice = try read(
            Self.ann(
                "<FNSimple><initial><natureMarche><reservationMarche><oui/></reservationMarche></natureMarche>"
                    + "<lots><lot><description>Tonte</description></lot><lot><description>Taille</description></lot></lots></initial></FNSimple>"
            ))
        #expect(notice.lots.map(\.id) == ["1", "2"])
        #expect(notice.lots.map(\.reservation) == [["res-ws"], ["res-ws"]])
        #expect(notice.lots.map(\.isFlaggedReserved) == [true, true])
    }

    @Test func aCorrection() throws {
        let notice = try read(
            Self.ann(
                "<FNSimple><rectificatif><avisInitial><idWeb>26-80000</idWeb></avisInitial><natureMarche><intitule>Tonte</intitule></natureMarche>"
                    + "<infosRectif><rectif><rubDelais>ReceptionOffres</rubDelais>\n<lireDate>2026-10-20T12:00:00</lireDate></rectif></infosRectif></rectificatif></FNSimple>",
                nature: "<RECTIFICATIF/>"))
        #expect(notice.formType == "change")
        #expect(notice.change?.previous == "26-80000")
        #expect(notice.text(notice.change?.description) == "ReceptionOffres 2026-10-20T12:00:00")
        #expect(notice.procedureID == "26-80000" && notice.isPartialCorrection && notice.isOver)
    }

    @Test func anAwardOfTheSimpleForm() throws {
        let notice = try read(
            Self.ann(
                "<FNSimple><organisme><nomOfficiel>Commune d’Exemple</nomOfficiel></organisme><attribution>"
                    + "<avisInitial><idWeb>26-80000</idWeb></avisInitial><natureMarche><intitule>Tonte</intitule></natureMarche>"
                    + "<attributionMarche>Titulaire : ESAT Exemple\nMontant : 12 000 € HT</attributionMarche></attribution></FNSimple>",
                nature: "<ATTRIBUTION/>", extra: "<ANNONCE_ANTERIEUR><IDWEB>26-70000</IDWEB></ANNONCE_ANTERIEUR>"))
        #expect(notice.formType == "result" && notice.isOver)
        #expect(notice.earlierPublications == ["26-80000", "26-70000"])
        #expect(notice.procedureID == "26-70000")
        #expect(notice.lots.count == 1)
        #expect(notice.lots[0].result?.winners[0].holders[0].name == "ESAT Exemple")
        #expect(notice.lots[0].result?.description?.entries[0].text.contains("12 000 €") == true)
    }

    @Test func anAwardOfTheAdaptedProcedure() throws {
        let notice = try read(
            Self.ann(
                "<MAPA><attribution><avisInitial><idWeb>26-60108</idWeb></avisInitial><attribution><resultat><attribue>"
                    + "<titulaire><PersonneMorale>Exemple SAS</PersonneMorale></titulaire><montant devise=\"EUR\"><valeur>50044</valeur></montant>"
                    + "</attribue></resultat></attribution><autresInformations><nbOffresRecues>5</nbOffresRecues></autresInformations></attribution></MAPA>",
                nature: "<ATTRIBUTION/>"))
        #expect(notice.lots[0].result?.winners.map { $0.value?.usableEuros?.decimal } == ["50044.00"])
        #expect(notice.lots[0].result?.tenders == 5)
    }

    @Test(arguments: [("<APPEL_OFFRE/>", "<ANNULATION/>"), ("<ANNULATION/>", "<INITIAL/>")])
    func aWithdrawalIsTold(_ nature: String, status: String) throws {
        let notice = try read(Self.ann("<FNSimple/>", nature: nature, status: status))
        #expect(notice.isCancelled && notice.isOver)
        #expect(notice.index?.departements == ["2A"])
        #expect(notice.buyers.map(\.name) == ["Commune d’Exemple"])
    }

    @Test func theSizeOfHoldersAndTheOffersOfSmallOnes() throws {
        let notice = try read(
            Self.old(
                "<OBJET><LOTS><LOT><NUM>1</NUM></LOT><LOT><NUM>2</NUM></LOT></LOTS></OBJET><ATTRIBUTION>"
                    + "<DECISION><NUM_LOT>2</NUM_LOT><TITULAIRE><DENOMINATION>Exemple</DENOMINATION><PME_OUI/></TITULAIRE><RENSEIGNEMENT>"
                    + "<NB_OFFRE_RECU>4</NB_OFFRE_RECU><NB_OFFRE_RECU_PME>3</NB_OFFRE_RECU_PME><MONTANT DEVISE=\"EUR\">0.00</MONTANT></RENSEIGNEMENT></DECISION>"
                    + "<DECISION><NUM_LOT>1</NUM_LOT><INFRUCTUEUX/></DECISION></ATTRIBUTION>"))
        #expect(notice.lots.map { $0.result?.status } == ["clos-nw", "selec-w"])
        let result = try #require(notice.lots[1].result)
        #expect(result.winners[0].holders[0].size == "sme")
        #expect(result.statistics.map(\.code) == ["tenders", "t-sme"] && result.statistics.map(\.count) == [4, 3])
        // 0.00 is not an amount.
        #expect(result.winners[0].value != nil && result.winners[0].value?.usableEuros == nil)
    }

    @Test func theSixShapesOfCriteria() throws {
        let shapes = [
            ("<CRITERES_PONDERES><CRITERE POIDS=\"60 %\">Prix</CRITERE></CRITERES_PONDERES>", "price|60|per-exa"),
            (
                "<CRITERES_PRIORITES><CRITERE>Prix</CRITERE><CRITERE>Délai</CRITERE></CRITERES_PRIORITES>",
                "price|1|ord-imp,|2|ord-imp"
            ),
            (
                "<CRITERES_QUALITE><CRITERE POIDS=\"20 points\">Insertion</CRITERE></CRITERES_QUALITE>",
                "quality|20|poi-exa"
            ),
            ("<CRITERES_PRIX><POIDS>40</POIDS></CRITERES_PRIX>", "price|40|"), ("<CRITERES_CCTP/>", ""),
            ("<CRITERES_LIBRE>Voir le règlement</CRITERES_LIBRE>", "||"),
        ]
        for (xml, want) in shapes {
            let notice = try read(
                Self.old("<PROCEDURE><CRITERES_ATTRIBUTION>\(xml)</CRITERES_ATTRIBUTION></PROCEDURE>"))
            let found = notice.lots[0].criteria.map {
                [$0.type, $0.weight ?? "", $0.weightKind ?? ""].joined(separator: "|")
            }
            #expect(found.joined(separator: ",") == want)
        }
    }

    // MARK: Broken documents

    @Test(arguments: [
        ("", "file.empty"), ("<ANNONCE/>", "boamp.noIdentifier"),
        ("<ANNONCE xmlns=\"urn:autre\"/>", "notice.unknownRoot"),
        ("<ann/>", "notice.unknownRoot"),
        ("<ANNONCE><GESTION><REFERENCE><IDWEB>1-1</IDWEB></REFERENCE></GESTION></ANNONCE>", "boamp.noForm"),
        (ann(""), "boamp.noForm"), (ann("<NOUVEAU><initial/></NOUVEAU>"), "boamp.unknownForm"),
        (ann("<EFORMS><ContractNotice/></EFORMS>"), "boamp.noIdentifier"),
        (ann("<FNSimple/>").replacing("<DONNEES><FNSimple/></DONNEES>", with: ""), "boamp.noForm"),
        (ann("<FNSimple>"), "xml.truncated"),
    ])
    func refused(_ text: String, rule: String) throws {
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.rule == rule)
        if rule == "boamp.unknownForm" { #expect(problem?.place.path == "DONNEES/NOUVEAU") }
    }

    /// A notice cut at any byte is a problem, never a crash or half a notice.
    @Test(.enabled(if: Corpus.isPresent), arguments: ["26-88069", "26-87466", "17-1515"])
    func cutAnywhere(_ idweb: String) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: Corpus.path("notices/boamp/\(idweb).xml")))
        let folder = try TemporaryFolder()
        for length in stride(from: 0, to: whole.count - 10, by: max(1, whole.count / 61)) {
            let path = try folder.write("cut.xml", whole.prefix(length))
            #expect(throws: Problem.self) { try readNotice(path) }
        }
    }
}
