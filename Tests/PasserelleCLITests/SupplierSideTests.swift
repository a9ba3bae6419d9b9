import Foundation
import TestSupport
import Testing

/// The supplier's side as its users run it.
@Suite(.serialized) struct SupplierSideTests {
    let folder: TemporaryFolder
    let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = folder.path("w.sqlite")
        for arguments in [
            ["import", "notices", "Tenders/avis"], ["import", "suppliers", "Catalog/fournisseurs.csv"],
        ] {
            #expect(try Program.run(arguments, workspace: workspace).status <= 1)
        }
    }

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program.run(arguments, workspace: workspace)
    }

    @Test func whatIsRefused() throws {
        for arguments in [
            ["opportunities", "00009999900007"], ["opportunities", "absent.toml"],
            ["opportunities", "00001153600018", "--date", "demain"],
            ["opportunities", "00001153600018", "--departement", "99"], ["watch", "run", "absente"],
            ["watch", "remove", "absente"], ["watch", "add", "x", "00001153600018", "--min-score", "101"],
            ["watch", "run", "--format", "csv"],
        ] {
            let result = try Program.run(arguments, workspace: workspace)
            #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty, "\(arguments)")
        }
    }

    /// Standard output holds nothing but the result; what cannot be written is told by the next run.
    @Test func aWatchIsToldOnce() throws {
        #expect(try run("watch", "add", "jardins", "00001153600018").status == 0)
        // A folder cannot be under a file.
        let unwritable = try folder.write("plein", "") + "/veille.ics"
        let failed = try run("watch", "run", "--date", "2026-11-21", "--output", unwritable)
        #expect(failed.status == 2 && !failed.errors.isEmpty)
        let first = try run("watch", "run", "--date", "2026-11-21", "--format", "ics")
        #expect(first.status == 0 && first.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
        #expect(first.output.contains("BEGIN:VEVENT"))
        let second = try run("watch", "run", "--date", "2026-11-21", "--format", "atom")
        #expect(second.status == 0 && second.output.contains("<feed") && !second.output.contains("<entry>"))
    }

    /// The same call gives the same bytes.
    @Test(arguments: ["table", "csv", "json", "jsonl", "html"])
    func theSameBytes(_ format: String) throws {
        let runs = try (0..<2).map { _ in
            try run("opportunities", "00001259100012", "--date", "2026-11-21", "--format", format)
        }
        #expect(runs[0].status == 0 && !runs[0].output.isEmpty && runs[0].output == runs[1].output)
    }
}
