// Identifiers, codes and days as a database stores them: they were checked when they were read.

extension Siren {
    /// The nine digits as a number.
    public var number: Int64 { Int64(text) ?? 0 }

    /// The SIREN stored as `number`; its key is not checked again.
    public init(stored number: Int64) { self.init(trusted: digits(of: number, count: 9)) }
}

extension Siret {
    /// The fourteen digits as a number.
    public var number: Int64 { Int64(text) ?? 0 }

    /// The SIRET stored as `number`; its keys are not checked again.
    public init(stored number: Int64) { self.init(trusted: digits(of: number, count: 14)) }
}

extension NAF {
    /// The activity stored with its dot; its form is not checked again.
    public init(stored code: String) { self.init(trusted: code) }
}

extension NAF2025 {
    /// The activity stored with its dot; its form is not checked again.
    public init(stored code: String) { self.init(trusted: code) }
}

extension Day {
    /// The day stored as its ``packed`` form.
    public init(stored number: Int64) { self.init(packed: Int32(clamping: number)) }
}

private func digits(of number: Int64, count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { bytes in
        var rest = max(number, 0)
        for place in stride(from: count - 1, through: 0, by: -1) {
            bytes[place] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
        return count
    }
}
