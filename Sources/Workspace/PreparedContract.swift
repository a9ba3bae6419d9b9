import Tenders
import Wording

/// A contract as the row that is stored of it: made where it was parsed, away from the thread that writes.
public struct PreparedContract: Sendable {
    let uid: String
    let precedence: ContractPrecedence
    /// Number of the record in its file, from 1.
    let record: Int
    /// The columns of ``ContractRow``, but for the file.
    let row: PackedRow

    /// - Parameter rules: give the key by which the contract is known.
    public init(_ contract: Contract, at place: Place, rules: ReadingRules = .standard) throws {
        uid = rules.key(of: contract)
        precedence = ContractPrecedence(contract)
        record = place.record ?? place.line ?? 0
        row = try ContractRow.packed(contract, uid: uid, record: record)
    }
}
