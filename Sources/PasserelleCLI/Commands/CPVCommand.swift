import ArgumentParser
import Nomenclature
import Passerelle
import Reports
import Wording

/// Codes of the CPV by words, one code with its branch, or the codes that the lines of a file are probably about.
struct CPVCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cpv",
            abstract: text(
                "Cherche un code CPV par mots, montre la branche d’un code, ou propose des codes pour des textes.",
                "Looks up a CPV code by words, shows the branch of a code, or proposes codes for texts."))
    }

    @Argument(
        help: ArgumentHelp(
            text(
                "Mots (« entretien espaces verts ») ou code (77310000).",
                "Words (“green areas maintenance”) or code (77310000)."),
            valueName: "mots|code"))
    var words: [String] = []
    @Option(
        help: ArgumentHelp(
            text(
                "Propose des codes pour chaque ligne de ce fichier (- : entrée standard).",
                "Proposes codes for each line of this file (-: standard input)."), valueName: "fichier"))
    var fromText: String?
    @Option(
        help: ArgumentHelp(
            text(
                "Avec --from-text : chiffres des codes, 2 (divisions), 3 (groupes), 4, 5 ou 8.",
                "With --from-text: digits of the codes, 2 (divisions), 3 (groups), 4, 5 or 8."), valueName: "n"))
    var digits: Int?
    @Option(
        help: ArgumentHelp(
            text(
                "Nombre de codes montrés (15 ; 5 par ligne avec --from-text).",
                "Number of codes shown (15; 5 a line with --from-text)."), valueName: "n"))
    var top: Int?
    @OptionGroup var common: CommonOptions
    @Option(
        help: ArgumentHelp(
            text(
                "Forme du résultat : table, csv, json, jsonl, ou tsv avec --from-text.",
                "Form of the result: table, csv, json, jsonl, or tsv with --from-text."), valueName: "forme"))
    var format: Format = .table
    @OptionGroup var out: OutputFile

    /// The forms of this command; tab-separated lines are for proposals only.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, tsv, json, jsonl
    }

    func validate() throws {
        if let top, top < 1 {
            throw ValidationError(
                text("--top « \(top) » : un nombre d’au moins 1", "--top “\(top)”: a number of at least 1"))
        }
        guard words.isEmpty != (fromText == nil) else {
            throw ValidationError(
                text(
                    "donnez des mots, un code, ou des textes avec --from-text (l’un des trois)",
                    "give words, a code, or texts with --from-text (one of the three)"))
        }
        guard format != .tsv || fromText != nil else {
            throw ValidationError(
                text("la forme « tsv » va avec --from-text", "the form “tsv” goes with --from-text"))
        }
        if let digits, !CPVClassifier.digits.contains(digits) || fromText == nil {
            throw ValidationError(
                text(
                    "--digits « \(digits) » : de 2 à 8, avec --from-text",
                    "--digits “\(digits)”: from 2 to 8, with --from-text"))
        }
    }

    func run() throws {
        if let fromText { return try propose(fromText) }
        let asked = words.joined(separator: " ")
        if let code = Self.code(asked) {
            guard CPVTable.shared.contains(code) else {
                throw ValidationError(
                    text(
                        "code CPV « \(asked) » inconnu ; cherchez-le par mots, par exemple : passerelle cpv entretien espaces verts",
                        "unknown CPV code “\(asked)”; look it up by words, for example: passerelle cpv green areas"))
            }
            if let digit = CPV.wrongCheckDigit(in: asked) {
                throw ValidationError(
                    text(
                        "code CPV « \(asked) » : chiffre de contrôle « \(digit) » faux, c’est \(code.checkDigit) (\(code)-\(code.checkDigit))",
                        "CPV code “\(asked)”: wrong check digit “\(digit)”, it is \(code.checkDigit) (\(code)-\(code.checkDigit))"
                    ))
            }
            try write(CPVSheet(code))
        } else {
            try write(CPVSearch.shared(Speech.language).search(asked, limit: top ?? 15), asked)
        }
    }

    /// The codes of the lines of a file.
    private func propose(_ file: String) throws {
        var rows: [CPVFromText.Row] = []
        try CPVFromText.forEachLine(of: file, digits: digits ?? 8, top: top ?? 5) { rows += $0 }
        let proposals = CPVProposals(rows: rows)
        switch format {
        case .csv: try Output.write(proposals.table.csv(Speech.language), to: out.output)
        case .tsv: try Output.write(proposals.tsv, to: out.output)
        case .json: try Output.write(JSONValue.array(proposals.json).pretty, to: out.output)
        case .jsonl: try Output.write(proposals.json.map { $0.compact + "\n" }.joined(), to: out.output)
        default:
            try Output.write(
                proposals.table.text(Speech.language, width: Output.width, wraps: true), to: out.output)
        }
    }

    /// A code, whole (`77310000`, `77310000-6`) or without the zeros that only fill up (`7731`).
    private static func code(_ text: String) -> CPV? {
        let isShort = (2...6).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return CPV(isShort ? text + String(repeating: "0", count: 8 - text.utf8.count) : text)
    }

    private func write(_ sheet: CPVSheet) throws {
        switch format {
        case .csv: try Output.write(sheet.table.csv(Speech.language), to: out.output)
        case .json: try Output.write(sheet.json.pretty, to: out.output)
        case .jsonl: try Output.write(sheet.json.compact + "\n", to: out.output)
        default: try Output.write(sheet.terminal(width: Output.width), to: out.output)
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
        switch format {
        case .csv: try Output.write(CPVSheet.table(result).csv(Speech.language), to: out.output)
        case .json: try Output.write(JSONValue.array(CPVSheet.json(result)).pretty, to: out.output)
        case .jsonl:
            try Output.write(CPVSheet.json(result).map { $0.compact + "\n" }.joined(), to: out.output)
        case .table where result.hits.isEmpty: return
        default:
            let table = CPVSheet.table(result).text(Speech.language, width: Output.width, wraps: true)
            try Output.write(table, to: out.output)
        }
    }
}
