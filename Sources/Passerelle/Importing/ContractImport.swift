import Bytes
import Tenders
import Wording
import Workspace

extension Application {
    /// Reads award data (DECP) into the workspace.
    ///
    /// - Parameters:
    ///   - key: what tells contracts apart; `nil` for what the workspace has, buyer and number in a new one.
    ///   - progress: is told how far it has come.
    /// - Throws: only what makes the whole import impossible; a bad record is a reject in the summary.
    public func importContracts(
        _ paths: [String], key: ReadingRules.Key? = nil, progress: ImportProgress = ImportProgress()
    ) throws -> ImportSummary {
        let rules = ReadingRules(key: try key ?? workspace.contractKey() ?? .uid)
        try workspace.setContractKey(rules.key)
        let remarks = ContractRemarks(rules: rules, today: today)
        return try progress.timed(paths) {
            try workspace.importing(.contracts, day: today) { session in
                let known = try session.knownFiles()
                var isTaken = true
                try Conveyor.run(capacity: 8) { conveyor in
                    try ContractFeed(conveyor: conveyor, known: known, remarks: remarks).run(
                        paths, counter: progress.counter)
                } _: { step in
                    switch step {
                    case .problem(let problem): try session.reject(problem)
                    case .begin(let file): isTaken = try session.begin(file)
                    case .records(let records):
                        if isTaken { try Self.store(records, session) }
                        progress.records = session.summary.read
                    case .end(let file):
                        if isTaken { try session.endFile(source: file.source, digest: file.digest) }
                    }
                }
            }
        }
    }

    private static func store(_ records: [ContractFeed.Record], _ session: ImportSession) throws {
        for record in records {
            switch record {
            case .contract(let contract, let remarks):
                try session.store(contract)
                for remark in remarks { try session.remark(remark) }
            case .concession: session.leaveAside()
            case .problem(let problem): try session.reject(problem)
            }
        }
    }
}

/// The reading side: parses one file after the other and hands its records over in batches.
private struct ContractFeed {
    enum Step: Sendable {
        /// Of the walk: a file that cannot be opened.
        case problem(Problem)
        case begin(ImportedFile)
        case records([Record])
        case end(ImportedFile)
    }
    enum Record: Sendable {
        case contract(PreparedContract, remarks: [Problem])
        case concession
        case problem(Problem)
    }

    let conveyor: Conveyor<Step>
    let known: KnownFiles
    let remarks: ContractRemarks
    private static let batch = 512

    func run(_ paths: [String], counter: ReadCounter) throws {
        let reader = ContractReader()
        var known = known
        try InputWalker(counter: counter).forEach(paths, onProblem: { try conveyor.put(.problem($0)) }) { input in
            let file: ImportedFile
            do {
                file = try ImportedFile(input, known)
            } catch let problem as Problem {
                return try conveyor.put(.problem(problem))
            }
            try conveyor.put(.begin(file))
            if known.contains(file) { return }
            known.expect(size: file.bytes)
            var records: [Record] = []
            // A file of concessions alone is award data all the same.
            var source = ""
            func add(_ record: Record) throws {
                records.append(record)
                if records.count == Self.batch {
                    try conveyor.put(.records(records))
                    records.removeAll(keepingCapacity: true)
                }
            }
            do {
                try reader.read(input, onProblem: { try add(.problem($0)) }) { record in
                    switch record {
                    case .contract(let contract, let place):
                        source = contract.format.rawValue
                        try add(
                            .contract(
                                PreparedContract(contract, at: place, rules: remarks.rules),
                                remarks: remarks.of(contract, at: place))
                        )
                    case .concession:
                        if source.isEmpty { source = "decp" }
                        try add(.concession)
                    }
                }
            } catch let problem as Problem {
                try add(.problem(problem))
            }
            try conveyor.put(.records(records))
            var end = file
            end.source = source
            end.digest = try input.digest()
            try conveyor.put(.end(end))
        }
    }
}
