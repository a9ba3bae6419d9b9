/// Keeps the best of what it is offered, exactly, in a heap whose first element is the worst kept.
struct TopList {
    struct Entry {
        /// 0–1.
        var score: Double
        /// Settles ties: the lower comes first.
        var rank: UInt32
        /// Number of the supplier.
        var supplier: UInt32
        /// Its sum of words and the closeness of its codes, of which the score is made.
        var sum: UInt32
        var code: Float

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

    /// The scores kept.
    var scores: some Sequence<Double> { heap.lazy.map(\.score) }

    mutating func insert(_ entry: Entry) {
        if heap.count < limit {
            heap.append(entry)
            rise(from: heap.count - 1)
        } else if let worst = heap.first, entry.precedes(worst) {
            sink(entry)
        }
    }

    var isFull: Bool { heap.count == limit }

    /// The score of the one at a place, from 0; `nil` where there is none.
    func score(at place: Int) -> Double? {
        place < heap.count ? heap.map(\.score).sorted(by: >)[place] : nil
    }

    mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

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

    /// Puts an entry in the place of the worst.
    private mutating func sink(_ entry: Entry) {
        heap.withUnsafeMutableBufferPointer { heap in
            var parent = 0
            while true {
                var child = 2 &* parent &+ 1
                guard child < heap.count else { break }
                if child &+ 1 < heap.count, heap[child].precedes(heap[child &+ 1]) { child &+= 1 }
                guard entry.precedes(heap[child]) else { break }
                heap[parent] = heap[child]
                parent = child
            }
            heap[parent] = entry
        }
    }
}
