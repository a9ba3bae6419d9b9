import Bytes
import Catalog
import Nomenclature
import Tenders
import Wording
import Workspace

extension Application {
    /// Reads notices from files, folders and archives into the workspace.
    ///
    /// - Throws: only what makes the whole import impossible; a bad document is a reject in the summary.
    public func importNotices(_ paths: [String]) throws -> ImportSummary {
        let reader = NoticeReader()
        return try timed {
            try workspace.importing(.notices, day: today) { session in
                try InputWalker().forEach(paths, onProblem: session.reject) { input in
                    guard try session.begin(file: input.name, digest: input.digest, bytes: input.size, source: "")
                    else { return }
                    do {
                        var format: NoticeFormat?
                        try reader.read(input, onProblem: session.reject) { notice in
                            try session.store(notice)
                            format = notice.format
                        }
                        try session.endFile(source: format?.rawValue)
                    } catch let problem as Problem {
                        try session.reject(problem)
                        try session.endFile()
                    }
                }
            }
        }
    }

    /// Reads award data (DECP) into the workspace.
    public func importContracts(_ paths: [String]) throws -> ImportSummary {
        let reader = ContractReader()
        return try timed {
            try workspace.importing(.contracts, day: today) { session in
                try InputWalker().forEach(paths, onProblem: session.reject) { input in
                    guard try session.begin(file: input.name, digest: input.digest, bytes: input.size, source: "decp")
                    else { return }
                    do {
                        try reader.read(input, onProblem: session.reject) { record in
                            switch record {
                            case .contract(let contract, let place):
                                try session.store(contract, at: place)
                                for remark in ContractRemarks.of(contract, at: place) { try session.remark(remark) }
                            case .concession: session.countConcession()
                            }
                        }
                    } catch let problem as Problem {
                        try session.reject(problem)
                    }
                    try session.endFile()
                }
            }
        }
    }

    func timed(_ body: () throws -> ImportSummary) rethrows -> ImportSummary {
        let clock = ContinuousClock()
        let start = clock.now
        var summary = try body()
        let elapsed = clock.now - start
        summary.seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return summary
    }
}
