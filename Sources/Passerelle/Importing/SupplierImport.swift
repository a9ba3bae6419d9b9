import Bytes
import Catalog
import Nomenclature
import Wording
import Workspace

extension Application {
    /// Reads lists of suppliers into the workspace.
    ///
    /// - Parameters:
    ///   - source: which list the files are; `nil` to tell it from their content.
    ///   - mapping: what the columns of the user's own files mean; `nil` for the columns that Passerelle knows.
    ///   - seen: the day of the information, for files that give none inside; the day in the file's name
    ///     when it is not given, else today.
    ///   - replacing: whether what earlier files of the same name said is taken back, a corrected file being no new edition.
    ///   - progress: is told how far it has come.
    /// - Throws: only what makes the whole import impossible; a bad record is a reject in the summary.
    public func importSuppliers(
        _ paths: [String], source: SupplierSource? = nil, mapping: ColumnMapping? = nil, seen: Day? = nil,
        replacing: Bool = false, progress: ImportProgress = ImportProgress()
    ) throws -> ImportSummary {
        try progress.timed(paths) {
            try workspace.importing(.suppliers, day: today) { session in
                let known = try session.knownFiles()
                var isTaken = true
                try Conveyor.run(capacity: 8) { conveyor in
                    var feed = SupplierFeed(
                        conveyor: conveyor, known: known, importer: SupplierImporter(mapping: mapping), source: source,
                        seen: seen, today: today, replacing: replacing)
                    try feed.run(paths, counter: progress.counter)
                } _: { step in
                    switch step {
                    case .problem(let problem): try Self.keep(problem, session)
                    case .begin(let file): isTaken = try session.begin(file)
                    case .records(let records):
                        if isTaken { try Self.store(records, session) }
                        progress.records = session.summary.read
                    case .end(let file, let dropped, let isWhole):
                        if isTaken {
                            try session.endFile(
                                source: file.source, digest: file.digest, dropped: dropped, isWhole: isWhole)
                        }
                    }
                }
            }
        }
    }

    private static func store(_ records: [SupplierFeed.Record], _ session: ImportSession) throws {
        for record in records {
            switch record {
            case .supplier(let supplier): try session.store(supplier)
            case .problem(let problem): try keep(problem, session)
            case .leftAside: session.leaveAside()
            }
        }
    }

    private static func keep(_ problem: Problem, _ session: ImportSession) throws {
        if SupplierImporter.isRemark(problem) { try session.remark(problem) } else { try session.reject(problem) }
    }
}

/// The reading side: reads one file after the other and hands its records over in batches.
private struct SupplierFeed {
    enum Step: Sendable {
        /// Outside of the files' records: a file that cannot be opened, a remark on a companion.
        case problem(Problem)
        case begin(ImportedFile)
        case records([Record])
        case end(ImportedFile, dropped: [String], isWhole: Bool)
    }
    enum Record: Sendable {
        case supplier(PreparedSupplier)
        case problem(Problem)
        case leftAside
    }

    let conveyor: Conveyor<Step>
    var known: KnownFiles
    var importer: SupplierImporter
    let source: SupplierSource?
    let seen: Day?
    let today: Day
    let replacing: Bool
    private static let batch = 512

    mutating func run(_ paths: [String], counter: ReadCounter) throws {
        // Small tables complete other files, wherever they stand: what they may complete waits for the end of the walk.
        // One walk only: standard input and pipes are there only once.
        var waiting: [Input] = []
        let conveyor = conveyor
        try InputWalker(counter: counter).forEach(paths, onProblem: { try conveyor.put(.problem($0)) }) { input in
            if try importer.takeCompanion(input, onProblem: { try conveyor.put(.problem($0)) }) { return }
            if importer.isCompleted(input) { waiting.append(input) } else { try read(input) }
        }
        for input in waiting { try read(input) }
    }

    private mutating func read(_ input: Input) throws {
        let file: ImportedFile
        do {
            file = try importedFile(input)
        } catch let problem as Problem {
            return try conveyor.put(.problem(problem))
        }
        try conveyor.put(.begin(file))
        if known.contains(file) { return }
        known.expect(size: file.bytes)
        var records: [Record] = []
        var dropped: [String] = []
        let conveyor = conveyor
        func add(_ record: Record) throws {
            records.append(record)
            if records.count == Self.batch {
                try conveyor.put(.records(records))
                records.removeAll(keepingCapacity: true)
            }
        }
        var end = file
        var isWhole = true
        let dating = RecordDating(today: today)
        do {
            let sink = SupplierSink(
                record: { try add(.supplier(PreparedSupplier(dating.dated($0)))) },
                problem: {
                    if $0.rule == "json.truncated" { isWhole = false }
                    try add(.problem($0))
                },
                leftAside: { try add(.leftAside) }, dropped: { dropped += $0 })
            end.source = try importer.read(input, source: source, seen: seen, to: sink).id
            if let remark = dating.remark(input.name) { try add(.problem(remark)) }
        } catch let problem as Problem {
            isWhole = false
            try add(.problem(problem))
        }
        try conveyor.put(.records(records))
        end.digest = try input.digest()
        try conveyor.put(.end(end, dropped: dropped, isWhole: isWhole))
    }

    /// What decides whether the file was imported before: its bytes, and how they are read. New companions beside unchanged
    /// structures are new information, and a date given is meant to count.
    private func importedFile(_ input: Input) throws -> ImportedFile {
        var file = try ImportedFile(input, known)
        file.reading = try
            (importer.companionDigests(of: input)
            + [source.map { "source:" + $0.id }, seen.map { "date:" + $0.iso }]
            .compactMap { $0 }).joined(separator: "+")
        file.replacesName = replacing && input.name != "stdin"
        return file
    }
}
