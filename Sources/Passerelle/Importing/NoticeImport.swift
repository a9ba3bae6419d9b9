import Bytes
import Foundation
import Synchronization
import Tenders
import Wording
import Workspace

extension Application {
    /// Reads notices from files, folders and archives into the workspace.
    ///
    /// - Parameter progress: is told how far it has come.
    /// - Throws: only what makes the whole import impossible; a bad document is a reject in the summary.
    public func importNotices(_ paths: [String], progress: ImportProgress = ImportProgress()) throws -> ImportSummary {
        try progress.timed(paths) {
            try workspace.importing(.notices, day: today) { session in
                let known = try session.knownFiles()
                var isTaken = true
                try Conveyor.run(capacity: 4) { conveyor in
                    try NoticeFeed(conveyor: conveyor, known: known).run(paths, counter: progress.counter)
                } _: { documents in
                    for document in documents {
                        try Self.store(document, session, &isTaken)
                        progress.records = session.summary.read
                    }
                }
            }
        }
    }

    /// - Parameter isTaken: whether the document under way is stored, or was imported before.
    private static func store(
        _ document: NoticeDocument, _ session: ImportSession, _ isTaken: inout Bool
    ) throws {
        guard let file = document.file else {
            for problem in document.problems { try session.reject(problem) }
            return
        }
        if document.isBeginning { isTaken = try session.begin(file) }
        guard isTaken else { return }
        if document.isLeftAside { session.leaveAside() }
        for problem in document.problems { try session.reject(problem) }
        for notice in document.notices { try session.store(notice) }
        if document.isEnd { try session.endFile(source: document.format?.rawValue, digest: file.digest) }
    }
}

/// What one document gave, or a part of it: dumps of the BOAMP's API hold hundreds of thousands of notices.
private struct NoticeDocument: Sendable {
    /// `nil` for what could not be opened at all.
    var file: ImportedFile?
    /// A registration of an enterprise, which is no purchase.
    var isLeftAside = false
    var isBeginning = true
    var isEnd = true
    var format: NoticeFormat?
    var notices: [PreparedNotice] = []
    var problems: [Problem] = []
}

/// The reading side: walks, parses on all cores in groups of documents, and keeps their order.
private struct NoticeFeed {
    let conveyor: Conveyor<[NoticeDocument]>
    let known: KnownFiles

    /// Documents parsed at once, in number and in bytes.
    private static let groupCount = 64
    private static let groupBytes = 4 << 20

    func run(_ paths: [String], counter: ReadCounter) throws {
        var group: [Step] = []
        var bytes = 0
        // Sizes of the large files of this run: their digests are not known before they are read.
        var known = known
        try InputWalker(counter: counter).forEach(
            paths, onProblem: { group.append(.problem($0)) },
            { input in
                if input.size > Self.groupBytes {
                    try hand(over: group)
                    group = []
                    bytes = 0
                    defer { known.expect(size: input.size) }
                    return try stream(input, known)
                }
                group.append(.input(input))
                bytes += input.size
                if group.count >= Self.groupCount || bytes >= Self.groupBytes {
                    try hand(over: group)
                    group = []
                    bytes = 0
                }
            })
        try hand(over: group)
    }

    private enum Step: Sendable {
        case input(Input)
        case problem(Problem)
    }

    private func hand(over group: [Step]) throws {
        guard !group.isEmpty else { return }
        let documents = Mutex([NoticeDocument](repeating: NoticeDocument(), count: group.count))
        DispatchQueue.concurrentPerform(iterations: group.count) { index in
            let document = self.document(group[index])
            documents.withLock { $0[index] = document }
        }
        try conveyor.put(documents.withLock { $0 })
    }

    private func document(_ step: Step) -> NoticeDocument {
        switch step {
        case .problem(let problem): return NoticeDocument(problems: [problem])
        case .input(let input):
            var document = NoticeDocument()
            do {
                try read(input, known, into: &document) { _ in }
            } catch let problem as Problem where problem.rule == NoticeReader.registrationRule {
                document.isLeftAside = true
            } catch {
                document.problems.append(Self.problem(of: error, input))
            }
            return document
        }
    }

    /// Reads a large document and hands it over part by part.
    private func stream(_ input: Input, _ known: KnownFiles) throws {
        var document = NoticeDocument()
        do {
            try read(input, known, into: &document) { document in
                guard document.notices.count + document.problems.count >= Self.groupCount else { return }
                document.isEnd = false
                try conveyor.put([document])
                document.isBeginning = false
                document.notices = []
                document.problems = []
            }
        } catch let abandoned as Conveyor<[NoticeDocument]>.Abandoned {
            throw abandoned
        } catch {
            document.problems.append(Self.problem(of: error, input))
        }
        document.isEnd = true
        // A document that breaks off has an identity as well: the next one of its name is another.
        if document.file?.digest == nil { document.file?.digest = try? input.digest() }
        try conveyor.put([document])
    }

    /// - Parameter onRecord: called after each notice and each problem.
    private func read(
        _ input: Input, _ known: KnownFiles, into document: inout NoticeDocument,
        onRecord: (inout NoticeDocument) throws -> Void
    ) throws {
        let file = try ImportedFile(input, known)
        document.file = file
        if known.contains(file) { return }
        // Two closures write to the document by turns.
        var part = document
        defer { document = part }
        try NoticeReader().read(
            input,
            onProblem: { problem in
                part.problems.append(problem)
                try onRecord(&part)
            },
            { notice in
                part.format = part.format ?? notice.format
                part.notices.append(try PreparedNotice(notice))
                try onRecord(&part)
            })
        part.file?.digest = try input.digest()
    }

    private static func problem(of error: any Error, _ input: Input) -> Problem {
        error as? Problem
            ?? Problem(
                "notice.failed", at: Place(file: input.name),
                Phrase("lecture impossible (\(error))", "cannot be read (\(error))"))
    }
}
