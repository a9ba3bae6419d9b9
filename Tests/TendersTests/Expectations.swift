import Foundation
import Nomenclature
import TestSupport
import Testing

@testable import Tenders

/// The notices whose fields were verified by hand.
enum Expectations {
    /// All of them, in the order of the file; none where there is no corpus.
    private static let objects: [[String: any Sendable]] = {
        guard Corpus.isPresent,
            let data = FileManager.default.contents(atPath: Corpus.path("notices/expectations.json"))
        else { return [] }
        return (try? JSONSerialization.jsonObject(with: data)) as? [[String: any Sendable]] ?? []
    }()

    /// Files of a folder of the corpus.
    static func files(of folder: String) -> [String] {
        objects.compactMap { $0["file"] as? String }.filter { $0.hasPrefix(folder + "/") }
    }

    /// What is expected of a file.
    static func of<Expected: Decodable>(_ file: String) throws -> Expected {
        let object = try #require(objects.first { $0["file"] as? String == file })
        return try JSONDecoder().decode(Expected.self, from: try JSONSerialization.data(withJSONObject: object))
    }
}

/// A lot of an eForms notice, whoever published it.
struct ExpectedLot: Decodable {
    struct Term: Decodable { var value, unit: String? }
    struct Limit: Decodable { var kind, date: String, time: String? }
    struct Money: Decodable { var amount, currency: String }
    var id, title, nature, main_cpv: String
    var title_languages, additional_cpv, nuts, postcodes, cities: [String]
    var estimated_value: Money?
    var duration: Term?
    var reserved_procurement: [String]
    var reserved_execution: String?
    var strategic_procurement, social_objective, environmental_impact: [String]
    var innovative_acquisition, gpp_criteria, accessibility: [String]
    var number_of_award_criteria: Int
    var award_criteria_types: [String]
    var framework: String?
    var deadline: Limit?

    /// Field by field.
    func check(_ lot: Lot) {
        #expect(lot.title?.entries.contains { $0.text == title } == true)
        #expect(Set(lot.title?.languages ?? []) == Set(title_languages))
        #expect(lot.nature == nature)
        #expect(lot.mainCPV == main_cpv)
        #expect(lot.additionalCPV == additional_cpv)
        #expect(lot.places.map(\.nuts).filter { !$0.isEmpty } == nuts)
        #expect(lot.places.map(\.postcode).filter { !$0.isEmpty } == postcodes)
        #expect(lot.places.map(\.city).filter { !$0.isEmpty } == cities)
        #expect(lot.term?.value == duration?.value)
        #expect(lot.term?.unit == duration?.unit)
        #expect(lot.reservation == reserved_procurement)
        #expect(lot.reservedExecution == reserved_execution)
        #expect(lot.strategic == strategic_procurement)
        #expect(lot.social == social_objective)
        #expect(lot.environmental == environmental_impact)
        #expect(lot.innovation == innovative_acquisition)
        #expect(lot.greenCriteria == gpp_criteria)
        #expect(lot.accessibility == accessibility)
        #expect(lot.criteria.count == number_of_award_criteria)
        #expect(lot.criteria.map(\.type).sorted() == award_criteria_types.sorted())
        #expect(lot.framework == framework)
        #expect(lot.deadline?.kind.rawValue == deadline?.kind)
        #expect(lot.deadline?.date == deadline?.date)
        #expect(lot.deadline?.time == deadline?.time)
    }
}
