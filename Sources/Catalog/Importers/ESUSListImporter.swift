import Bytes
import FrenchText
import Nomenclature
import Wording

/// The national list of ESUS approvals (Direction générale du Trésor): one row an enterprise.
///
/// Its layout changes from one edition to the next, so columns are told by the words in their names. An approval holds
/// five years, or two when the enterprise was less than three years old (R3332-21-3 code du travail): which of the two is
/// nowhere in the list, so an end that it does not give is left open. That the enterprise is of the ESS follows from the
/// approval (L3332-17-1), and is left to the merging.
struct ESUSListImporter: SourceImporter {
    /// The columns that are named alike in every edition: none. See ``table(for:)``.
    let table = FieldTable(source: .esus, rules: [])

    func recognises(_ shape: DocumentShape) -> Bool {
        guard case .csv(let header) = shape else { return false }
        let columns = header.map(Self.words)
        // « Agrément services à la personne » is another one.
        let speaksOfApproval = columns.contains { column in
            column.contains("esus")
                || column.contains { $0.hasPrefix("agrement") }
                    && column.allSatisfy(Self.wordsOfApproval.contains)
        }
        // The SIRET is in no edition. It, and our own names for the columns of an approval, show a list of the user's.
        let isUsers =
            columns.contains { $0.contains("siret") }
            || !Set(PlainCSVImporter.esusColumns.map(CSVReader.key)).isDisjoint(with: header.map(CSVReader.key))
        return speaksOfApproval && !isUsers && columns.contains { $0.contains("siren") }
    }

    /// Words that name a column of an approval without saying which.
    private static let wordsOfApproval: Set<String> = [
        "agrement", "agrements", "type", "numero", "n", "date", "debut", "fin", "effet", "decision", "delivrance",
        "echeance", "expiration", "terme", "jusqu", "au", "a", "de", "du", "d", "l", "la", "le",
    ]

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        var header: [String] = []
        if case .csv(let columns) = DocumentShape(input, limits: limits) { header = columns }
        try Self.table(for: header).readCSV(input, limits: limits, seen: seen, to: sink) { draft in
            draft.record.esus = draft.record.esus ?? Approval()
        }
    }

    /// The table of an edition with these columns.
    static func table(for header: [String]) -> FieldTable {
        let columns = header.map { (name: $0, words: words($0)) }
        func column(_ fits: ([String]) -> Bool) -> String? { columns.first { fits($0.words) }?.name }
        func any(of words: String...) -> ([String]) -> Bool {
            { column in words.contains { word in column.contains { $0.hasPrefix(word) } } }
        }
        // « Financement », « FINESS » end nothing, « Date de création » begins none of the approval's.
        let endWords = any(of: "echeance", "expiration", "jusqu", "terme")
        let isEnd: ([String]) -> Bool = { $0.contains("fin") || endWords($0) }
        let startWords = any(of: "decision", "debut", "effet", "delivrance")
        let isDated: ([String]) -> Bool = { column in
            column.contains("date") && column.contains { $0.hasPrefix("agrement") || $0 == "esus" }
        }

        var rules: [FieldRule] = [.siren(column { $0.contains("siren") } ?? "SIREN", required: true)]
        if let name = column({
            $0.contains { ["denomination", "raison", "nom"].contains($0) } && !$0.contains("siren")
        })
            ?? column({ !$0.contains("siren") && any(of: "entreprise", "structure", "organisme")($0) })
        {
            rules.append(.text(name, into: \.name))
        }
        if let start = column({ startWords($0) && !isEnd($0) }) ?? column({ isDated($0) && !isEnd($0) }) {
            rules.append(.esusStart(start))
        }
        if let end = column(isEnd) { rules.append(.esusEnd(end)) }
        if let postcode = column({ $0.contains("postal") || $0 == ["cp"] }) { rules.append(.postcode(postcode)) }
        if let city = column({ $0.contains("ville") || $0.contains("commune") && !$0.contains("code") }) {
            rules.append(.text(city, into: \.city))
        }
        return FieldTable(source: .esus, rules: rules)
    }

    private static func words(_ column: String) -> [String] {
        Folding.fold(column).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
