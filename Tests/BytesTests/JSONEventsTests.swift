import Testing
import Wording

@testable import Bytes

@Suite struct JSONEventsTests {
    enum Field: UInt16, Sendable { case name, item, itemID, flat }

    private static let table = JSONPathTable<Field>([
        .value("name?/text", .name), .group("items/item?", .item), .value("items/item?/id", .itemID),
        .value("a.b", .flat), .value("tags/tag?", .flat),
    ])

    /// `field=text` of each value, `(field` and `)` of each object.
    private func events(_ record: String) throws -> String {
        var seen: [String] = []
        try JSONRecordReader(recordsAt: [""]).read(
            MemorySource("[\(record)]"), name: "t", onProblem: { seen.append("!" + $0.rule) }
        ) { record in
            record.forEach(Self.table) { event in
                switch event.kind {
                case .begin: seen.append("(\(event.field)")
                case .end: seen.append(")")
                case .value: seen.append("\(event.field)=\(event.bytes.string)")
                }
            }
        }
        return seen.joined(separator: " ")
    }

    @Test(arguments: [
        (#"{"name":{"text":"é"},"other":{"text":"no"}}"#, "name=é"), (#"{"text":"x"}"#, "name=x"),
        (#"{"items":[{"id":1},{"id":2}]}"#, "(item itemID=1 ) (item itemID=2 )"),
        (#"{"items":{"item":{"id":1}}}"#, "(item (item itemID=1 ) )"),
        (#"{"items":[[[{"item":[{"id":1}]}]]]}"#, "(item (item itemID=1 ) )"), (#"{"a.b":true}"#, "flat=true"),
        (#"{"tags":["x",["y"]]}"#, "flat=x flat=y"), (#"{"tags":{"tag":["x",null]}}"#, "flat=x flat="),
        (#"{"tags":"x"}"#, "flat=x"), (#"{"t\u0065xt":"a\"\\\n\ud83d\ude00 "}"#, "name=a\"\\\n😀"),
        (#"{"text":{"x":1},"tags":[{"id":1}]}"#, ""),
    ])
    func pathsAreFollowed(_ record: String, expected: String) throws {
        #expect(try events(record) == expected)
    }

    /// Behind a record without end, reading goes on at the next one that has the keys of a record.
    @Test func recordsBehindABrokenOneAreRead() throws {
        var seen: [String] = []
        let lines = [
            #"{"id":1,"title":"a"}"#, #"{"id":2,"title":"b"#, #"{"id":3,"title":"c","in":{"id":9}}"#,
            #"{"id":4,"list":[{"id":8},"title":"d"}"#, #"{"id":5,"title":"e"}"#,
        ]
        for separator in ["\n", ",\n"] {
            seen = []
            let text = lines.joined(separator: separator)
            try JSONRecordReader(recordsAt: [""], recognisedBy: ["title", "id"]).read(
                MemorySource(separator == "\n" ? text : "[" + text + "]"), name: "t",
                onProblem: { seen.append("!\($0.place.record ?? 0)") }
            ) { seen.append($0.value["id"]?.text ?? "-") }
            #expect(seen == ["1", "!2", "3", "!4", "5"])
        }
    }
}
