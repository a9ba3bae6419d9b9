import Foundation
import Nomenclature
import TestSupport
import Testing
import Wording

@testable import Tenders

/// Fictional TED notices: shapes that the real ones do not have, and hostile ones.
@Suite struct TEDReaderTests {
    private static let coded = """
        <CODED_DATA_SECTION><REF_OJS><DATE_PUB>20190521</DATE_PUB></REF_OJS><NOTICE_DATA>\
        <NO_DOC_OJS>2019/S 097-234567</NO_DOC_OJS><ISO_COUNTRY VALUE="FR"/>\
        <REF_NOTICE><NO_DOC_OJS>2018/S 010-012345</NO_DOC_OJS></REF_NOTICE></NOTICE_DATA><CODIF_DATA>\
        <DS_DATE_DISPATCH>20190516</DS_DATE_DISPATCH><DT_DATE_FOR_SUBMISSION>20190620 12:00</DT_DATE_FOR_SUBMISSION>\
        <TD_DOCUMENT_TYPE CODE="3"/></CODIF_DATA></CODED_DATA_SECTION>
        """

    private func read(
        _ forms: String, coded: String = Self.coded, root: String = "VERSION=\"R2.0.9.S03.E01\""
    ) throws -> Notice {
        let folder = try TemporaryFolder()
        return try readNotice(
            try folder.write(
                "avis.xml", "<TED_EXPORT \(root)>\(coded)<FORM_SECTION>\(forms)</FORM_SECTION></TED_EXPORT>"))
    }

    private func form(_ name: String, _ content: String, language: String = "FR", category: String = "ORIGINAL")
        -> String
    {
        "<\(name)_2014 CATEGORY=\"\(category)\" FORM=\"\(name)\" LG=\"\(language)\">\(content)</\(name)_2014>"
    }

    private func title(_ text: String) -> String { "<OBJECT_CONTRACT><TITLE><P>\(text)</P></TITLE></OBJECT_CONTRACT>" }

    // MARK: Which form

    @Test func theOriginalIsRead() throws {
        let notice = try read(
            form("F02", title("Nettoyage"), category: "TRANSLATION")
                + form("F02", title("Reinigung"), language: "DE") + form("F02", title("Cleaning"), language: "EN"))
        #expect(notice.procedure.title == LocalizedText("Reinigung", language: "DEU"))
        #expect(notice.language == "DEU")
    }

    @Test func ofSeveralOriginalsTheFrenchOneIsRead() throws {
        let notice = try read(
            "<NOTICE_UUID>0</NOTICE_UUID>" + form("F02", title("Reinigung"), language: "DE")
                + form("F02", title("Nettoyage")))
        #expect(notice.procedure.title == LocalizedText("Nettoyage", language: "FRA"))
        #expect(notice.lots.map(\.id) == ["LOT-0001"])
    }

    @Test func withoutAnOriginalTheFirstIsRead() throws {
        let notice = try read(
            form("F02", title("Reinigung"), language: "DE", category: "TRANSLATION")
                + form("F02", title("Cleaning"), language: "EN", category: "TRANSLATION"))
        #expect(notice.language == "DEU")
    }

    // MARK: Identity and what stands in

    @Test func identity() throws {
        let notice = try read(form("F02", ""))
        #expect(notice.id == "ted:00234567-2019")
        #expect(notice.publicationNumber == "00234567-2019")
        #expect(notice.earlierPublications == ["00012345-2018"])
        #expect(notice.procedureID == "00012345-2018")
        #expect(notice.publicationDate == "2019-05-21")
        #expect(notice.issueDate == Day(year: 2019, month: 5, day: 16))
        #expect(notice.lots.first?.deadline?.iso == "2019-06-20T12:00:00")
    }

    @Test func theIdentifierOfTheDocumentStandsIn() throws {
        let notice = try read(form("F02", title("Voirie")), coded: "", root: "DOC_ID=\"234567-2019\"")
        #expect(notice.id == "ted:00234567-2019")
        #expect(notice.procedureID == "00234567-2019")
        let odd = try read(form("F02", title("Voirie")), coded: "", root: "DOC_ID=\"essai\"")
        #expect(odd.id == "ted:essai")
        #expect(odd.publicationNumber == nil)
    }

    @Test(arguments: [
        ("<TED_EXPORT/>", "notice.noIdentifier"),
        ("<TED_EXPORT><FORM_SECTION><F02_2014/></FORM_SECTION></TED_EXPORT>", "notice.noIdentifier"),
        ("<TED_EXPORT DOC_ID=\"234567-2019\"/>", "notice.noForm"),
        ("<TED_EXPORT DOC_ID=\"234567-2019\"><FORM_SECTION/></TED_EXPORT>", "notice.noForm"),
        ("<TED_EXPORT DOC_ID=\"1-2019\"><FORM_SECTION><F02_2014>", "xml.truncated"),
    ])
    func whatCannotBeUsedIsNamed(_ text: String, rule: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("avis.xml", text)
        let problem = #expect(throws: Problem.self) { try readNotice(path) }
        #expect(problem?.rule == rule)
    }

    // MARK: Objects, lots, reservation

    @Test func everyObjectOfAPriorInformationNoticeGivesLots() throws {
        func object(_ title: String, _ cpv: String) -> String {
            """
            <OBJECT_CONTRACT><TITLE><P>\(title)</P></TITLE><CPV_MAIN><CPV_CODE CODE="\(cpv)"/></CPV_MAIN>\
            <TYPE_CONTRACT CTYPE="SERVICES"/><OBJECT_DESCR><LOT_NO>1</LOT_NO></OBJECT_DESCR></OBJECT_CONTRACT>
            """
        }
        let notice = try read(form("F01", object("Espaces verts", "77310000") + object("Linge", "98310000")))
        #expect(notice.procedure.title == LocalizedText("Espaces verts", language: "FRA"))
        #expect(notice.lots.map(\.id) == ["1", "LOT-0002"])
        #expect(notice.lots.map(\.mainCPV) == ["77310000", "98310000"])
        #expect(notice.lots.map(\.title) == [nil, LocalizedText("Linge", language: "FRA")])
    }

    @Test func reservationAndConditionsAreRepeatedOnEveryLot() throws {
        let notice = try read(
            form(
                "F02",
                """
                <OBJECT_CONTRACT><OBJECT_DESCR><LOT_NO>1</LOT_NO></OBJECT_DESCR><OBJECT_DESCR><LOT_NO>2</LOT_NO>\
                </OBJECT_DESCR></OBJECT_CONTRACT><LEFTI><RESTRICTED_SHELTERED_WORKSHOP/><RESTRICTED_SHELTERED_PROGRAM/>\
                <PERFORMANCE_CONDITIONS><P>Clause</P><P>d’insertion</P></PERFORMANCE_CONDITIONS>\
                <PARTICULAR_PROFESSION CTYPE="SERVICES"/></LEFTI>
                """))
        #expect(notice.procedure.reservation == ["res-ws"])
        for lot in notice.lots {
            #expect(lot.reservation == ["res-ws"] && lot.reservedExecution == "yes")
            #expect(lot.conditions == [LocalizedText("Clause\nd’insertion", language: "FRA")])
        }
        let profession = try read(form("F02", "<LEFTI><PARTICULAR_PROFESSION CTYPE=\"SERVICES\"/></LEFTI>"))
        #expect(profession.lots.allSatisfy { !$0.isFlaggedReserved && $0.reservedExecution == nil })
    }

    // MARK: Awards

    private func award(_ lot: String, _ name: String, value: String = "", title: String = "") -> String {
        """
        <AWARD_CONTRACT><LOT_NO>\(lot)</LOT_NO><TITLE><P>\(title)</P></TITLE><AWARDED_CONTRACT><CONTRACTORS>\
        <CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>\(name)</OFFICIALNAME></ADDRESS_CONTRACTOR></CONTRACTOR>\
        </CONTRACTORS><VALUES>\(value)</VALUES></AWARDED_CONTRACT></AWARD_CONTRACT>
        """
    }

    private func lots(_ numbers: String...) -> String {
        "<OBJECT_CONTRACT>"
            + numbers.map { "<OBJECT_DESCR><TITLE><P>Titre \($0)</P></TITLE><LOT_NO>\($0)</LOT_NO></OBJECT_DESCR>" }
            .joined()
            + "</OBJECT_CONTRACT>"
    }

    private func holders(_ notice: Notice) -> [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: notice.lots.map { ($0.id, ($0.result?.winners ?? []).flatMap(\.holders).map(\.name)) }
        )
    }

    @Test func awardsFindTheirLots() throws {
        let notice = try read(
            form(
                "F03",
                lots("1", "2", "3", "4")
                    + award("1, 2", "Azur", value: "<VAL_TOTAL CURRENCY=\"EUR\">100.50</VAL_TOTAL>")
                    + award("Lot 3", "Bleu") + award("03", "Cyan") + award("", "Denim", title: "Titre 4")
                    + award("0", "Écru", title: "lot 4 : titre") + award("9", "Fauve", title: "Autre")))
        #expect(
            holders(notice) == [
                "1": ["Azur"], "2": ["Azur"], "3": ["Bleu", "Cyan"], "4": ["Denim", "Écru"], "9": ["Fauve"],
            ])
        // The value of one contract for two lots counts once.
        #expect(notice.lots.compactMap { $0.result?.winners.first?.value?.amount } == [Amount("100.50")])
        #expect(notice.lots.last?.title == LocalizedText("Autre", language: "FRA"))
    }

    @Test func anAwardOfTheOnlyLotNeedsNoNumber() throws {
        let notice = try read(form("F03", "<OBJECT_CONTRACT><OBJECT_DESCR/></OBJECT_CONTRACT>" + award("7", "Azur")))
        #expect(holders(notice) == ["LOT-0001": ["Azur"]])
    }

    @Test func aGroupIsOneWinnerAndSeveralContractorsAreNot() throws {
        func contractors(_ said: String) -> String {
            let two = ["Azur", "Bleu"].map {
                "<CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>\($0)</OFFICIALNAME></ADDRESS_CONTRACTOR><SME/></CONTRACTOR>"
            }
            // S01: no wrapper.
            return
                "<AWARD_CONTRACT><AWARDED_CONTRACT>\(said)\(two.joined())<VAL_RANGE_TOTAL CURRENCY=\"EUR\"><LOW>1</LOW>"
                + "<HIGH>9</HIGH></VAL_RANGE_TOTAL></AWARDED_CONTRACT></AWARD_CONTRACT>"
        }
        for (said, count) in [("<AWARDED_TO_GROUP/>", 1), ("<NO_AWARDED_TO_GROUP/>", 2), ("", 1)] {
            let notice = try read(form("F03", contractors(said)))
            let result = try #require(notice.lots.first?.result)
            #expect(result.winners.count == count)
            #expect(result.winners.flatMap(\.holders).map(\.size) == ["sme", "sme"])
            #expect(result.lowestTender?.amount == Amount(euros: 1) && result.highestTender?.amount == Amount(euros: 9))
            #expect(result.highestTender?.currency == "EUR")
        }
    }

    @Test func aCorrigendumTellsWhatItCorrects() throws {
        let notice = try read(
            form(
                "F14",
                """
                <COMPLEMENTARY_INFO><NOTICE_NUMBER_OJ>2019/S 050-111222</NOTICE_NUMBER_OJ></COMPLEMENTARY_INFO><CHANGES>\
                <CHANGE><WHERE><SECTION>IV.2.2)</SECTION><LABEL>Date limite</LABEL></WHERE><OLD_VALUE><DATE>2019-04-01</DATE>\
                <TIME>12:00</TIME></OLD_VALUE><NEW_VALUE><DATE>2019-04-15</DATE></NEW_VALUE></CHANGE>\
                <CHANGE><WHERE><SECTION>II.1.2)</SECTION></WHERE><OLD_VALUE><NOTHING/></OLD_VALUE><NEW_VALUE><CPV_MAIN>\
                <CPV_CODE CODE="77310000"/></CPV_MAIN></NEW_VALUE></CHANGE><INFO_ADD><P>Suite</P></INFO_ADD></CHANGES>
                """),
            coded:
                "<CODED_DATA_SECTION><NOTICE_DATA><NO_DOC_OJS>2019/S 060-1</NO_DOC_OJS></NOTICE_DATA></CODED_DATA_SECTION>"
        )
        #expect(notice.formType == "change" && notice.lots.isEmpty)
        #expect(notice.change?.previous == "00111222-2019")
        #expect(notice.change?.sections == ["IV.2.2)", "II.1.2)"])
        #expect(
            notice.text(notice.change?.description)
                == "IV.2.2) Date limite : 2019-04-01 12:00 → 2019-04-15\nII.1.2) : 77310000\nSuite")
    }

    // MARK: R2.0.7 and R2.0.8

    private func contract(_ organisation: String) -> String {
        """
        <CONTRACT CATEGORY="ORIGINAL" FORM="2" LG="FR" VERSION="R2.0.8.S02.E01"><FD_CONTRACT CTYPE="SERVICES">\
        <CONTRACTING_AUTHORITY_INFORMATION><NAME_ADDRESSES_CONTACT_CONTRACT><CA_CE_CONCESSIONAIRE_PROFILE>\
        <ORGANISATION>\(organisation)</ORGANISATION><TOWN>Rivenord</TOWN><POSTAL_CODE>59999</POSTAL_CODE>\
        <COUNTRY VALUE="FR"/><ATTENTION>Quelqu’un</ATTENTION><PHONE>+33</PHONE></CA_CE_CONCESSIONAIRE_PROFILE>\
        </NAME_ADDRESSES_CONTACT_CONTRACT></CONTRACTING_AUTHORITY_INFORMATION><OBJECT_CONTRACT_INFORMATION>\
        <DESCRIPTION_CONTRACT_INFORMATION><TITLE_CONTRACT><P>Entretien du linge</P></TITLE_CONTRACT>\
        <LOCATION_NUTS><LOCATION><P>Rivenord</P></LOCATION><NUTS CODE="FR301"/></LOCATION_NUTS><F02_FRAMEWORK>\
        <SINGLE_OPERATOR/></F02_FRAMEWORK><SHORT_CONTRACT_DESCRIPTION><P>Draps</P></SHORT_CONTRACT_DESCRIPTION>\
        <CPV><CPV_MAIN><CPV_CODE CODE="98310000"/></CPV_MAIN></CPV><F02_DIVISION_INTO_LOTS><F02_DIV_INTO_LOT_YES>\
        <F02_ANNEX_B><LOT_NUMBER>1</LOT_NUMBER><LOT_TITLE>Draps</LOT_TITLE><LOT_DESCRIPTION><P>Lavage</P>\
        </LOT_DESCRIPTION><CPV><CPV_MAIN><CPV_CODE CODE="98311000"/></CPV_MAIN></CPV><NATURE_QUANTITY_SCOPE>\
        <COSTS_RANGE_AND_CURRENCY CURRENCY="EUR"><VALUE_COST FMTVAL="50000.00">50 000</VALUE_COST>\
        </COSTS_RANGE_AND_CURRENCY></NATURE_QUANTITY_SCOPE></F02_ANNEX_B><F02_ANNEX_B><LOT_NUMBER>2</LOT_NUMBER>\
        </F02_ANNEX_B></F02_DIV_INTO_LOT_YES></F02_DIVISION_INTO_LOTS><ACCEPTED_VARIANTS VALUE="YES"/>\
        </DESCRIPTION_CONTRACT_INFORMATION><QUANTITY_SCOPE><NATURE_QUANTITY_SCOPE>\
        <COSTS_RANGE_AND_CURRENCY CURRENCY="EUR"><RANGE_VALUE_COST><LOW_VALUE FMTVAL="1">1</LOW_VALUE>\
        <HIGH_VALUE FMTVAL="90000">90 000</HIGH_VALUE></RANGE_VALUE_COST></COSTS_RANGE_AND_CURRENCY>\
        </NATURE_QUANTITY_SCOPE></QUANTITY_SCOPE><PERIOD_WORK_DATE_STARTING><INTERVAL_DATE><START_DATE><DAY>1</DAY>\
        <MONTH>3</MONTH><YEAR>2015</YEAR></START_DATE><END_DATE><DAY>28</DAY><MONTH>02</MONTH><YEAR>2017</YEAR></END_DATE>\
        </INTERVAL_DATE></PERIOD_WORK_DATE_STARTING></OBJECT_CONTRACT_INFORMATION><LEFTI_CONTRACT>\
        <CONTRACT_RELATING_CONDITIONS><EXISTENCE_OTHER_PARTICULAR_CONDITIONS><P>Clause sociale</P>\
        </EXISTENCE_OTHER_PARTICULAR_CONDITIONS></CONTRACT_RELATING_CONDITIONS><F02_CONDITIONS_FOR_PARTICIPATION>\
        <RESERVED_CONTRACTS><RESTRICTED_TO_SHELTERED_WORKSHOPS/></RESERVED_CONTRACTS></F02_CONDITIONS_FOR_PARTICIPATION>\
        </LEFTI_CONTRACT><PROCEDURE_DEFINITION_CONTRACT_NOTICE><TYPE_OF_PROCEDURE>\
        <TYPE_OF_PROCEDURE_DETAIL_FOR_CONTRACT_NOTICE><PT_OPEN/></TYPE_OF_PROCEDURE_DETAIL_FOR_CONTRACT_NOTICE>\
        </TYPE_OF_PROCEDURE><ADMINISTRATIVE_INFORMATION_CONTRACT_NOTICE><FILE_REFERENCE_NUMBER><P>L-15</P>\
        </FILE_REFERENCE_NUMBER><RECEIPT_LIMIT_DATE><DAY>9</DAY><MONTH>1</MONTH><YEAR>2015</YEAR><TIME>17:00</TIME>\
        </RECEIPT_LIMIT_DATE></ADMINISTRATIVE_INFORMATION_CONTRACT_NOTICE></PROCEDURE_DEFINITION_CONTRACT_NOTICE>\
        </FD_CONTRACT></CONTRACT>
        """
    }

    @Test(arguments: [
        "<OFFICIALNAME>Hôpital de Rivenord</OFFICIALNAME><NATIONALID>123 456</NATIONALID>", "Hôpital de Rivenord",
    ])
    func aContractNoticeOfTheOldForm(_ organisation: String) throws {
        let notice = try read(contract(organisation), root: "")
        #expect(notice.subtype == "CONTRACT" && notice.formatVersion == "R2.0.8.S02.E01")
        #expect(notice.formType == "competition" && notice.noticeType == "cn-standard")
        #expect(notice.buyers.map(\.name) == ["Hôpital de Rivenord"])
        #expect(notice.buyers.map(\.identifier) == [organisation.hasPrefix("<") ? "123456" : ""])
        #expect(notice.buyers.map(\.city) == ["Rivenord"])
        #expect(notice.text(notice.procedure.title) == "Entretien du linge")
        #expect(notice.text(notice.procedure.description) == "Draps")
        #expect(notice.procedure.type == "open" && notice.procedure.nature == "services")
        #expect(notice.procedure.value?.amount == Amount(euros: 90_000))
        #expect(notice.procedure.places.map(\.nuts) == ["FR301"])
        #expect(notice.procedure.places.map(\.description) == ["Rivenord"])
        #expect(notice.lots.map(\.id) == ["1", "2"])
        #expect(notice.lots.map(\.mainCPV) == ["98311000", "98310000"])
        #expect(notice.lots.map { $0.value?.amount } == [Amount(euros: 50_000), nil])
        for lot in notice.lots {
            #expect(lot.reservation == ["res-ws"] && lot.framework == "fa-wo-rc" && lot.variants == "allowed")
            #expect(lot.conditions.map { notice.text($0) } == ["Clause sociale"])
            #expect(lot.deadline?.iso == "2015-01-09T17:00:00" && lot.deadline?.kind == .tenders)
            #expect(lot.term?.start == Day(year: 2015, month: 3, day: 1))
            #expect(lot.term?.end == Day(year: 2017, month: 2, day: 28))
            #expect(lot.reference == "L-15")
        }
    }

    @Test func amountsWithTaxAreNotKept() throws {
        func award(_ tax: String) -> String {
            """
            <CONTRACT_AWARD CATEGORY="ORIGINAL" FORM="3" LG="FR"><FD_CONTRACT_AWARD><AWARD_OF_CONTRACT>\
            <CONTRACT_NUMBER>1</CONTRACT_NUMBER><CONTRACT_VALUE_INFORMATION>\
            <COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="EUR"><VALUE_COST FMTVAL="1200">1 200</VALUE_COST>\(tax)\
            </COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></CONTRACT_VALUE_INFORMATION><ECONOMIC_OPERATOR_NAME_ADDRESS>\
            <CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME><ORGANISATION><OFFICIALNAME>Azur</OFFICIALNAME></ORGANISATION>\
            </CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS><CONTRACT_AWARD_DATE><DAY>3</DAY>\
            <MONTH>12</MONTH><YEAR>2014</YEAR></CONTRACT_AWARD_DATE></AWARD_OF_CONTRACT></FD_CONTRACT_AWARD></CONTRACT_AWARD>
            """
        }
        for (tax, value) in [
            ("<EXCLUDING_VAT/>", 1200), ("<INCLUDING_VAT><VAT_PRCT>20</VAT_PRCT></INCLUDING_VAT>", nil),
        ] {
            let winner = try read(award(tax)).lots.first?.result?.winners.first
            #expect(winner?.value?.amount == value.map { Amount(euros: $0) })
            #expect(winner?.holders.map(\.name) == ["Azur"])
            #expect(winner?.concluded == "2014-12-03")
        }
    }

    // MARK: Hostile

    /// A notice cut at any byte is a problem, never a crash.
    @Test func aNoticeCutAnywhere() throws {
        let whole = Data(
            "<TED_EXPORT>\(Self.coded)<FORM_SECTION>\(form("F03", lots("1", "2") + award("1, 2", "Éclat")))</FORM_SECTION></TED_EXPORT>"
                .utf8)
        let folder = try TemporaryFolder()
        for length in stride(from: 0, to: whole.count - 1, by: 7) {
            let path = try folder.write("cut.xml", whole.prefix(length))
            #expect(throws: Problem.self) { try readNotice(path) }
        }
    }

    /// Thousands of lots and awards cost what they weigh.
    @Test func manyLotsAndAwards() throws {
        let count = 5_000
        let lots = (1...count).map { "<OBJECT_DESCR><LOT_NO>\($0)</LOT_NO></OBJECT_DESCR>" }.joined()
        let awards = (1...count).map { award("\($0)", "Titulaire \($0)") }.joined()
        let strangers = (1...count).map { award("Z\($0)", "Autre \($0)", title: "Autre \($0)") }.joined()
        let notice = try read(form("F03", "<OBJECT_CONTRACT>\(lots)</OBJECT_CONTRACT>" + awards + strangers))
        #expect(notice.lots.count == 2 * count)
        #expect(notice.lots.allSatisfy { $0.result?.winners.count == 1 })
    }

    /// Every award for every lot would be millions of winners.
    @Test func awardsForEveryLotAreBounded() throws {
        let count = 1_000
        let lots = (1...count).map { "<OBJECT_DESCR><LOT_NO>\($0)</LOT_NO></OBJECT_DESCR>" }.joined()
        let awards = (1...count).map { _ in award("1 à 150", "Tous") + award("1 à \(count)", "Trop") }.joined()
        let notice = try read(form("F03", "<OBJECT_CONTRACT>\(lots)</OBJECT_CONTRACT>" + awards))
        let winners = notice.lots.flatMap { $0.result?.winners ?? [] }
        #expect(winners.count < 30_000)
        #expect(winners.count >= 2 * count)
    }

    /// Neither earlier numbers nor taken identifiers are looked through again and again.
    @Test func manyNumbers() throws {
        let count = 20_000
        let numbers = (1...count).map { "<NOTICE_NUMBER_OJ>2019/S 1-\($0)</NOTICE_NUMBER_OJ>" }.joined()
        let taken = (1...count).map { "<OBJECT_DESCR><LOT_NO>LOT-\(count + $0)</LOT_NO></OBJECT_DESCR>" }.joined()
        let unnumbered = String(repeating: "<OBJECT_DESCR/>", count: count)
        let notice = try read(
            form("F02", "<OBJECT_CONTRACT>\(taken)\(unnumbered)</OBJECT_CONTRACT><PROCEDURE>\(numbers)</PROCEDURE>"))
        #expect(notice.earlierPublications.count == 100)
        #expect(notice.lots.count == 2 * count)
        #expect(notice.lots.last?.id == "LOT-\(3 * count)")
    }

    @Test func manyParagraphsAreOneText() throws {
        let paragraphs = String(repeating: "<P>n o 1</P>", count: 20_000)
        let notice = try read(
            form(
                "F02",
                "<OBJECT_CONTRACT><OBJECT_DESCR><SHORT_DESCR>\(paragraphs)</SHORT_DESCR></OBJECT_DESCR></OBJECT_CONTRACT>"
            ))
        #expect(notice.text(notice.lots.first?.description).count == 20_000 * 5 - 1)
    }
}
