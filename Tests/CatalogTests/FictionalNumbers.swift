/// Numbers of enterprises that do not exist: SIRENs from 0000, which INSEE gives to none, with a right key.
enum Fictional {
    /// The SIREN of the enterprise number `number`, below 10,000.
    static func siren(_ number: Int) -> String { withKey(padded(number, 8)) }

    /// The SIRET of an establishment of it.
    static func siret(_ number: Int, _ establishment: Int = 1) -> String {
        withKey(siren(number) + padded(establishment, 4))
    }

    /// The five last digits of that SIRET.
    static func nic(_ number: Int, _ establishment: Int = 1) -> String {
        String(siret(number, establishment).suffix(5))
    }

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: count - digits.count) + digits
    }

    private static func withKey(_ digits: String) -> String {
        var sum = 0
        for (index, byte) in digits.utf8.reversed().enumerated() {
            let value = Int(byte - 0x30) * (index.isMultiple(of: 2) ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return digits + String((10 - sum % 10) % 10)
    }
}
