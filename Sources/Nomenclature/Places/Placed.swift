/// The commune found for an address, and how sure that is.
public struct Placed: Sendable, Hashable {
    public let commune: Commune
    public let confidence: PlacingConfidence
}
