extension XMLEvent {
    /// The text without a String being made of it.
    public var bytes: ByteText { ByteText(raw) }
}
