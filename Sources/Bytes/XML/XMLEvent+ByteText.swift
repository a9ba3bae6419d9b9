extension XMLEvent {
    /// The text without a String being made of it.
    public var bytes: ByteText { ByteText(raw) }

    /// The value of an attribute of the element without a String being made of it.
    func attributeBytes(_ attribute: XMLAttribute) -> UnsafeRawBufferPointer? {
        let number = attribute.number
        for entry in attributes where entry.field == number {
            return UnsafeRawBufferPointer(rebasing: arena[entry.offset..<entry.offset + entry.length])
        }
        return nil
    }
}
