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
                try Conveyor.run(capacity: 4) { conveyor in
                    try NoticeFeed(conveyor: conveyor, known: known).run(paths, counter: progress.counter)
                } _: { documents in
                    for document in documents {
                        try Self.store(document, session)
                        progress.records = session.summary.read
                    }
                }
            }
        }
    }

    private static func store(_ document: NoticeDocument, _ session: ImportSession) throws {
        guard let file = document.file else {
            for problem in document.problems { try session.reject(problem) }
            return
        }
        guard try session.begin(file) else { return }
        for problem in document.problems { try session.reject(problem) }
        for notice in document.notices { try session.store(notice) }
        try session.endFile(source: document.format?.rawValue)
    }
}

/// What one document gave.
private struct NoticeDocument: Sendable {
    /// `nil` for what could not be opened at all.
    var file: ImportedFile?
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
        try InputWalker(counter: counter).forEach(
            paths, onProblem: { group.append(.problem($0)) },
            { input in
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
                let file = try ImportedFile(input, known)
                document.file = file
                if known.contains(file) { return document }
                try NoticeReader().read(input, onProblem: { document.problems.append($0) }) { notice in
                    document.format = notice.format
                    document.notices.append(try PreparedNotice(notice))
                }
                document.file = try ImportedFile(input, known)
            } catch let problem as Problem {
                document.problems.append(problem)
            } catch {
                document.problems.append(
                    Problem(
                        "notice.failed", at: Place(file: input.name),
                        Phrase("lecture impossible (\(error))", "cannot be read (\(error))")))
            }
            return document
        }
    }
}
