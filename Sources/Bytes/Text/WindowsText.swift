import FrenchText

/// Windows-1252, the encoding of what is no UTF-8.
enum WindowsText {
    /// UTF-8, else Windows-1252, which old software writes whatever it declares.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        // A byte that is no UTF-8 gives the three of U+FFFD.
        if text.utf8.count == bytes.count { return text }
        return Folding.repairingWindowsLeftovers(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
    }
}
