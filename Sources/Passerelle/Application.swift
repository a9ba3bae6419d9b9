import Nomenclature
import Wording
import Workspace

/// Passerelle at work on one workspace: the use cases, one method each, that the command line and the web both call.
public struct Application: Sendable {
    public let workspace: Workspace
    /// The day that « open », « today » and undated needs are judged at.
    public let today: Day

    /// - Throws: `Problem` when the workspace cannot be opened.
    public init(workspace path: String, create: Bool = false, today: Day = .today) throws {
        workspace = try Workspace(path: path, create: create)
        self.today = today
    }
}
