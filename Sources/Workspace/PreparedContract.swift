import GRDB
import Tenders
import Wording

/// A contract with its columns: made where it was parsed, away from the thread that writes.
public struct PreparedContract: Sendable {
    let contract: Contract
    let uid: String
    /// Number of the record in its file, from 1.
    let record: Int
    /// The columns of ``ContractRow``, but for the file.
    let arguments: StatementArguments

    public init(_ contract: Contract, at place: Place) throws {
        self.contract = contract
        uid = contract.uid
        record = place.record ?? place.line ?? 0
        arguments = try ContractRow.arguments(contract, uid: uid, record: record)
    }
}
