import Wording

extension Problem {
    /// The same without the source text: an unreadable JSON record shows its contacts with everything else.
    var withoutExcerpt: Problem { Problem(rule, at: place, message) }
}

/// Where the reading of a list of suppliers puts what it finds.
///
/// Every record of a file goes to exactly one of three: ``record``, ``problem`` (with a rule that refuses it) or
/// ``leftAside``; so the three counts add up to what the file holds. What a closure throws stops the reading.
public struct SupplierSink {
    /// Receives each good record, in the order of the file.
    public let record: (SupplierRecord) throws -> Void
    /// Receives each refused record, once, with its place and excerpt, and remarks on records that go in; see
    /// ``SupplierImporter/isRemark(_:)``.
    public let problem: (Problem) throws -> Void
    /// Is told of each record that the file rightly holds and the catalogue rightly does not: the natural persons of a
    /// registry, the hospitals of FINESS. Nothing of it is kept, not even its place.
    public let leftAside: () throws -> Void
    /// Receives, once a file, the names of the columns or JSON keys that hold natural persons or ways to reach them and
    /// were not read, as the file writes them. Not called when there are none.
    public let dropped: ([String]) throws -> Void

    public init(
        record: @escaping (SupplierRecord) throws -> Void, problem: @escaping (Problem) throws -> Void,
        leftAside: @escaping () throws -> Void = {}, dropped: @escaping ([String]) throws -> Void = { _ in }
    ) {
        self.record = record
        self.problem = problem
        self.leftAside = leftAside
        self.dropped = dropped
    }
}
