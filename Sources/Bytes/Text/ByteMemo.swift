/// What has been made of texts that come again and again (enumerations, codes), by their bytes: made once, shared.
public struct ByteMemo<Value> {
    @usableFromInline let table: ByteTable
    @usableFromInline var values: [Value] = []
    @usableFromInline let make: (String) -> Value

    /// - Parameters:
    ///   - limit: distinct texts kept; what is beyond is made each time.
    ///   - make: what a text stands for; must depend on the text alone.
    public init(limit: Int = 1_024, _ make: @escaping (String) -> Value) {
        table = ByteTable(limit: limit)
        self.make = make
    }

    @inlinable public mutating func callAsFunction(_ text: ByteText) -> Value {
        let known = table.number(of: text.bytes)
        if known >= 0 { return values[known] }
        let value = make(text.string)
        if table.add(text.bytes) >= 0 { values.append(value) }
        return value
    }
}
