import Synchronization

/// The paths of a table as a state machine over interned element names.
final class XMLAutomaton: Sendable {
    struct Node: Sendable {
        /// 0 nothing, else a `Row.Role`.
        var role: UInt8 = 0
        var field: UInt16 = 0
    }

    /// Node 0 is dead, node 1 the document. `transitions[node * nameCount + name]`. Both are read by the callbacks of
    /// libxml2 and live as long as the table.
    nonisolated(unsafe) let nodes: UnsafePointer<Node>
    nonisolated(unsafe) let transitions: UnsafePointer<UInt16>
    let nameCount: Int
    /// Local names by number; 0 is any other name.
    let names: [[UInt8]]

    init(_ rows: [(path: String, role: UInt8, field: UInt16)]) {
        var numbers: [String: Int] = [:]
        var names: [[UInt8]] = [[]]
        var children: [[Int: Int]] = [[:], [:]]
        var wildcards: [Int?] = [nil, nil]
        var nodes = [Node(), Node()]
        func addNode() -> Int {
            nodes.append(Node())
            children.append([:])
            wildcards.append(nil)
            return nodes.count - 1
        }
        for row in rows {
            var node = 1
            for step in row.path.split(separator: "/") {
                if step == "*" {
                    let next = wildcards[node] ?? addNode()
                    wildcards[node] = next
                    node = next
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
                let next = children[node][number] ?? addNode()
                children[node][number] = next
                node = next
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
        self.nodes = Self.copy(nodes)
        self.transitions = Self.copy(transitions)
        self.names = names
        nameCount = names.count
    }

    deinit {
        nodes.deallocate()
        transitions.deallocate()
    }

    private static func copy<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
        pointer.initialize(from: elements, count: elements.count)
        return UnsafePointer(pointer)
    }

    // MARK: Sessions

    /// Parsers that wait for the next document: to make one costs as much as to read a small notice.
    private let idle = Mutex<[Idle]>([])

    /// A session is used by one thread at a time: it is in the list, or in the hands of ``withSession(_:)``.
    private struct Idle: @unchecked Sendable { let session: XMLSession }

    func withSession<Result>(_ body: (XMLSession) throws -> Result) rethrows -> Result {
        let session = idle.withLock { $0.popLast() }?.session ?? XMLSession(automaton: self)
        defer {
            if session.isReusable {
                let waiting = Idle(session: session)
                idle.withLock { $0.append(waiting) }
            }
        }
        return try body(session)
    }
}
