/// Values that several readers have numbered each in its own way, numbered anew in the order in which they are asked for:
/// the same whichever reader met them first.
struct SharedNumbers<Value: Hashable> {
    /// Each once.
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]
    /// For each reader, the number of each of its own numbers, −1 before it is asked for.
    private var shared: [[Int32]] = []

    /// - Parameters:
    ///   - own: the number that the reader has given.
    ///   - value: what the reader has numbered so.
    mutating func number(of own: Int, reader: Int, _ value: (Int) -> Value) -> Int {
        if reader < shared.count, own < shared[reader].count, shared[reader][own] >= 0 {
            return Int(shared[reader][own])
        }
        let value = value(own)
        let number = numbers[value] ?? values.count
        if number == values.count {
            numbers[value] = number
            values.append(value)
        }
        while shared.count <= reader { shared.append([]) }
        while shared[reader].count <= own { shared[reader].append(-1) }
        shared[reader][own] = Int32(number)
        return number
    }
}
