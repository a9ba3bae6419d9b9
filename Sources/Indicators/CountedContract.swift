import Tenders
import Wording

/// A contract as the workspace holds it, ready to be counted: deduplicated, no concession, no test record.
public struct CountedContract: Sendable, Hashable {
    public var contract: Contract
    /// File and record that the contract was read from.
    public var source: Place

    public init(contract: Contract, source: Place) {
        self.contract = contract
        self.source = source
    }
}
