/// The numbers of a workbook as text.
enum NumberText {
    /// Digits that a spreadsheet shows and people typed; what stands behind them is an effect of binary fractions.
    private static let precision = 15

    /// Appends the number that `text` writes, plainly: `1.2345678900012E+16` as `12345678900012000`,
    /// `0.30000000000000004` as `0.3`, `12.0` as `12`. What is no number is appended as it is.
    static func append(_ text: UnsafeRawBufferPointer, padded width: Int = 0, to bytes: inout [UInt8]) {
        // Most numbers are short whole ones, and stand as they are.
        let isPlain = text.count <= precision && text.count >= width && text.first != UInt8(ascii: "0")
        if isPlain, text.allSatisfy({ (0x30...0x39).contains($0) }) { return bytes.append(contentsOf: text) }
        guard let number = Decimal(text) else { return bytes.append(contentsOf: text) }
        number.write(padded: width, to: &bytes)
    }

    /// `0.digits × 10^point`, of at most ``precision`` digits.
    private struct Decimal {
        var isNegative = false
        var digits: [UInt8] = []
        var point = 0

        /// Numbers further from 1 than this stay as they are written: nobody meant their zeros.
        private static let mostZeros = 30

        init?(_ text: UnsafeRawBufferPointer) {
            var index = 0
            if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
                isNegative = text[index] == UInt8(ascii: "-")
                index += 1
            }
            digits.reserveCapacity(20)
            var any = false
            var isFraction = false
            scan: while index < text.count {
                switch text[index] {
                case UInt8(ascii: "."):
                    guard !isFraction else { return nil }
                    isFraction = true
                case let digit where (0x30...0x39).contains(digit):
                    any = true
                    if digits.isEmpty, digit == 0x30 {
                        if isFraction { point -= 1 }
                    } else {
                        digits.append(digit)
                        if !isFraction { point += 1 }
                    }
                case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
                default: return nil
                }
                index += 1
            }
            guard any else { return nil }
            if index < text.count {
                guard let exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)), abs(exponent) < 1_000
                else { return nil }
                point += exponent
            }
            round()
            guard abs(point) <= Self.mostZeros else { return nil }
        }

        private mutating func round() {
            if digits.count > NumberText.precision {
                let up = digits[NumberText.precision] >= UInt8(ascii: "5")
                digits.removeSubrange(NumberText.precision...)
                if up {
                    var index = digits.count - 1
                    while index >= 0, digits[index] == UInt8(ascii: "9") {
                        digits[index] = UInt8(ascii: "0")
                        index -= 1
                    }
                    if index >= 0 {
                        digits[index] += 1
                    } else {
                        digits.insert(UInt8(ascii: "1"), at: 0)
                        point += 1
                    }
                }
            }
            while digits.last == UInt8(ascii: "0") { digits.removeLast() }
            if digits.isEmpty { point = 0 }
        }

        func write(padded width: Int, to bytes: inout [UInt8]) {
            let zero = UInt8(ascii: "0")
            if isNegative, !digits.isEmpty { bytes.append(UInt8(ascii: "-")) }
            let whole = max(point, 0)
            // A code is a whole number: a format of zeros would round what is none.
            if digits.count <= whole, whole < width {
                bytes.append(contentsOf: repeatElement(zero, count: width - whole))
            } else if whole == 0 {
                bytes.append(zero)
            }
            for index in 0..<whole { bytes.append(index < digits.count ? digits[index] : zero) }
            guard digits.count > point, !digits.isEmpty else { return }
            bytes.append(UInt8(ascii: "."))
            if point < 0 { bytes.append(contentsOf: repeatElement(zero, count: -point)) }
            bytes.append(contentsOf: digits[whole...])
        }
    }
}
