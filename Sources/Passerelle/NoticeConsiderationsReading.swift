import Bytes
import Considerations
import Tenders
import Wording

/// What a notice says of reservations and considerations, with where the notice was read.
public struct ReadConsiderations: Sendable {
    public let file: String
    public let notice: Notice
    public let considerations: NoticeConsiderations
}

extension Application {
    /// Reads notices and what they say of reservations and considerations, without a workspace.
    ///
    /// - Parameters:
    ///   - paths: files, folders and archives.
    ///   - onProblem: is told of documents and records that cannot be used.
    ///   - body: gets each notice in turn.
    /// - Throws: what `body` throws.
    public static func forEachConsiderations(
        _ paths: [String], onProblem: (Problem) -> Void, _ body: (ReadConsiderations) throws -> Void
    ) throws {
        try InputWalker().forEach(paths, onProblem: { onProblem($0) }) { input in
            do {
                try NoticeReader().read(input, onProblem: { onProblem($0) }) { notice in
                    try body(
                        ReadConsiderations(
                            file: input.name, notice: notice, considerations: NoticeConsiderations(notice)))
                }
            } catch let problem as Problem {
                if problem.rule != NoticeReader.registrationRule { onProblem(problem) }
            }
        }
    }
}
