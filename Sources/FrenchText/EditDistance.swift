/// Number of letters to insert, delete, replace or swap with their neighbour to go from one word to another.
public enum EditDistance {
    /// The distance, or any number above `limit` when it is above it.
    public static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for i in 1...max(left.count, 1) where !left.isEmpty {
            var current = [i]
            current.reserveCapacity(right.count + 1)
            var smallest = i
            for j in stride(from: 1, through: right.count, by: 1) {
                let replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
                var cost = min(replaced, previous[j] + 1, current[j - 1] + 1)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    cost = min(cost, beforePrevious[j - 2] + 1)
                }
                current.append(cost)
                smallest = min(smallest, cost)
            }
            if smallest > limit { return limit + 1 }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
