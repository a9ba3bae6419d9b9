import Bytes
import Testing
import Wording

@testable import Tenders

/// Reads one file that holds one notice, by its path.
func readNotice(_ path: String) throws -> Notice {
    var notice: Notice?
    var problem: Problem?
    try InputWalker().forEach([path], onProblem: { problem = $0 }) { notice = try onlyNotice(in: $0) }
    if let problem { throw problem }
    return try #require(notice)
}

/// The only notice of a document.
func onlyNotice(in input: Input) throws -> Notice {
    var notices: [Notice] = []
    try NoticeReader().read(input, onProblem: { throw $0 }) { notices.append($0) }
    try #require(notices.count == 1)
    return notices[0]
}
