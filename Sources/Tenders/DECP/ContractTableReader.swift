import Bytes
import Wording

/// Reads award data as a table: one row a contract and holder, the rows of one contract put together wherever they
/// stand.
///
/// The table is gone through twice: first for the keys alone, to know when a contract is complete. What is kept
/// between are the contracts whose rows lie apart.
struct ContractTableReader {
    let limits: Limits

    func read(
        _ input: Input, onProblem: (Problem) throws -> Void, _ body: (ContractReader.Record) throws -> Void
    ) throws {
        let (columns, runs) = try index(input)
        var table = ContractTable(name: input.name, columns: columns, runs: runs)
        try CSVReader(limits: limits).readCells(
            try input.open(), name: input.name, onHeader: { table.width = $0.count }
        ) { row in
            try table.take(row, onProblem: onProblem, body)
        }
        try table.closeRun(body)
    }

    private func index(_ input: Input) throws -> (ContractColumns, ContractRuns) {
        var runs = ContractRuns()
        var columns: ContractColumns?
        try CSVReader(limits: limits).readCells(
            try input.open(), name: input.name,
            onHeader: { header in
                columns = ContractColumns(header: header)
                if columns == nil { throw Self.notRecognised(input, header) }
            }
        ) { row in
            if let columns { runs.add(ContractTable.key(row, columns)) }
        }
        guard let columns else { throw Self.notRecognised(input, []) }
        runs.finish()
        return (columns, runs)
    }

    private static func notRecognised(_ input: Input, _ header: [String]) -> Problem {
        Problem(
            "contracts.format", at: Place(file: input.name, line: 1),
            Phrase(
                "format non reconnu ; attendus : XML (racine « marches »), JSON (« marches »), ou CSV dont la première ligne nomme au moins les colonnes id (ou uid) et acheteur_id",
                "format not recognised; expected: XML (root “marches”), JSON (“marches”), or CSV whose first line names at least the columns id (or uid) and acheteur_id"
            ), excerpt: String(decoding: input.head.prefix(500), as: UTF8.self))
    }
}

/// The table on the way: the run of rows that is open, and the contracts that wait for their other rows.
private struct ContractTable {
    let name: String
    let columns: ContractColumns
    let runs: ContractRuns
    var width = 0
    private var assembly = ContractAssembly()
    private var waiting: [UInt64: ContractVersions] = [:]
    private var run = -1
    private var key: UInt64 = 0
    private var group = ContractVersions()
    private var number = 0
    private var version: (key: UInt64, modification: Int, line: Int)?

    init(name: String, columns: ContractColumns, runs: ContractRuns) {
        self.name = name
        self.columns = columns
        self.runs = runs
    }

    /// What makes rows belong to one contract.
    static func key(_ row: CSVCells, _ columns: ContractColumns) -> UInt64 {
        if let uid = columns.uid, !row[uid].isEmpty { return max(row[uid].hash(), 1) }
        return max(row[columns.id ?? 0].hash(seed: row[columns.buyer].hash()), 1)
    }

    mutating func take(
        _ row: CSVCells, onProblem: (Problem) throws -> Void, _ body: (ContractReader.Record) throws -> Void
    ) throws {
        let key = Self.key(row, columns)
        if key != self.key {
            try closeRun(body)
            self.key = key
            run += 1
        }
        if row.count > width, (width..<row.count).contains(where: { !row[$0].isEmpty }) {
            try onProblem(
                Problem(
                    "contract.cells", at: Place(file: name, line: row.line),
                    Phrase(
                        "la ligne a \(row.count) cellules pour \(width) colonnes ; mettez entre guillemets les textes qui contiennent le séparateur",
                        "the row has \(row.count) cells for \(width) columns; put texts that hold the separator in quotation marks"
                    ), excerpt: row.source))
            return
        }
        let modification = columns.modification.flatMap { Markers.integer(row[$0]) } ?? 0
        let versionKey = columns.version.reduce(UInt64(bitPattern: Int64(modification))) { row[$1].hash(seed: $0) }
        if version?.key != versionKey {
            closeVersion()
            guard try fill(row, onProblem: onProblem) else { return }
            version = (versionKey, modification, row.line)
        }
        for holder in columns.holders {
            assembly.begin(.holder)
            for column in holder { assembly.value(column.field, row[column.index]) }
            assembly.end(.holder)
        }
    }

    /// Hands the fields of the contract to the assembly; false when its key is not there.
    private mutating func fill(_ row: CSVCells, onProblem: (Problem) throws -> Void) throws -> Bool {
        for column in columns.fields {
            let cell = row[column.index]
            // A column that is there and says nothing is not told from one that is not.
            if !cell.isEmpty { assembly.value(column.field, cell) }
        }
        let buyer = row[columns.buyer]
        var id = columns.id.map { row[$0] } ?? row[row.count]
        if columns.id == nil, let uid = columns.uid {
            id = row[uid].hasPrefix(buyer) ? row[uid].dropFirst(buyer.count) : row[uid]
            assembly.value(.id, id)
        }
        if Markers.isInformed(id), Markers.isInformed(buyer) { return true }
        assembly.reset()
        let fault = Markers.isInformed(id) ? ContractReader.noBuyer : ContractReader.noID
        try onProblem(
            Problem("contract.noKey", at: Place(file: name, line: row.line), fault, excerpt: row.source))
        return false
    }

    private mutating func closeVersion() {
        guard let closed = version else { return }
        version = nil
        switch assembly.finish() {
        case .contract(var contract):
            if contract.holders.count > 1 { contract.holders = Self.distinct(contract.holders) }
            group.add(
                ContractVersions.Version(
                    key: closed.key, contract: contract, modification: closed.modification, line: closed.line))
        case .concession: group.addConcession()
        // Its key was there when it was opened.
        case .noID, .noBuyer: break
        }
    }

    /// Ends the run of rows of one contract; what is complete is handed over.
    mutating func closeRun(_ body: (ContractReader.Record) throws -> Void) throws {
        closeVersion()
        guard run >= 0 else { return }
        defer { group.clear() }
        if runs.returned[run], var earlier = waiting.removeValue(forKey: key) {
            earlier.add(group)
            group = earlier
        }
        if runs.returns[run] {
            waiting[key] = group
            return
        }
        if group.isConcession {
            number += 1
            try body(.concession(Place(file: name, record: number)))
        }
        for version in group.contracts {
            number += 1
            try body(.contract(version.contract, Place(file: name, line: version.line, record: number)))
        }
    }

    private static func distinct(_ holders: [Holder]) -> [Holder] {
        var distinct: [Holder] = []
        for holder in holders where !distinct.contains(holder) { distinct.append(holder) }
        return distinct
    }
}
