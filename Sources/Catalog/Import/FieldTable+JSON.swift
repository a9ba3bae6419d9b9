import Bytes
import Nomenclature
import Wording

extension FieldTable {
    /// Reads one JSON object with the table.
    func readJSON(
        _ value: JSONValue, at place: Place, seen: Day?, to sink: SupplierSink,
        own: (inout Draft) throws -> Void = { _ in }
    ) throws {
        try readRecord(
            at: place, seen: seen, to: sink,
            cell: { number in
                let keys = rules[number].columns
                for key in keys {
                    if let text = value.at(key)?.text?.trimmed, !text.isEmpty, !isMasked(text) { return (key, text) }
                }
                return (keys[0], "")
            }, own: own)
    }

    private func isMasked(_ text: String) -> Bool { masks.contains { text == String(describing: $0) } }
}

extension JSONValue {
    /// The value that a path leads to, `siege.siret`.
    func at(_ path: String) -> JSONValue? {
        var value = self
        for key in path.split(separator: ".") {
            guard let next = value[String(key)] else { return nil }
            value = next
        }
        return value
    }
}

/// Gathers the keys of a JSON list that hold natural persons, to tell them once.
struct PersonalKeys {
    private var known: Set<String> = []
    private var names: [String] = []

    /// Takes in the keys of one record.
    mutating func take(_ record: JSONValue) {
        for (key, _) in record.members where known.insert(key).inserted { names.append(key) }
    }

    func tell(_ sink: SupplierSink) throws {
        let personal = PersonalColumns.among(names)
        if !personal.isEmpty { try sink.dropped(personal) }
    }
}
