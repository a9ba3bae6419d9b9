/// Which runs of rows belong together: those of one contract need not stand next to each other.
///
/// Two bits a run; while it is built, twelve bytes a contract and the room that a hash table leaves free.
struct ContractRuns {
    /// Whether the contract of a run comes back further down, and whether it was met before.
    private(set) var returns: [Bool] = []
    private(set) var returned: [Bool] = []
    private var keys: [UInt64]
    private var last: [UInt32]
    private var count = 0
    private var open: UInt64?

    init() {
        keys = Array(repeating: 0, count: 1 << 12)
        last = Array(repeating: 0, count: 1 << 12)
    }

    /// Takes the key of the next row.
    mutating func add(_ key: UInt64) {
        if key == open { return }
        open = key
        let run = returns.count
        returns.append(false)
        let slot = slot(key)
        if keys[slot] == 0 {
            returned.append(false)
            count += 1
            keys[slot] = key
        } else {
            returned.append(true)
            returns[Int(last[slot])] = true
        }
        last[slot] = UInt32(run)
        if count * 2 > keys.count { grow() }
    }

    /// Drops what only the building needs.
    mutating func finish() {
        keys = []
        last = []
    }

    private func slot(_ key: UInt64) -> Int {
        let mask = keys.count - 1
        var index = Int(truncatingIfNeeded: key >> 20) & mask
        while keys[index] != 0, keys[index] != key { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let (oldKeys, oldLast) = (keys, last)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        last = Array(repeating: 0, count: oldKeys.count * 2)
        for index in oldKeys.indices where oldKeys[index] != 0 {
            let slot = slot(oldKeys[index])
            keys[slot] = oldKeys[index]
            last[slot] = oldLast[index]
        }
    }
}
