import Bytes
import Foundation
import Nomenclature
import TestSupport
import Testing
import Wording

@testable import Tenders

/// The 465 real TED notices of 24 forms and nine schema versions.
@Suite(.enabled(if: Corpus.isPresent)) struct TEDCorpusTests {
    /// Every notice with its file and the text of the file.
    private static let notices: [(file: String, notice: Notice, data: Data)] = {
        let folder = Corpus.path("notices/ted-r209")
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasSuffix(".xml")
        }
        return files.sorted().compactMap { file in
            guard let notice = try? readNotice(folder + "/" + file),
                let data = FileManager.default.contents(atPath: folder + "/" + file)
            else { return nil }
            return (file, notice, data)
        }
    }()

    @Test func everyNoticeIsRead() {
        #expect(Self.notices.count == 465)
        #expect(Set(Self.notices.map(\.notice.id)).count == 465)
        for (file, notice, _) in Self.notices {
            #expect(notice.publicationNumber == "00" + file.dropLast(4), "\(file)")
            #expect(!notice.formType.isEmpty && !notice.noticeType.isEmpty && !notice.subtype.isEmpty, "\(file)")
            #expect(notice.formatVersion.hasPrefix("R2.0."), "\(file)")
            #expect(notice.language.count == 3, "\(file)")
            #expect(notice.issueDate != nil && notice.publicationDate?.count == 10, "\(file)")
            #expect(notice.buyers.first?.name.isEmpty == false, "\(file)")
            #expect(notice.buyers.allSatisfy { $0.country.count == 3 }, "\(file)")
            #expect(notice.procedure.title != nil, "\(file)")
            #expect(notice.procedure.mainCPV.flatMap { CPV($0) } != nil, "\(file)")
            #expect(["works", "supplies", "services"].contains(notice.procedure.nature), "\(file)")
            #expect(!notice.procedureID.isEmpty, "\(file)")
            // Only corrigenda have no lot: those of the corrected notice stand.
            #expect(notice.lots.isEmpty == (notice.subtype == "F14"), "\(file)")
            #expect((notice.change != nil) == (notice.subtype == "F14"), "\(file)")
            #expect(Set(notice.lots.map(\.id)).count == notice.lots.count, "\(file)")
        }
    }

    /// What the elements of the document say, counted without the reader.
    @Test func countsAgreeWithTheDocuments() {
        for (file, notice, data) in Self.notices where file != "008298-2021.xml" {
            // Translations repeat every element; the one notice with two originals is left out above.
            let form = Self.original(data)
            let described = Self.count("<OBJECT_DESCR", form) + Self.count("<F17_ANNEX_B", form)
            let added = ["079884-2019.xml": 24, "419168-2017.xml": 1][file] ?? 0
            if notice.subtype != "F14" { #expect(notice.lots.count == max(1, described) + added, "\(file)") }
            let winners = notice.lots.flatMap { $0.result?.winners ?? [] }
            let contractors =
                Self.count("<CONTRACTOR>", Self.before("<MODIFICATIONS_CONTRACT>", form))
                + Self.count("<WINNER>", form) + Self.count("<ECONOMIC_OPERATOR_NAME_ADDRESS>", form)
            #expect(winners.flatMap(\.holders).count == contractors, "\(file)")
            #expect(winners.flatMap(\.holders).allSatisfy { !$0.name.isEmpty }, "\(file)")
            let isWorkshop =
                Self.says("<RESTRICTED_SHELTERED_WORKSHOP", form) || Self.says("RESTRICTED_TO_SHELTERED", form)
            #expect(notice.procedure.reservation.contains("res-ws") == isWorkshop, "\(file)")
            let isService = Self.says("<RESERVED_ORGANISATIONS_SERVICE_MISSION", form)
            #expect(notice.procedure.reservation.contains("res-pub-ser") == isService, "\(file)")
            let isProgramme =
                Self.says("<RESTRICTED_SHELTERED_PROGRAM", form) || Self.says("<RESTRICTED_TO_FRAMEWORK", form)
            for lot in notice.lots {
                #expect(lot.reservation == notice.procedure.reservation, "\(file)")
                #expect((lot.reservedExecution == "yes") == isProgramme, "\(file)")
            }
            let hasConditions =
                Self.says("<PERFORMANCE_CONDITIONS>", form)
                || Self.says("<EXISTENCE_OTHER_PARTICULAR_CONDITIONS>", form)
            #expect(notice.lots.contains { !$0.conditions.isEmpty } == hasConditions, "\(file)")
            let hasLimit = Self.says("<DATE_RECEIPT_TENDERS>", form) || Self.says("<RECEIPT_LIMIT_DATE>", form)
            #expect(notice.lots.contains { $0.deadline?.day != nil } == hasLimit, "\(file)")
        }
    }

    /// 465 notices: 38 reserved to sheltered workshops, 28 to sheltered programmes, 6 to services of general interest.
    @Test func reservationFlags() {
        let notices = Self.notices.map(\.notice)
        #expect(notices.count { $0.procedure.reservation.contains("res-ws") } == 38)
        #expect(notices.count { $0.procedure.reservation.contains("res-pub-ser") } == 6)
        #expect(notices.count { $0.lots.contains { $0.reservedExecution == "yes" } } == 28)
    }

    /// Codes of 2010 and 2013 are kept as published and understood where the map is asked.
    @Test func legacyNUTSCodesLeadToTheirDepartement() {
        var legacy = 0
        for (file, notice, _) in Self.notices {
            for place in notice.lots.flatMap(\.places) where place.nuts.hasPrefix("FR") && place.nuts.count == 5 {
                #expect(place.country == "FRA")
                let departements = Geography.shared.departements(nuts: place.nuts)
                // FRZZZ is « extra-regio ».
                #expect(!departements.isEmpty || place.nuts == "FRZZZ", "\(file) \(place.nuts)")
                if Geography.shared.departements.allSatisfy({ $0.nuts3 != place.nuts }) { legacy += 1 }
            }
        }
        #expect(legacy > 40)
        #expect(Geography.shared.departements(nuts: "FR213") == ["51"])
    }

    /// « n o 2015 », « no2016 » and U+0092 do not survive in French texts.
    @Test func textsAreRepaired() {
        for (file, notice, _) in Self.notices where notice.language == "FRA" {
            let texts =
                [notice.procedure.title, notice.procedure.description, notice.procedure.note]
                + notice.lots.flatMap { [$0.title, $0.description, $0.note] + $0.conditions }
            for text in texts.compactMap({ $0?.preferred(noticeLanguage: "FRA") }) {
                #expect(!text.contains(" n o ") && !text.contains(" no 1") && !text.contains(" no 2"), "\(file)")
                // U+0090 and four others mean nothing in Windows-1252.
                let undefined: [UInt32] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
                let leftovers = text.unicodeScalars.filter { (0x80...0x9F).contains($0.value) }.map(\.value)
                #expect(leftovers.allSatisfy { undefined.contains($0) }, "\(file)")
                #expect(!text.contains("  "), "\(file)")
            }
        }
    }

    /// Telephones and e-mail addresses of the structured fields are not kept.
    @Test func noContactDataIsRead() throws {
        for (file, notice, data) in Self.notices {
            let kept = try JSONEncoder().encode(notice)
            for tag in ["PHONE", "FAX", "E_MAIL"] {
                var rest = Self.original(data)
                while let found = rest.range(of: Data("<\(tag)>".utf8)) {
                    rest = rest[found.upperBound...]
                    let contact = rest.prefix { $0 != UInt8(ascii: "<") }
                    // Free text may repeat it; a field of its own may not.
                    let quoted = Data(":\"".utf8) + contact + Data("\"".utf8)
                    #expect(kept.range(of: quoted) == nil, "\(file)")
                }
            }
        }
    }

    private static func original(_ data: Data) -> Data {
        guard let start = data.range(of: Data("CATEGORY=\"ORIGINAL\"".utf8)) else { return data }
        let rest = data[start.upperBound...]
        return rest.range(of: Data("CATEGORY=\"".utf8)).map { rest[..<$0.lowerBound] } ?? rest
    }

    private static func before(_ mark: String, _ data: Data) -> Data {
        data.range(of: Data(mark.utf8)).map { data[..<$0.lowerBound] } ?? data
    }

    private static func says(_ mark: String, _ data: Data) -> Bool { data.range(of: Data(mark.utf8)) != nil }

    private static func count(_ mark: String, _ data: Data) -> Int {
        let mark = Data(mark.utf8)
        var count = 0
        var rest = data
        while let found = rest.range(of: mark) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
