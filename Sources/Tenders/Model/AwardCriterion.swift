/// An award criterion with its weight (eForms BT-539, BT-734, BT-540, BT-541, BT-5421).
public struct AwardCriterion: Sendable, Hashable, Codable {
    /// `price`, `cost`, `quality`, or empty.
    public var type = ""
    public var name: LocalizedText?
    public var description: LocalizedText?
    /// The number as written.
    public var weight: String?
    /// `per-exa`, `poi-exa`, `ord-imp` … (code list number-weight); `number-fixed` and `number-threshold` codes too.
    public var weightKind: String?

    public init() {}
}
