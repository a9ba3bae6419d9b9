import CLibXML2

/// A parse that does nothing with what it is told: what libxml2 takes for itself, the ceiling of any reader over it.
enum Nothing {
    /// False when the document is not well-formed.
    static func parse(_ bytes: [UInt8]) -> Bool {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        handler.endElementNs = { _, _, _, _ in }
        handler.characters = { _, _, _ in }
        handler.cdataBlock = { _, _, _ in }
        handler.serror = { _, _ in }
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            return xmlSAXUserParseMemory(&handler, nil, base.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
                == 0
        }
    }
}
