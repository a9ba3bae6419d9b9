import ArgumentParser
import Nomenclature
import Reports
import Wording

/// Codes of the CPV by words, or one code with its branch.
struct CPVCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cpv",
            abstract: text(
                "Cherche un code CPV par mots, ou montre la branche d’un code.",
                "Looks up a CPV code by words, or shows the branch of a code."))
    }

    @Argument(
        help: ArgumentHelp(
            text(
                "Mots (« entretien espaces verts ») ou code (77310000).",
                "Words (“green areas maintenance”) or code (77310000)."),
            valueName: "mots|code"))
    var words: [String]
    @Option(help: ArgumentHelp(text("Nombre de codes montrés.", "Number of codes shown."), valueName: "n"))
    var top = 15
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard top > 0 else {
            throw ValidationError(
                text("--top « \(top) » : un nombre d’au moins 1", "--top “\(top)”: a number of at least 1"))
        }
    }

    func run() throws {
        try output.require(.table, .csv, .json, .jsonl)
        let asked = words.joined(separator: " ")
        if let code = Self.code(asked) {
            guard CPVTable.shared.contains(code) else {
                throw ValidationError(
                    text(
                        "code CPV « \(asked) » inconnu ; cherchez-le par mots, par exemple : passerelle cpv entretien espaces verts",
                        "unknown CPV code “\(asked)”; look it up by words, for example: passerelle cpv green areas"))
            }
            try write(CPVSheet(code))
        } else {
            try write(CPVSearch.shared(Speech.language).search(asked, limit: top), asked)
        }
    }

    /// A code, whole (`77310000`, `77310000-6`) or without the zeros that only fill up (`7731`).
    private static func code(_ text: String) -> CPV? {
        let isShort = (2...6).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return CPV(isShort ? text + String(repeating: "0", count: 8 - text.utf8.count) : text)
    }

    private func write(_ sheet: CPVSheet) throws {
        switch output.format {
        case .csv: try Output.write(sheet.table.csv(Speech.language), to: output.output)
        case .json: try Output.write(sheet.json.pretty, to: output.output)
        case .jsonl: try Output.write(sheet.json.compact + "\n", to: output.output)
        default: try Output.write(sheet.terminal(width: Output.width), to: output.output)
        }
    }

    private func write(_ result: CPVSearch.Result, _ asked: String) throws {
        for correction in result.corrections {
            Output.error(
                text(
                    "« \(correction.written) » lu « \(correction.read) »",
                    "“\(correction.written)” read as “\(correction.read)”"))
        }
        if !result.unknownWords.isEmpty {
            let words = result.unknownWords.joined(separator: ", ")
            Output.error(text("mots inconnus du CPV : \(words)", "words unknown to the CPV: \(words)"))
        }
        if result.hits.isEmpty {
            Output.error(
                text(
                    "aucun code CPV pour « \(asked) » ; essayez d’autres mots, au plus simple",
                    "no CPV code for “\(asked)”; try other, simpler words"))
        }
        switch output.format {
        case .csv: try Output.write(CPVSheet.table(result).csv(Speech.language), to: output.output)
        case .json: try Output.write(JSONValue.array(CPVSheet.json(result)).pretty, to: output.output)
        case .jsonl:
            try Output.write(CPVSheet.json(result).map { $0.compact + "\n" }.joined(), to: output.output)
        case .table where result.hits.isEmpty: return
        default:
            let table = CPVSheet.table(result).text(Speech.language, width: Output.width, wraps: true)
            try Output.write(table, to: output.output)
        }
    }
}
