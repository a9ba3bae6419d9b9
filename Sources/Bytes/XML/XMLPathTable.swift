/// Which paths of a format fill which fields: a table that one can compare with the specification line by line.
///
/// Paths are written as in the specification, from the root (`/*/cac:ProcurementProject/cbc:Name`); elements are
/// compared by their local names, because namespaces differ between versions of one format, and `*` stands for any
/// element. Abbreviations such as `$LOT` are replaced before the table is compiled.
public struct XMLPathTable<Field: RawRepresentable & Sendable>: Sendable where Field.RawValue == UInt16 {
    public struct Row: Sendable {
        enum Role: UInt8, Sendable { case value = 1, group = 2, record = 3 }
        let path: String
        let field: Field
        let role: Role

        /// The text of the element, that of its descendants included.
        public static func value(_ path: String, _ field: Field) -> Row { Row(path: path, field: field, role: .value) }
        /// An element whose start and end are told.
        public static func group(_ path: String, _ field: Field) -> Row { Row(path: path, field: field, role: .group) }
        /// A group at whose end the tape is handed over: memory does not grow with the number of records.
        public static func record(_ path: String, _ field: Field) -> Row {
            Row(path: path, field: field, role: .record)
        }
    }

    let automaton: XMLAutomaton

    /// - Precondition: no path of a value is the beginning of another path.
    public init(abbreviations: KeyValuePairs<String, String> = [:], _ rows: [Row]) {
        automaton = XMLAutomaton(
            rows.map { row in
                var path = row.path
                // Later abbreviations may use earlier ones.
                for (short, long) in abbreviations.reversed() { path = path.replacing(short, with: long) }
                return (path, row.role.rawValue, row.field.rawValue)
            })
    }
}

/// The paths of a table as a state machine over interned element names.
final class XMLAutomaton: Sendable {
    struct Node: Sendable {
        /// 0 nothing, else a `Row.Role`.
        var role: UInt8 = 0
        var field: UInt16 = 0
    }

    /// Node 0 is dead, node 1 the document. `transitions[node * nameCount + name]`.
    let nodes: [Node]
    let transitions: [UInt16]
    let nameCount: Int
    /// Local names by number; 0 is any other name.
    let names: [[UInt8]]

    init(_ rows: [(path: String, role: UInt8, field: UInt16)]) {
        var numbers: [String: Int] = [:]
        var names: [[UInt8]] = [[]]
        var children: [[Int: Int]] = [[:], [:]]
        var wildcards: [Int?] = [nil, nil]
        var nodes = [Node(), Node()]
        for row in rows {
            var node = 1
            for step in row.path.split(separator: "/") {
                if step == "*" {
                    if wildcards[node] == nil {
                        wildcards[node] = nodes.count
                        nodes.append(Node())
                        children.append([:])
                        wildcards.append(nil)
                    }
                    node = wildcards[node] ?? 0
                    continue
                }
                let local = String(step.split(separator: ":").last ?? step)
                let number: Int
                if let known = numbers[local] {
                    number = known
                } else {
                    number = names.count
                    numbers[local] = number
                    names.append(Array(local.utf8))
                }
                if let next = children[node][number] {
                    node = next
                } else {
                    children[node][number] = nodes.count
                    node = nodes.count
                    nodes.append(Node())
                    children.append([:])
                    wildcards.append(nil)
                }
            }
            precondition(nodes[node].role == 0, "the path \(row.path) stands twice in its table")
            nodes[node] = Node(role: row.role, field: row.field)
        }
        for (index, node) in nodes.enumerated() where node.role == 1 {
            precondition(children[index].isEmpty && wildcards[index] == nil, "a value has paths below it")
        }
        var transitions = [UInt16](repeating: 0, count: nodes.count * names.count)
        for node in nodes.indices {
            for name in names.indices {
                transitions[node * names.count + name] = UInt16(children[node][name] ?? wildcards[node] ?? 0)
            }
        }
        self.nodes = nodes
        self.transitions = transitions
        self.names = names
        nameCount = names.count
    }
}
