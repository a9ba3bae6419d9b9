/// Keeps the best of what it is shown, exactly, in a heap whose first element is the worst kept.
struct TopSelection<Element> {
    private var heap: [Element] = []
    private let limit: Int
    /// Whether the first comes before the second in the answer; a strict total order, so that ties are settled.
    private let precedes: (Element, Element) -> Bool

    init(_ limit: Int, precedes: @escaping (Element, Element) -> Bool) {
        self.limit = max(0, limit)
        self.precedes = precedes
    }

    mutating func offer(_ element: Element) {
        if heap.count < limit {
            heap.append(element)
            rise(from: heap.count - 1)
        } else if let worst = heap.first, precedes(element, worst) {
            heap[0] = element
            sink()
        }
    }

    /// The worst kept, once there are as many as wanted: what does not come before it need not be offered.
    var worstKept: Element? { heap.count == limit ? heap.first : nil }

    /// Best first.
    var best: [Element] { heap.sorted(by: precedes) }

    private mutating func rise(from place: Int) {
        var child = place
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(heap[worst], heap[child])
            {
                worst = child
            }
            guard worst != parent else { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
