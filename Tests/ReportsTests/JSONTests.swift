import Foundation
import Nomenclature
import Reports
import Testing
import Wording

@Suite struct JSONTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func forms() {
        let value = JSONValue.object([
            .init("b", .array([.null, .bool(true), .integer(-3), .number(0.1), .number(2), .number(.nan)])),
            .init("a\"", .string("é\u{1}\n\\\u{2028}")), .init("m", .amount(Amount(units: 1_234_500))),
            .init("e", .array([])),
        ])
        #expect(
            value.compact
                == #"{"b":[null,true,-3,0.1,2,null],"a\"":"é\u0001\n\\\u2028","m":123.45,"e":[]}"#)
        #expect(value.pretty.hasPrefix("{\n  \"b\": [\n    null,\n"))
    }

    @Test func spaserHasTheStableForm() throws {
        let json = try object(try Samples.report().json(.french).pretty)
        let entries = try #require(json["indicators"] as? [[String: Any]])
        for key in ["code", "buyer", "year", "numerator", "denominator", "value", "unit", "informed", "excluded"] {
            #expect(entries.allSatisfy { $0[key] != nil }, "\(key)")
        }
        let social = entries.filter { $0["code"] as? String == "S1" }
        #expect(social.map { $0["unit"] as? String } == ["contracts", "EUR"])
        #expect(social[0]["numerator"] as? Int == 1)
        #expect(social[0]["denominator"] as? Int == 3)
        #expect(social[0]["informed"] as? Int == 2)
        #expect(social[0]["buyer"] as? String == Samples.buyer)
        #expect(social[1]["numerator"] as? Int == 10_000)
        #expect(social[1]["value"] as? Double == 0.1)
        let integration = entries.filter { $0["code"] as? String == "P4" }
        #expect(integration.map { $0["unit"] as? String } == ["contracts", "EUR", "EUR-shared"])
        let parameters = try #require(json["parameters"] as? [String: Any])
        #expect(parameters["targetSocial"] as? Double == 0.3)
        #expect(parameters["smallSampleWarning"] as? Int == 30)
    }

    @Test func matchHasTheStableForm() throws {
        let lines = String(decoding: try Samples.sheet().jsonLines(.french), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 1)
        let json = try object(String(lines[0]))
        #expect(json["lot"] as? String == "24-1/LOT-0002")
        #expect(json["siret"] as? String == Samples.workshop)
        #expect(json["rank"] as? Int == 1)
        #expect(json["score"] as? Double == 87.25)
        #expect(
            (json["criteria"] as? [String: Any])?.keys.sorted() == ["capacity", "codes", "place", "record", "text"])
        #expect((json["criteria"] as? [String: Any])?["codes"] is NSNull)
        #expect(json["eligibility"] as? String == "toConfirm")
        #expect((json["reasons"] as? [String])?.first == "2 mots du lot : « espaces verts »")
    }

    @Test func contractLinesNameTheirIndicators() throws {
        let lines = try Samples.report().contractLines().split(separator: "\n")
        #expect(lines.count == 3)
        let codes = try #require(try object(String(lines[0]))["indicators"] as? [String])
        #expect(codes.contains("S2"))
    }
}
