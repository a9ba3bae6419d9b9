import Bytes
import Foundation
import TestSupport
import Wording

@testable import Tenders

/// What reading a file of award data gives.
struct ReadContracts {
    var contracts: [Contract] = []
    var places: [Place] = []
    var concessions = 0
    var problems: [Problem] = []

    var rules: [String] { problems.map(\.rule) }

    init(path: String, limits: Limits = .standard) throws {
        var result = self
        try InputWalker().forEach([path], onProblem: { result.problems.append($0) }) { input in
            do {
                try ContractReader(limits: limits).read(input, onProblem: { result.problems.append($0) }) { record in
                    switch record {
                    case .contract(let contract, let place):
                        result.contracts.append(contract)
                        result.places.append(place)
                    case .concession: result.concessions += 1
                    }
                }
            } catch let problem as Problem {
                result.problems.append(problem)
            }
        }
        self = result
    }

    init(_ text: String, limits: Limits = .standard) throws { try self.init(bytes: Data(text.utf8), limits: limits) }

    init(bytes: Data, limits: Limits = .standard) throws {
        let folder = try TemporaryFolder()
        try self.init(path: folder.write("t", bytes), limits: limits)
    }

    /// The contract that counts of each uid: latest publication, on a tie the one read last.
    var kept: [Contract] {
        var kept: [String: Contract] = [:]
        for contract in contracts {
            if let other = kept[contract.uid], other.publicationText > contract.publicationText { continue }
            kept[contract.uid] = contract
        }
        return Array(kept.values)
    }
}
