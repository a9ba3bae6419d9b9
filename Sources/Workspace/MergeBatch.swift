import Catalog
import Dispatch
import Synchronization

/// Enterprises merged on all cores, some thousands of records at a time, in the order in which they came.
struct MergeBatch {
    private var groups: [[SupplierRecord]] = []
    private var records = 0
    /// Records held before they are merged: enough to keep the cores busy, few enough for the memory.
    private static let most = 8_192
    /// Pieces a core takes, so that one with a large enterprise in it does not keep the others waiting.
    private static let pieces = 8

    /// Takes the records of one enterprise in, and merges what has come together when it is enough.
    mutating func add(_ group: [SupplierRecord], _ body: (Supplier) throws -> Void) throws {
        groups.append(group)
        records += group.count
        if records >= Self.most { try finish(body) }
    }

    /// Merges what is left.
    mutating func finish(_ body: (Supplier) throws -> Void) throws {
        guard !groups.isEmpty else { return }
        let groups = groups
        let length = max(1, groups.count / (Self.pieces * 2))
        let starts = Array(stride(from: 0, to: groups.count, by: length))
        let merged = Mutex([[Supplier]](repeating: [], count: starts.count))
        DispatchQueue.concurrentPerform(iterations: starts.count) { piece in
            let range = starts[piece]..<min(starts[piece] + length, groups.count)
            let suppliers = groups[range].flatMap { Merger.suppliers(of: $0) }
            merged.withLock { $0[piece] = suppliers }
        }
        self.groups.removeAll(keepingCapacity: true)
        records = 0
        for suppliers in merged.withLock({ $0 }) {
            for supplier in suppliers { try body(supplier) }
        }
    }
}
