import Foundation
import TestSupport
import Testing

/// Runs the program as its users do.
enum Program {
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Beside the test bundle, where the build puts it.
    static let path: String = {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let beside = folder.appendingPathComponent("passerelle").path
        return FileManager.default.isExecutableFile(atPath: beside) ? beside : Project.path(".build/debug/passerelle")
    }()

    /// - Parameter workspace: the file that the run works on.
    static func run(_ arguments: [String], workspace: String, environment extra: [String: String] = [:]) throws
        -> Result
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = Project.root
        var environment = ["PATH": "/usr/bin:/bin", "PASSERELLE_WORKSPACE": workspace, "LANG": "fr_FR.UTF-8"]
        environment.merge(extra) { _, new in new }
        process.environment = environment
        let files = try TemporaryFolder()
        let output = try files.write("out", ""), errors = try files.write("err", "")
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }
}

@Suite(.serialized) struct ReadmeTests {
    /// The commands of the README's `sh` blocks, one after the other on one workspace, each with its words.
    private static func commands() throws -> [[String]] {
        let text = try String(contentsOfFile: Project.path("README.md"), encoding: .utf8)
        var commands: [[String]] = []
        var inside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                inside = line == "```sh"
            } else if inside, line.hasPrefix("passerelle ") {
                commands.append(words(line))
            }
        }
        return commands
    }

    /// Splits as a shell does, as far as quotation marks go.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = [""]
        var quoted = false
        for character in line {
            if character == "\"" {
                quoted.toggle()
            } else if character == " ", !quoted {
                words.append("")
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    /// A server would not end: that it is there must do.
    @Test func everyCommandIsThere() throws {
        let folder = try TemporaryFolder()
        for command in [
            "import", "status", "lots", "match", "explain", "opportunities", "watch", "weights", "supplier", "cpv",
            "map-columns", "report",
            "serve",
        ] {
            let result = try Program.run([command, "--help"], workspace: folder.path("w.sqlite"))
            #expect(result.status == 0 && result.output.contains("passerelle \(command)"), "\(command)")
        }
    }

    @Test func theCommandsOfTheReadmeWork() throws {
        let folder = try TemporaryFolder()
        let commands = try Self.commands()
        #expect(commands.count >= 6)
        var moved: [String: String] = [:]
        for command in commands {
            // What a command wrote is what a later one reads.
            var arguments = command.dropFirst().map { moved[$0] ?? $0 }
            // Output files go to the test's own folder.
            if let index = arguments.firstIndex(of: "--output") {
                let file = folder.path((arguments[index + 1] as NSString).lastPathComponent)
                moved[arguments[index + 1]] = file
                arguments[index + 1] = file
            }
            let result = try Program.run(arguments, workspace: folder.path("w.sqlite"))
            // The list of the README has a wrong SIRET on purpose: done, with a reject.
            let expected: Int32 = arguments.contains("--mapping") ? 1 : 0
            #expect(result.status == expected, "\(command.joined(separator: " "))\n\(result.errors)")
            #expect(!result.output.isEmpty || arguments.contains("--output"), "\(command.joined(separator: " "))")
        }
    }
}

@Suite struct ProgramTests {
    @Test(arguments: [
        (["foo"], "Argument inattendu"), (["match"], "nommez un lot"),
        (["status", "--format", "html"], "n’a pas la forme"),
        (["match", "--text", "x", "--cpv", "1"], "code CPV « 1 » inconnu"),
        (["lots", "--lang", "de"], "langue « de » inconnue"),
        (["import", "suppliers", "x", "--source", "y"], "source « y » inconnue"),
        (["report", "spaser", "--year", "12"], "de 2000 à 2049"),
        (["status"], "aucun espace de travail"),
        (["match", "--text", "x", "--criteria", "luck"], "critère « luck » inconnu"),
        (["cpv"], "donnez des mots, un code, ou des textes"),
        (["cpv", "jardin", "--from-text", "x"], "l’un des trois"),
        (["cpv", "jardin", "--format", "tsv"], "va avec --from-text"),
        (["cpv", "--from-text", "x", "--digits", "1"], "de 2 à 8"),
        (["cpv", "45000000-3"], "chiffre de contrôle « 3 » faux, c’est 7"),
    ])
    func refusalsSayWhatToDo(_ arguments: [String], sentence: String) throws {
        let folder = try TemporaryFolder()
        let result = try Program.run(arguments, workspace: folder.path("w.sqlite"))
        #expect(result.status == 2)
        #expect(result.errors.contains(sentence), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test func helpIsInTheLanguageAskedFor() throws {
        let folder = try TemporaryFolder()
        let french = try Program.run(["match", "--help"], workspace: folder.path("w"))
        #expect(french.status == 0)
        #expect(french.output.contains("Classe les fournisseurs") && french.output.contains("UTILISATION"))
        let english = try Program.run(["match", "--help", "--lang", "en"], workspace: folder.path("w"))
        #expect(english.output.contains("Ranks suppliers") && english.output.contains("USAGE"))
        let locale = try Program.run(
            ["match", "--help"], workspace: folder.path("w"), environment: ["LANG": "en_GB.UTF-8"])
        #expect(locale.output.contains("Ranks suppliers"))
        let unknown = try Program.run(["match", "--help"], workspace: folder.path("w"), environment: ["LANG": "C"])
        #expect(unknown.output.contains("Classe les fournisseurs"))
    }

    @Test func rejectsGiveTheirOwnExitCode() throws {
        let folder = try TemporaryFolder()
        let bad = try folder.write("bad.xml", "<facture/>")
        let done = try Program.run(["import", "notices", bad, "--format", "json"], workspace: folder.path("w.sqlite"))
        #expect(done.status == 1)
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [String: Any])
        #expect(summary["rejected"] as? Int == 1)
        let rejects = try #require(summary["rejects"] as? [[String: String]])
        #expect(rejects.first?["rule"] == "notice.unknownRoot")
        let strict = try Program.run(["import", "notices", bad, "--strict"], workspace: folder.path("w2.sqlite"))
        #expect(strict.status == 2)
    }

    @Test(arguments: [
        ("notices", "Tenders/avis/2026-013-preinformation-nordelande.xml", 1),
        ("suppliers", "Catalog/fournisseurs.csv", 199),
    ])
    func standardInputIsRead(_ kind: String, file: String, records: Int) throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["import", kind, "-", "--format", "json", "--workspace", folder.path("w.sqlite")]
        process.standardInput = FileHandle(
            forReadingAtPath: Project.path(file))
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(String(decoding: data, as: UTF8.self).contains("\"imported\" : \(records)"))
    }
}

@Suite struct CPVFromTextTests {
    /// One row a proposal: line, eight digits, probability; empty lines count and give none.
    @Test func tabSeparatedRows() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("objets.txt", "Entretien des espaces verts\n\r\n12\nNettoyage des vitres\r\n")
        let result = try Program.run(
            ["cpv", "--from-text", file, "--digits", "2", "--top", "3", "--format", "tsv"],
            workspace: folder.path("w.sqlite"))
        #expect(result.status == 0 && result.errors.isEmpty)
        let rows = result.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.map(\.count) == Array(repeating: 3, count: 6))
        #expect(rows.map { $0[0] } == ["1", "1", "1", "4", "4", "4"])
        #expect(rows[0][1] == "77000000" && rows[3][1] == "90000000")
        for row in rows { #expect(row[1].utf8.count == 8 && Double(row[2]).map { (0...1).contains($0) } == true) }
    }

    @Test func jsonLines() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("objets.txt", "Restauration scolaire")
        let result = try Program.run(
            ["cpv", "--from-text", file, "--digits", "3", "--top", "1", "--format", "jsonl"],
            workspace: folder.path("w.sqlite"))
        let line = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(line["line"] as? Int == 1 && line["code"] as? String == "55500000")
        #expect((line["label"] as? String)?.isEmpty == false && line["probability"] is Double)
    }

    @Test func aMissingFileIsTold() throws {
        let folder = try TemporaryFolder()
        let result = try Program.run(
            ["cpv", "--from-text", folder.path("absent.txt")], workspace: folder.path("w.sqlite"))
        #expect(result.status == 2 && result.output.isEmpty && result.errors.contains("absent.txt"))
    }
}
