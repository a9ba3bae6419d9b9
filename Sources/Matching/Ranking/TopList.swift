/// Keeps the best of what it is offered, exactly, in a heap whose first element is the worst kept.
struct TopList {
    struct Entry {
        /// 0–1.
        var score: Double
        /// Settles ties: the lower comes first.
        var rank: UInt32
        /// Number of the supplier.
        var supplier: UInt32

        @inline(__always) func precedes(_ other: Entry) -> Bool {
            score != other.score ? score > other.score : rank < other.rank
        }
    }

    private var heap: [Entry] = []
    private let limit: Int
    /// Score (0–1) under which nothing is kept.
    private let least: Double

    init(_ limit: Int, least: Double) {
        self.limit = max(0, limit)
        self.least = least
    }

    /// What has a lower score cannot enter.
    var threshold: Double { heap.count < limit ? least : max(least, heap.first?.score ?? least) }

    @inline(__always) func accepts(_ entry: Entry) -> Bool {
        guard entry.score >= least else { return false }
        guard heap.count == limit, let worst = heap.first else { return limit > 0 }
        return entry.precedes(worst)
    }

    mutating func insert(_ entry: Entry) {
        if heap.count < limit {
            heap.append(entry)
            rise(from: heap.count - 1)
        } else if let worst = heap.first, entry.precedes(worst) {
            heap[0] = entry
            sink()
        }
    }

    /// Best first.
    var best: [Entry] { heap.sorted { $0.precedes($1) } }

    private mutating func rise(from place: Int) {
        var child = place
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[parent].precedes(heap[child]) else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var worst = parent
            let left = 2 * parent + 1
            if left < heap.count, heap[worst].precedes(heap[left]) { worst = left }
            if left + 1 < heap.count, heap[worst].precedes(heap[left + 1]) { worst = left + 1 }
            guard worst != parent else { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
