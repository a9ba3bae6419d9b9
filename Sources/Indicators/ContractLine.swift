import Nomenclature
import Tenders
import Wording

/// A contract counted in V1, with what counting found of it: the audit trail of every figure.
public struct ContractLine: Sendable {
    public var contract: Contract
    public var source: Place
    public var flags: ContractFlags
    /// Amount after modifications where it may be summed, EUR HT.
    public var amount: Amount?
    /// Holders after modifications.
    public var holders: [Holder]
}

/// The contracts of a report, made on demand: a million of them are not held twice.
public struct ContractLines: RandomAccessCollection, Sendable {
    /// All contracts given to be counted, shared and not copied.
    let given: [CountedContract]
    /// What was found of those that the report counts, in its order.
    let facts: [ContractFacts]

    public var startIndex: Int { 0 }
    public var endIndex: Int { facts.count }

    public subscript(position: Int) -> ContractLine {
        let fact = facts[position]
        let counted = given[fact.index]
        return ContractLine(
            contract: counted.contract, source: counted.source, flags: fact.flags,
            amount: fact.flags.contains(.amountUsable) ? fact.amount : nil, holders: counted.contract.finalHolders)
    }
}
