@testable import Bytes
import Catalog
import Foundation
import Nomenclature
import Wording

/// The real supplier lists, which are not part of the package.
enum Corpus {
    /// `$PASSERELLE_CORPUS`, else `../shared/data` beside the package.
    static let folder = ProcessInfo.processInfo.environment["PASSERELLE_CORPUS"] ?? "../shared/data"

    /// The inputs below `path` of the corpus; `nil`, with the reason printed, when it is not there.
    static func inputs(_ path: String) throws -> [Input]? {
        let full = folder + "/" + path
        guard FileManager.default.fileExists(atPath: full) else {
            print("skipped: \(full) is absent; set PASSERELLE_CORPUS to the folder of the real data")
            return nil
        }
        var inputs: [Input] = []
        try InputWalker().forEach([full], onProblem: { throw $0 }) { inputs.append($0) }
        return inputs
    }
}

/// What an import gave.
struct Reading {
    var sources: [SupplierSource] = []
    var records: [SupplierRecord] = []
    var problems: [Problem] = []
    var leftAside = 0
    var dropped: [String] = []

    /// Every record of the files, whatever became of it.
    var total: Int { records.count + rejects.count + leftAside }
    var remarks: [Problem] { problems.filter(SupplierImporter.isRemark) }
    var rejects: [Problem] { problems.filter { !SupplierImporter.isRemark($0) } }

    /// Problems by rule, for people.
    var summary: String {
        Dictionary(grouping: problems, by: \.rule).mapValues(\.count).sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    init(_ inputs: [Input], source: SupplierSource? = nil, seen: Day? = nil) throws {
        var records: [SupplierRecord] = []
        var problems: [Problem] = []
        var leftAside = 0
        var dropped: [String] = []
        sources = try SupplierImporter().read(
            inputs, source: source, seen: seen,
            to: SupplierSink(
                record: { records.append($0) }, problem: { problems.append($0) }, leftAside: { leftAside += 1 },
                dropped: { dropped += $0 }))
        (self.records, self.problems, self.leftAside, self.dropped) = (records, problems, leftAside, dropped)
    }

    /// Of one document written in the test.
    init(_ text: String, name: String = "essai.csv", source: SupplierSource? = nil, seen: Day? = nil) throws {
        try self.init([Input(name: name, bytes: Array(text.utf8))], source: source, seen: seen)
    }

    /// Share of the records that are placed in a commune.
    var placed: Double {
        Double(records.filter { Merger.suppliers(of: [$0]).first?.communeCode != nil }.count)
            / Double(max(records.count, 1))
    }
}
