/// Which paths of a JSON record fill which fields: a table that one can compare with the specification line by line.
///
/// Steps are separated by `/`, because keys may contain points. Arrays are passed through at any depth, so that one
/// value, a list of values and a list of lists fill a field alike. A step that ends in `?` may be left out.
public struct JSONPathTable<Field: RawRepresentable & Sendable>: Sendable where Field.RawValue == UInt16 {
    public struct Row: Sendable {
        let path: String
        let field: Field
        let isGroup: Bool

        /// A string, number or boolean.
        public static func value(_ path: String, _ field: Field) -> Row {
            Row(path: path, field: field, isGroup: false)
        }

        /// An object whose start and end are told, one time for each object at the path.
        public static func group(_ path: String, _ field: Field) -> Row {
            Row(path: path, field: field, isGroup: true)
        }
    }

    @usableFromInline let automaton: JSONAutomaton

    public init(_ rows: [Row]) {
        automaton = JSONAutomaton(rows.map { ($0.path, $0.field.rawValue, $0.isGroup) })
    }
}

/// The paths of a table as a state machine over the keys that stand in it.
@usableFromInline final class JSONAutomaton: @unchecked Sendable {
    struct Node {
        /// -1 for none.
        var value: Int32 = -1
        var group: Int32 = -1
    }

    /// Written in the initialiser only. Node 0 is dead, node 1 the record.
    private let names: ByteTable
    private let nameCount: Int
    private let nodes: [Node]
    private let transitions: [UInt16]

    init(_ rows: [(path: String, field: UInt16, isGroup: Bool)]) {
        var numbers: [String: Int] = [:]
        var children: [[Int: Int]] = [[:], [:]]
        var nodes = [Node(), Node()]
        let expanded = rows.flatMap { row in
            Self.expand(row.path).map { (path: $0, field: row.field, isGroup: row.isGroup) }
        }
        for row in expanded {
            var node = 1
            for step in row.path {
                let number = numbers[step] ?? numbers.count
                numbers[step] = number
                if let next = children[node][number] {
                    node = next
                } else {
                    children[node][number] = nodes.count
                    node = nodes.count
                    nodes.append(Node())
                    children.append([:])
                }
            }
            if row.isGroup { nodes[node].group = Int32(row.field) } else { nodes[node].value = Int32(row.field) }
        }
        let names = ByteTable(limit: max(numbers.count, 1))
        for (name, number) in numbers.sorted(by: { $0.value < $1.value }) {
            let given = Array(name.utf8).withUnsafeBytes { names.add($0) }
            precondition(given == number, "no room for the key \(name)")
        }
        self.names = names
        nameCount = numbers.count
        transitions = nodes.indices.flatMap { node in
            (0..<numbers.count).map { UInt16(children[node][$0] ?? 0) }
        }
        self.nodes = nodes
    }

    /// A path with and without each of the steps that may be left out.
    private static func expand(_ path: String) -> [[String]] {
        path.split(separator: "/").reduce([[]]) { paths, step in
            guard step.last == "?" else { return paths.map { $0 + [String(step)] } }
            return paths + paths.map { $0 + [String(step.dropLast())] }
        }
    }

    func child(of node: Int, _ key: UnsafeRawBufferPointer) -> Int {
        let number = names.number(of: key)
        return number < 0 ? 0 : Int(transitions[node * nameCount + number])
    }

    func node(_ node: Int) -> Node { nodes[node] }
}
