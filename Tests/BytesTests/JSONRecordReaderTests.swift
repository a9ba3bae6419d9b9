import Testing
import Wording

@testable import Bytes

@Suite struct JSONRecordReaderTests {
    /// `path:id` of each record read, `!rule` of each problem.
    private func read(_ json: String, at paths: [String] = ["m.a", "m.b", "m", ""]) throws -> [String] {
        var seen: [String] = []
        try JSONRecordReader(recordsAt: paths).read(
            MemorySource(json), name: "t.json", onProblem: { seen.append("!" + $0.rule) }
        ) { record in
            seen.append(record.path + ":" + (record.value["id"]?.text ?? "-"))
        }
        return seen
    }

    @Test(arguments: [
        (#"{"m":{"a":[{"id":"1"},{"id":2}],"b":[{"id":3}]}}"#, ["m.a:1", "m.a:2", "m.b:3"]),
        (#"{"x":{"y":[1,2,{"m":[]}]},"m":[{"id":"é"}]}"#, ["m:é"]),
        (#"{"m":{"a":{"id":"single"}}}"#, ["m.a:single"]),
        (#"[{"id":1},{"id":2}]"#, [":1", ":2"]),
        ("{\"id\":1}\n{\"id\":2}\n", [":1", ":2"]),
        ("\u{FEFF}{\"m\":[{\"id\":NaN}]}", ["m:-"]),
        (#"{"m":[{"id":"a\"\\\u00e9\ud83d\ude00"}]}"#, ["m:a\"\\é😀"]),
        (#"{"m":[]}"#, []),
    ])
    func shapes(_ json: String, expected: [String]) throws {
        #expect(try read(json) == expected)
    }

    @Test func aBrokenRecordDoesNotTakeTheOthersWithIt() throws {
        #expect(try read(#"{"m":[{"id":1},{"id":2,,},{"id":3}]}"#) == ["m:1", "!json.malformed", "m:3"])
    }

    @Test(arguments: [
        ("", "json.empty"), ("siret;nom", "json.malformed"), (#"{"other":1}"#, "json.noRecords"),
        (#"{"m":[{"id":1"#, "json.truncated"), ("{\"m\" 3}", "json.malformed"),
    ])
    func documentsThatCannotBeRead(_ json: String, rule: String) {
        let problem = #expect(throws: Problem.self) { try read(json, at: ["m"]) }
        #expect(problem?.rule == rule)
    }

    @Test func linesAcrossTheWindowAreAllRead() throws {
        let text = String(repeating: "y", count: 700)
        let lines = (0..<4_000).map { "{\"t\":\"\(text)\",\"id\":\($0)}" }.joined(separator: "\n")
        #expect(try read(lines).count == 4_000)
    }

    @Test func bareWordsAreTakenAtTheirWord() throws {
        #expect(
            try read(#"{"m":[{"id":12abc},{"id":nimporte},{"id":-1.5e3}]}"#) == [
                "!json.malformed", "!json.malformed", "m:-1.5e3",
            ])
    }

    @Test func recordsMayBeLargerThanTheWindow() throws {
        let long = String(repeating: "x", count: 3 << 20)
        #expect(try read("{\"m\":[{\"t\":\"\(long)\",\"id\":1},{\"id\":2}]}") == ["m:1", "m:2"])
    }

    @Test func valuesOfEveryKind() throws {
        let json = #"{"m":[{"s":"t","n":-1.5e3,"y":true,"o":null,"l":[1,[2]],"k":{"z":0}}]}"#
        try JSONRecordReader(recordsAt: ["m"]).read(MemorySource(json), name: "t", onProblem: { _ in }) { record in
            let value = record.value
            #expect(value["s"]?.text == "t")
            #expect(value["n"]?.text == "-1.5e3")
            #expect(value["y"]?.bool == true)
            #expect(value["o"]?.isNull == true)
            #expect(value["l"]?.list.count == 2)
            #expect(value["k"]?.list.count == 1)
            #expect(value["missing"] == nil)
            #expect(record.source == #"{"s":"t","n":-1.5e3,"y":true,"o":null,"l":[1,[2]],"k":{"z":0}}"#)
        }
    }

    @Test(arguments: [#"{"a": {"b": [{"x": 1}, {"x": 2},"#, #"{"a": {"b": [{"x": 1}, {"x": 2}"#])
    func aDocumentCutBetweenTwoRecordsIsOneFault(_ text: String) throws {
        var records = 0
        var problems: [String] = []
        try JSONRecordReader(recordsAt: ["a.b"]).read(
            MemorySource(text), name: "n", onProblem: { problems.append($0.rule) }
        ) { _ in records += 1 }
        #expect(records == 2 && problems == ["json.truncated"])
    }

    /// A NUL would end the text in the store.
    @Test func aNULIsABlank() throws {
        var texts: [String] = []
        try JSONRecordReader(recordsAt: [""]).read(
            MemorySource(#"[{"id": "a\u0000b"}]"#), name: "n", onProblem: { throw $0 }
        ) { texts.append($0.value["id"]?.text ?? "") }
        #expect(texts == ["a b"])
    }
}
