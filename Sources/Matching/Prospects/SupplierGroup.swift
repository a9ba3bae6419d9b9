import Catalog

/// Suppliers with whom one that lacks something could answer together (groupement): as few as possible.
public struct SupplierGroup: Sendable, Hashable {
    /// One of the others.
    public struct Partner: Sendable, Hashable {
        /// As it stands for the need, without a rank.
        public let match: Match
        /// What it brings of what is lacking, in the order of the lacks. ``Prospect/Lack/capacity`` of all those without
        /// whom the group would be too small.
        public let brings: [Prospect.Lack]
    }

    public let partners: [Partner]
    /// Of the group as a whole: what the least eligible of its members is.
    public let verdict: Eligibility.Verdict
    /// Yearly value of the need over the turnover of all members together; `nil` where one of them is not known.
    public let load: Double?
}
