/// The greatest of the scores that suppliers are known to reach at least: the least of them bounds what may enter, before
/// any of these scores is known to the end.
struct FloorList {
    private var heap: [Double] = []
    private var limit = 0

    /// Starts anew from scores that are known, with room for `limit` of them.
    mutating func begin(_ scores: some Sequence<Double>, limit: Int) {
        heap.removeAll(keepingCapacity: true)
        self.limit = limit
        for score in scores { insert(score) }
    }

    /// What has a lower score cannot be among the best; 0 while there are fewer than the limit.
    var threshold: Double { heap.count < limit ? 0 : heap.first ?? 0 }

    @inline(__always) mutating func insert(_ score: Double) {
        if heap.count < limit {
            heap.append(score)
            rise()
        } else if let least = heap.first, score > least {
            sink(score)
        }
    }

    private mutating func rise() {
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[parent] > heap[child] else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    /// Puts a score in the place of the least.
    private mutating func sink(_ score: Double) {
        heap.withUnsafeMutableBufferPointer { heap in
            var parent = 0
            while true {
                var child = 2 &* parent &+ 1
                guard child < heap.count else { break }
                if child &+ 1 < heap.count, heap[child &+ 1] < heap[child] { child &+= 1 }
                guard heap[child] < score else { break }
                heap[parent] = heap[child]
                parent = child
            }
            heap[parent] = score
        }
    }
}
